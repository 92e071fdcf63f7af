from __future__ import annotations

import pytest

from reader.export.gongwen import Gongwen, Properties
from reader.export.page import DOCUMENT, TABLE
from reader.export.styles import GongwenType, Label
from reader.export.tables import Cell, Column, Row, table
from reader.ui.export.pages.paper import Paragraph, Table
from reader.ui.export.pages.word_paper import word_paper

TYPE = GongwenType()


def paper_of(fill, page=DOCUMENT, most=None):
    gongwen = Gongwen(Properties("标题"), TYPE, page)
    fill(gongwen)
    return word_paper(gongwen.bytes(), TYPE, most)


def text(paragraph: Paragraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces)


def test_that_styles_pieces_and_line_breaks_come_back():
    def fill(gongwen):
        gongwen.title("关于工作的通知", "批注清单")
        gongwen.heading(0, "一、总体要求")
        gongwen.paragraph("Note", Label("批注："), "请\t核实𠮷。")

    title, heading, note = paper_of(fill).blocks
    assert (title.style.id, text(title)) == ("Title", "关于工作的通知\n批注清单")
    assert heading.style.outline == 0
    assert text(note) == "批注：请\t核实𠮷。"
    assert [piece.font for piece in note.pieces] == ["黑体", "楷体_GB2312"]


def test_that_the_sheet_comes_back():
    page = paper_of(lambda gongwen: gongwen.blank()).page
    assert (page.width, page.height) == pytest.approx((210, 297), abs=0.05)
    assert (page.top, page.left, page.text_width) == pytest.approx((37, 28, 156), abs=0.05)
    assert page.dashes
    assert not paper_of(lambda gongwen: gongwen.blank(), TABLE).page.dashes


def test_that_only_the_beginning_is_read_where_that_is_enough():
    def fill(gongwen):
        for _ in range(10):
            gongwen.paragraph("BodyText", "字" * 100)

    paper = paper_of(fill, most=250)
    assert len(paper.blocks) == 3
    assert not paper.whole
    assert paper_of(fill, most=5000).whole


def test_that_a_paragraph_of_many_pages_is_cut():
    paper = paper_of(lambda gongwen: gongwen.paragraph("BodyText", "字" * 50_000, "尾"), most=1000)
    assert text(paper.blocks[0]) == "字" * 1000


def test_that_tables_come_back_with_their_merges():
    def fill(gongwen):
        columns = [Column("主题", 40), Column("内容", 116)]
        rows = [Row([Cell("人才"), Cell("第一条")]), Row([Cell("", joined=True), Cell("第二条")], whole=False)]
        gongwen.add(table(gongwen, columns, rows))

    (found,) = paper_of(fill).blocks
    assert isinstance(found, Table)
    assert found.widths == pytest.approx((40, 116), abs=0.1)
    head, first, second = found.rows
    assert head.head
    assert [cell.joined for cell in second.cells] == [True, False]
    assert first.whole
    assert not second.whole
    assert text(second.cells[1].paragraphs[0]) == "第二条"
