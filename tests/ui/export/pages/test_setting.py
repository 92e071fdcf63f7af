from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from reader.export.page import DOCUMENT, TABLE
from reader.export.styles import STYLES, GongwenType
from reader.ui.export.pages.painting import paint_page
from reader.ui.export.pages.paper import Cell, Paper, Paragraph, Piece, Row, Table
from reader.ui.export.pages.setting import Pages, paper_size

pytestmark = pytest.mark.usefixtures("qapp")
BODY = STYLES["BodyText"]


def paper(*blocks, page=DOCUMENT, **type_) -> Paper:
    return Paper(page, GongwenType(**type_), blocks, {})


def body(text: str, **style) -> Paragraph:
    return Paragraph(replace(BODY, **style), (Piece(text),))


def lines(page) -> list[str]:
    return [line.text for line, _at in page.lines]


@pytest.mark.parametrize(("pitch", "most"), [(28.0, 22), (28.95, 22), (29.5, 21)])
def test_that_a_page_has_the_lines_of_the_standard(pitch, most):
    pages = list(Pages(paper(*[body("字")] * 30, line_pitch=pitch)))
    assert [len(page.lines) for page in pages] == [most, 30 - most]


def test_that_a_line_has_28_characters_and_the_first_26():
    (page,) = Pages(paper(body("字" * 60)))
    assert [len(line) for line in lines(page)] == [26, 28, 6]


def test_that_a_stop_hangs_over_the_edge_rather_than_draw_a_character_down():
    (page,) = Pages(paper(body("字" * 26 + "。完")))
    assert lines(page) == ["字" * 26 + "。", "完"]


def test_that_all_of_a_text_is_set_whatever_its_characters():
    text = "𠮷野家𡈽、a\u200bb\u202e反\u202c、" + "字😀" * 40 + "。"
    (page,) = Pages(paper(body(text)))
    assert "".join(lines(page)) == text


def test_that_a_heading_stays_with_what_follows():
    heading = Paragraph(STYLES["Heading1"], (Piece("一、要求"),))
    first, second = Pages(paper(*[body("字")] * 21, heading, body("第一句")))
    assert len(first.lines) == 21
    assert lines(second) == ["一、要求", "第一句"]


def test_that_a_page_begins_where_it_is_asked_for_and_none_is_empty():
    pages = list(Pages(paper(body("前")._replace(new_page=True), body("附件")._replace(new_page=True))))
    assert [lines(page) for page in pages] == [["前"], ["附件"]]


def test_that_an_empty_line_stands_behind_a_run_of_a_style():
    title = Paragraph(replace(STYLES["Title"], after=True), (Piece("通知"),))
    (page,) = Pages(paper(title, title, body("正文")))
    tops = [round(at.y() / 289.5, 2) for _line, at in page.lines]
    assert tops == [0, 1, 3]


def test_that_comments_are_told_with_the_line_they_begin_in():
    pieces = (Piece("字" * 30), Piece("批注处", ground="F9E8B4", comments=(7,)))
    (page,) = Pages(paper(Paragraph(BODY, pieces)))
    ((height, number),) = page.comments
    assert number == 7
    assert height == page.lines[1].at.y()
    assert page.marked


def test_that_the_head_of_a_table_stands_on_every_page_and_rows_are_not_torn():
    def row(text, *, head=False):
        return Row(tuple(Cell((Paragraph(STYLES["Cell"], (Piece(one),)),)) for one in (text, "内容\n" * 4)), head)

    table = Table((40, 200), (row("表头", head=True), *[row(f"第{n}行") for n in range(8)]))
    pages = list(Pages(paper(table, page=TABLE)))
    assert len(pages) == 2
    assert all(lines(page)[0] == "表头" for page in pages)
    assert sum(line.startswith("第") for page in pages for line in lines(page)) == 8
    for page in pages:
        assert max(rule.y2() for rule in page.rules) <= (TABLE.height - TABLE.top - TABLE.bottom) * 720 / 25.4 + 1


def test_that_a_row_higher_than_a_page_goes_on_over_several():
    tall = tuple(Paragraph(STYLES["Cell"], (Piece(f"行{n}"),)) for n in range(100))
    table = Table((100,), (Row((Cell(tall),), whole=False),))
    pages = list(Pages(paper(table, page=TABLE)))
    assert [line for page in pages for line in lines(page)] == [f"行{n}" for n in range(100)]
    assert len(pages) > 1


def test_that_marks_are_painted_and_text_stays_black():
    pieces = (Piece("重点", ground="F9E8B4"), Piece("疑问", line="wave", line_colour="C0504D"), Piece("其余"))
    made = paper(Paragraph(BODY, pieces))
    (page,) = Pages(made)
    width, height = (round(side / 5) for side in paper_size(made.page))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.scale(0.2, 0.2)
    paint_page(painter, made, page)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(0, width, 2) for y in range(200, 320)}
    assert "#f9e8b4" in colours
    assert "#c0504d" in colours
    assert "#000000" in colours
