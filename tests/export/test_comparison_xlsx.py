from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from reader.comparison.records import Pair
from reader.export.comparison_table import render
from reader.export.xml_text import xml_safe
from tests.export.comparisons import OLD, paired, paper, source, table, topics
from tests.export.task_tables import FORBIDDEN, HOSTILE

TABLE = table(kinds=True)


def sheet(found=TABLE, **fields):
    return load_workbook(io.BytesIO(render(found, ".xlsx", **fields)), rich_text=True).active


def head(found) -> int:
    return next(row[0].row for row in found.iter_rows() if row[0].value == "序号")


def bare(value) -> str:
    return "".join(str(value or "").split())


def blocks(found) -> list[tuple[str, str, bool]]:
    """Return text, font and strike of each stretch that is set apart within a cell."""
    rich = [cell.value for row in found.iter_rows() for cell in row if isinstance(cell.value, CellRichText)]
    return [(b.text, b.font.rFont, bool(b.font.strike)) for value in rich for b in value if isinstance(b, TextBlock)]


def test_that_the_text_comes_back_as_it_went():
    found = sheet()
    first = head(found) + 1
    for number, row in enumerate(TABLE.rows):
        told = [bare(cell.value) for cell in found[first + number]]
        assert told == [bare(cell.text) for cell in row.cells]


def test_that_differences_are_set_apart_within_the_cells():
    found = blocks(sheet())
    assert ("应当", "黑体", False) in found
    assert ("10小时", "黑体", False) in found
    assert ("可以", "仿宋_GB2312", True) in found
    assert not any(struck and not text.strip() for text, _, struck in found)


def test_that_a_wholly_new_article_is_set_in_hei():
    found = sheet()
    cell = next(c for row in found.iter_rows() for c in row if "志愿服务" in str(c.value))
    fonts = (
        [b.font.rFont for b in cell.value if b.text.strip()]
        if isinstance(cell.value, CellRichText)
        else [cell.font.name]
    )
    assert set(fonts) == {"黑体"}


def test_that_numbers_are_numbers_and_the_head_stays():
    found = sheet()
    first = head(found)
    assert [c.value for c in found["A"][first:] if c.value is not None] == [1, 2, 3, 4]
    assert found.freeze_panes == f"A{first + 1}"
    assert found.auto_filter.ref.startswith(f"A{first}:")
    assert found.print_title_rows == f"${first}:${first}"
    assert (found.page_setup.orientation, found.page_setup.paperSize) == ("landscape", 9)


def test_that_title_and_note_stand_above():
    found = sheet()
    assert found["A1"].value == "《公园管理办法》\n修订对照表"
    assert found["A2"].value == TABLE.note


def test_that_one_clause_with_several_answers_is_merged():
    made = topics("downward")
    pairs = (Pair(2, 3, 0.6, "answered"), Pair(2, 4, 0.3, "answered"))
    comparison = type(made.comparison)("topics", pairs, direction="downward", right_alone=(1,))
    found = sheet(table(made._replace(comparison=comparison)))
    first = head(found) + 1
    merged = {str(area) for area in found.merged_cells.ranges}
    assert {f"A{first}:A{first + 1}", f"B{first}:B{first + 1}", f"A{first + 2}:F{first + 2}"} <= merged


def test_that_a_row_higher_than_any_is_spread_over_several():
    long = "第一条 公园开放：\n" + "公园应当设置座椅和步道，方便市民休憩，并且做好日常养护。\n" * 80
    found = sheet(table(paired("", long, Pair(None, 1, 0.0, "added"))))
    first = head(found) + 1
    areas = [area for area in found.merged_cells.ranges if area.min_row == first]
    assert len(areas) == 4
    assert {area.max_row for area in areas} == {found.max_row}
    heights = [found.row_dimensions[n].height for n in range(first, found.max_row + 1)]
    assert max(heights) <= 409
    assert sum(heights) > 409


@pytest.mark.parametrize("text", [*HOSTILE, FORBIDDEN, "<r>甲</r>", "<r><t>甲</t></r>"])
def test_that_any_text_is_carried_as_text(text):
    line = text.replace("\n", "").replace("\r", "")
    new = f"第一条 公园免费开放。附则{line}另行规定。\n"
    found = sheet(table(source(paper("第一条 公园免费开放。\n"), paper(new)), title=line))
    told = [c for row in found.iter_rows() for c in row if bare(xml_safe(line)) in bare(c.value)]
    assert len(told) >= 2
    assert all(c.data_type != "f" for row in found.iter_rows() for c in row)


def test_that_a_table_without_rows_says_so():
    found = sheet(table(source(paper(OLD), paper(OLD))))
    assert "没有需要列出的差异" in found.cell(head(found) + 1, 1).value
