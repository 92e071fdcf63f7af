from __future__ import annotations

from datetime import UTC, datetime

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from reader.export.fonts import PLAIN
from reader.export.styles import GongwenType
from reader.export.tasks import render, task_table
from reader.export.tasks_table import NOTHING
from reader.export.xml_text import xml_safe
from tests.export.task_tables import FORBIDDEN, HOSTILE, other, source, table_of
from tests.export.word import fonts, lines, opened, parts, runs

TABLE = task_table([source()])


def document(table=TABLE, **fields):
    return opened(render(table, ".docx", **fields))


def cells(table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_that_the_text_comes_back_as_it_went():
    table = document().tables[0]
    assert cells(table) == [list(TABLE.heads), *(list(row.cells) for row in TABLE.rows)]


def test_that_title_and_source_stand_above():
    found = document()
    assert lines(found, "Title") == ["《明珠湖片区建设实施意见》\n任务分解表"]
    assert lines(found, "TableSource") == ["明府发〔2026〕3号　明珠区人民政府　2026年1月5日"]


def test_that_the_page_is_landscape_and_counted():
    section = document().sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert section.page_width > section.page_height
    assert section.footer.paragraphs[0].text == "第1页　共1页"


def test_that_the_head_is_repeated_and_rows_are_not_torn():
    rows = document().tables[0].rows
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, *[False] * 5]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_that_a_row_of_more_than_half_a_page_may_break():
    row = document(table_of("长" * 2000)).tables[0].rows[1]
    assert row._tr.trPr.find(qn("w:cantSplit")) is None


def test_that_merged_cells_are_one():
    table = document().tables[0]
    for column, first, last in ((1, 1, 2), (1, 3, 5), (2, 3, 4)):
        assert {table.cell(row, column)._tc for row in range(first, last + 1)} == {table.cell(first, column)._tc}
    assert table.cell(2, 1)._tc is not table.cell(3, 1)._tc
    assert table.cell(4, 2)._tc is not table.cell(5, 2)._tc


def test_that_a_category_is_told_again_on_each_page():
    many = source(
        "一、任务\n（一）建库\n" + "".join(f"{n}.建{n}库。{'建' * 300}。（责任单位：区数据局）\n" for n in range(1, 30))
    )
    table = document(task_table([many])).tables[0]
    categories = [tc for row in table.rows[1:] for tc in row._tr.tc_lst[1:2]]
    told = sum(bool("".join(t.text for t in tc.iter(qn("w:t")))) for tc in categories)
    assert 5 <= told <= 15


def test_that_widths_are_real_and_fill_the_page():
    found = document()
    table, section = found.tables[0], found.sections[0]
    widths = [int(tc.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for tc in table.rows[0]._tr.tc_lst]
    assert widths == [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
    measure = (section.page_width - section.left_margin - section.right_margin) / 635
    assert 0 <= measure - sum(widths) <= 2 * len(widths)
    assert widths[3] == max(widths)
    assert table.autofit is False


def test_that_heads_are_bold_type_and_cells_the_type_of_documents():
    table = document().tables[0]
    found = {tuple({fonts(run)["eastAsia"] for run in row._tr.iter(qn("w:r"))}) for row in table.rows}
    assert found == {("黑体",), ("仿宋_GB2312",)}
    titled = [fonts(run)["eastAsia"] for run in runs(document())[:1]]
    assert titled == ["方正小标宋简体"]
    plain = runs(document(type_=GongwenType(PLAIN)))[-1]
    assert fonts(plain)["eastAsia"] == "仿宋"


def test_that_several_documents_are_listed_behind_the_table():
    found = document(task_table([source(), other()]))
    assert lines(found, "Title") == ["任务分解表"]
    assert lines(found, "CellText")[:3] == [
        "",
        "来源文件：",
        "1.《明珠湖片区建设实施意见》　明府发〔2026〕3号　明珠区人民政府　2026年1月5日",
    ]


@pytest.mark.parametrize("text", [*HOSTILE, FORBIDDEN, "长" * 40_000])
def test_that_any_text_is_carried(text):
    table = document(table_of(text)).tables[0]
    assert table.cell(1, 3).text == xml_safe(text)


def test_that_nothing_points_outside():
    files = parts(render(TABLE, ".docx"))
    assert not [name for name, text in files.items() if "External" in text or "altChunk" in text]


def test_that_properties_are_told():
    moment = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    core = document(author="王敏", created=moment).core_properties
    assert (core.title, core.author, core.created) == (TABLE.title, "王敏", moment)


def test_that_a_table_without_rows_says_so():
    found = document(task_table([source("一、建库。建成一个库。\n")]))
    assert not found.tables
    assert found.paragraphs[-1].text == NOTHING
