from __future__ import annotations

import pytest

from reader.export.table_layout import (
    CHARACTER,
    Merge,
    Page,
    cell_lines,
    head_lines,
    lines,
    page_starts,
    paginate,
)
from reader.export.tasks import task_table
from reader.export.tasks_layout import widths
from reader.export.tasks_table import TaskColumn, TaskTableOptions
from tests.export.task_tables import source, table_of


def wide(characters: float) -> float:
    return characters * CHARACTER + 2.01


@pytest.mark.parametrize(
    ("text", "characters", "taken"),
    [
        ("", 5, 1),
        ("国" * 10, 5, 2),
        ("国" * 11, 5, 3),
        ("国家\n国家", 5, 2),
        ("国" * 5 + "，" + "国" * 4, 5, 2),  # the mark hangs over the end of the line
        ("国" * 4 + "（国）国", 5, 2),  # a bracket does not end a line
        ("国国国国2026年", 5, 2),  # and a number is not torn
        ("ABCDEFGHIJKLMNOPQRST", 5, 3),
    ],
)
def test_that_lines_are_counted_as_they_break(text, characters, taken):
    assert lines(text, wide(characters), 2) == taken


def test_that_marks_do_not_hang_in_a_sheet():
    text = "国" * 5 + "，" + "国" * 4
    assert lines(text, wide(5), 2, hanging=False) == 3


def test_that_a_very_long_text_is_counted_fast():
    assert lines("国" * 1_000_000, wide(5), 2) == pytest.approx(200_000, rel=0.001)


def test_that_width_goes_where_text_is_long():
    table = table_of("长" * 300, "长" * 20)
    shares = dict(zip(table.columns, widths(table, 265, 2), strict=True))
    assert sum(shares.values()) == pytest.approx(265, abs=0.1)
    assert shares[TaskColumn.MEASURE] > 100
    assert shares[TaskColumn.LEAD] < 20


def test_that_most_names_of_units_stay_in_one_line():
    table = task_table([source()])
    shares = dict(zip(table.columns, widths(table, 265, 2), strict=True))
    assert lines("区建设交通委、", shares[TaskColumn.RESPONSIBLE], 2) == 1


@pytest.mark.parametrize("columns", [(TaskColumn.NUMBER,), (TaskColumn.MEASURE,), tuple(TaskColumn)])
def test_that_any_choice_of_columns_fills_the_width(columns):
    table = task_table([source()], TaskTableOptions(columns=columns, members=False))
    shares = widths(table, 265, 2)
    assert sum(shares) == pytest.approx(265, abs=0.2)
    assert min(shares) > 5


def test_that_a_head_is_broken_in_its_middle():
    assert head_lines("牵头单位", wide(4.2), 2) == "牵头单位"
    assert head_lines("牵头单位", wide(3.4), 2) == "牵头\n单位"


def test_that_pages_begin_where_rows_no_longer_fit():
    assert page_starts([40, 40, 40, 40], Page(100, 100), torn=90) == [2]
    assert page_starts([40, 40, 40, 40], Page(60, 100), torn=90) == [1, 3]
    assert page_starts([40, 120, 40, 40], Page(100, 100), torn=90) == [2, 3]
    assert page_starts([40, 150, 40, 40], Page(100, 100), torn=90) == [2]


def test_that_merged_cells_are_cut_where_pages_begin():
    table = table_of(*["国"] * 6, merges=(Merge(1, 0, 5),))
    cells = cell_lines((row.cells for row in table.rows), [wide(10)] * len(table.columns), 2)
    laid = paginate(table.merges, cells, lambda count: count * 10.0, Page(25, 30), torn=30)
    assert laid.merges == (Merge(1, 0, 1), Merge(1, 2, 4))
    assert laid.lines == (1,) * 6


def test_that_a_merged_cell_has_room_for_its_text():
    table = table_of("国", "国", merges=(Merge(1, 0, 1),))
    cells = [[1, 5, 1], [1, 5, 1]]
    page = Page(1000, 1000)
    assert paginate(table.merges, cells, float, page, torn=30).lines == (1, 4)
    assert paginate(table.merges, cells, float, page, torn=30, labels_in_first=True).lines == (5, 1)
