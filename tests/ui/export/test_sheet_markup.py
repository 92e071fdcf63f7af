from __future__ import annotations

import io

import xlsxwriter

from reader.ui.export.sheet_markup import sheet_markup
from reader.ui.theme import THEMES


def workbook(fill) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book.add_worksheet())
    return out.getvalue()


def markup(fill, most=30):
    return sheet_markup(workbook(fill), THEMES["paper"], most)


def test_that_the_title_stands_above_the_table_and_texts_are_escaped():
    def fill(sheet):
        sheet.set_column(0, 0, 10)
        sheet.set_column(1, 1, 30)
        sheet.merge_range(0, 0, 0, 1, "批注清单")
        sheet.write_row(1, 0, ["序号", "原文"])
        sheet.write_row(2, 0, [1, "<b>重要</b>\n第二行"])

    shown, whole = markup(fill)
    assert whole
    title, _, table = shown.partition("<table")
    assert title == '<p align="center">批注清单</p>'
    assert "&lt;b&gt;重要&lt;/b&gt;<br>第二行" in table
    assert 'width="26%">序号' in table
    assert ">1</td>" in table


def test_that_cells_that_are_one_are_shown_as_one():
    def fill(sheet):
        sheet.write_row(0, 0, ["主题", "内容"])
        sheet.merge_range(1, 0, 2, 0, "人才")
        sheet.write(1, 1, "第一条")
        sheet.write(2, 1, "第二条")

    shown, _whole = markup(fill)
    assert shown.count("人才") == 1
    assert 'rowspan="2"' in shown
    assert shown.count("<td") == 5


def test_that_only_the_first_rows_are_shown():
    shown, whole = markup(lambda sheet: [sheet.write(n, 0, f"第{n}行") for n in range(50)], 10)
    assert not whole
    assert "第9行" in shown
    assert "第10行" not in shown
