"""The task table as plain text: one task below the other, for where no table can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.tasks_table import COLUMN_TITLES, NOTHING, SOURCES, TaskColumn, TaskTable
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterator


_HEADS = (TaskColumn.SOURCE, TaskColumn.CATEGORY)  # once, above the tasks that share them
_IN_LINE = (*_HEADS, TaskColumn.NUMBER, TaskColumn.TASK)


def tasks_txt(table: TaskTable) -> bytes:
    """Return the table as a text file, in UTF-8 with the mark by which older editors know it."""
    return (xml_safe("\n".join(_lines(table))) + "\n").encode("utf-8-sig")


def _lines(table: TaskTable) -> Iterator[str]:
    yield table.title
    if not table.several:
        yield from table.source_lines
    if not table.rows:
        yield f"\n{NOTHING}"
    above: dict[TaskColumn, str] = {}
    for row in table.rows:
        cells = dict(zip(table.columns, row.cells, strict=True))
        heads = {column: cells[column] for column in table.columns if column in _HEADS}
        if heads != above:
            yield from (f"\n{text}" for column, text in heads.items() if text and text != above.get(column))
            above = heads
        yield from _task(cells)
    if table.several:
        yield from ("", SOURCES, *table.source_lines)


def _task(cells: dict[TaskColumn, str]) -> Iterator[str]:
    number, name = cells.get(TaskColumn.NUMBER), cells.get(TaskColumn.TASK)
    head = ". ".join(part for part in (number, name) if part)
    yield f"\n{head}" if head else ""
    for column, text in cells.items():
        if text and column not in _IN_LINE:
            first, *others = text.split("\n")
            yield f"　　{COLUMN_TITLES[column]}：{first}"
            yield from (f"　　{other}" for other in others)
