from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import openpyxl
import pytest

from reader.export.tasks import render, task_table
from reader.export.tasks_table import NOTHING, TaskTableOptions
from reader.export.tasks_xlsx import TOO_LONG
from reader.export.xml_text import xml_safe
from tests.export.task_tables import FORBIDDEN, HOSTILE, other, source, table_of

TABLE = task_table([source()])
HEAD = 3  # its row, below title and source


def book(table=TABLE, **fields):
    return openpyxl.load_workbook(io.BytesIO(render(table, ".xlsx", **fields)))


def sheet(table=TABLE, **fields):
    return book(table, **fields).active


def part(name: str, table=TABLE) -> str:
    with zipfile.ZipFile(io.BytesIO(render(table, ".xlsx"))) as archive:
        return archive.read(name).decode()


def test_that_the_text_comes_back_as_it_went():
    found = sheet(task_table([source()], TaskTableOptions(merged=False)))
    rows = [[cell.value for cell in row] for row in found.iter_rows(min_row=HEAD)]
    texts = [[int(row.cells[0]), *(text or None for text in row.cells[1:])] for row in TABLE.rows]
    assert rows == [list(TABLE.heads), *texts]


def test_that_title_and_source_stand_above():
    found = sheet()
    assert found["A1"].value == "《明珠湖片区建设实施意见》\n任务分解表"
    assert found["A2"].value == "明府发〔2026〕3号　明珠区人民政府　2026年1月5日"
    assert found.title == "任务分解表"


def test_that_the_head_has_filters_and_stays_in_view():
    found = sheet()
    assert found.auto_filter.ref == "A3:I8"
    assert found.freeze_panes == "A4"


def test_that_it_prints_on_a4_with_its_head_on_each_page():
    found = sheet()
    assert found.page_setup.orientation == "landscape"
    assert found.page_setup.paperSize == 9
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert found.page_setup.fitToWidth in (None, 1)  # one is what it is where it is not told
    assert found.page_setup.fitToHeight == 0
    assert found.print_title_rows == "$3:$3"
    assert found.oddFooter.center.text == "第&P页　共&N页"


def test_that_categories_and_tasks_are_merged():
    merged = {str(cells) for cells in sheet().merged_cells.ranges}
    assert merged == {"A1:I1", "A2:I2", "B4:B5", "B6:B8", "C6:C7"}


def test_that_filters_find_what_a_merged_cell_hides():
    # A filter looks at each row: without its own value a row of a merged category would vanish.
    strings = part("xl/sharedStrings.xml").split("<si>")[1:]
    place = next(n for n, text in enumerate(strings) if "（二）提升环境品质" in text)
    rows = part("xl/worksheets/sheet1.xml")
    for cell in ("B6", "B7", "B8"):
        found = rows[rows.index(f'r="{cell}"') :].split("</c>")[0]
        assert found.endswith(f"<v>{place}</v>")


def test_that_cells_wrap_and_have_borders_and_the_type_of_documents():
    found = sheet()
    for cell in (found["D4"], found["F4"], found["I8"]):
        assert cell.alignment.wrap_text
        assert cell.border.left.style == cell.border.bottom.style == "thin"
        assert cell.font.name == "仿宋_GB2312"
    assert found["A1"].font.name == "方正小标宋简体"
    assert {cell.font.name for cell in found[HEAD]} == {"黑体"}


def test_that_rows_are_high_enough_for_their_text():
    found = sheet(table_of("短", "长" * 400, "行\n" * 9))
    heights = [found.row_dimensions[row].height for row in (3, 4, 5)]
    assert heights[0] < heights[2] < heights[1]
    assert heights[2] >= 9 * 14


def test_that_no_row_is_higher_than_the_program_lets_it_be():
    found = sheet(table_of("长" * 40_000))
    assert found.row_dimensions[3].height <= 409.5


def test_that_long_texts_get_a_wider_sheet():
    def width(table):
        return sum(dimension.width for dimension in sheet(table).column_dimensions.values())

    assert width(table_of("长" * 1500)) > 1.1 * width(table_of("长" * 500))


@pytest.mark.parametrize("text", [*HOSTILE, FORBIDDEN])
def test_that_any_text_is_carried_as_text(text):
    cell = sheet(table_of(text))["D3"]
    assert cell.data_type == "s"
    assert cell.value.replace("_x005F_", "_") == xml_safe(text)


@pytest.mark.parametrize("text", ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1"])
def test_that_what_looks_like_a_formula_stays_text_when_it_is_edited(text):
    assert sheet(table_of(text))["D3"].quotePrefix
    assert not sheet(table_of("无" + text))["D3"].quotePrefix
    assert "<f>" not in part("xl/worksheets/sheet1.xml", table_of(text))


@pytest.mark.parametrize("text", ["长" * 40_000, "\U00020000" * 20_000])
def test_that_a_text_too_long_for_a_cell_is_cut_and_says_so(text):
    value = sheet(table_of(text))["D3"].value
    assert value.endswith(TOO_LONG)
    assert text.startswith(value.removesuffix(TOO_LONG))
    assert 32_700 < len(value.encode("utf-16-le")) // 2 <= 32_767


def test_that_the_longest_text_of_a_cell_is_whole():
    assert sheet(table_of("长" * 32_767))["D3"].value == "长" * 32_767


def test_that_several_documents_are_listed_behind_the_table():
    found = sheet(task_table([source(), other()]))
    assert [found.cell(row, 1).value for row in range(10, 13)] == [
        "来源文件：",
        "1.《明珠湖片区建设实施意见》　明府发〔2026〕3号　明珠区人民政府　2026年1月5日",
        "2.《数据工作方案》　明府办〔2026〕9号　2026年2月1日",
    ]
    assert found.auto_filter.ref == "A2:J8"


def test_that_properties_are_told():
    moment = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    properties = book(author="王敏", created=moment).properties
    assert (properties.title, properties.creator) == (TABLE.title, "王敏")
    assert properties.created == moment.replace(tzinfo=None)


def test_that_one_column_alone_is_a_sheet_too():
    from reader.export.tasks_table import TaskColumn

    found = sheet(task_table([source()], TaskTableOptions(columns=(TaskColumn.MEASURE,))))
    assert [found.cell(row, 1).value for row in (3, 4)] == ["具体举措", "2026年6月底前打通3条断头路。"]


def test_that_a_table_without_rows_says_so():
    found = sheet(task_table([source("一、建库。建成一个库。\n")]))
    assert found["A4"].value == NOTHING
