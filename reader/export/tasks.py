"""The task table (任务分解表) of one or several documents, and the files it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.note_list import about
from reader.export.tasks_cells import Item, cell_text, merges, with_first_as_lead
from reader.export.tasks_table import COLUMN_TITLES as COLUMN_TITLES
from reader.export.tasks_table import DEFAULT_COLUMNS as DEFAULT_COLUMNS
from reader.export.tasks_table import KIND, TaskColumn, TaskRow, TaskSource, TaskTable, TaskTableOptions
from reader.units.assignment import Duty
from reader.units.order import order_key
from reader.units.scope_notes import scope_notes
from reader.units.tasks import tasks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from reader.export.styles import GongwenType
    from reader.units.roster import RosterEntry
    from reader.units.tasks import Task

SUFFIXES = (".docx", ".xlsx", ".html", ".txt")
_IN_CHARGE = (Duty.LEAD, Duty.RESPONSIBLE, Duty.SUPPORT)


def task_table(
    sources: Sequence[TaskSource], options: TaskTableOptions | None = None, roster: Sequence[RosterEntry] = ()
) -> TaskTable:
    """Return the table of all tasks of the documents, a block a document or in the order of the office's list."""
    options = options or TaskTableOptions()
    items = [item for place, source in enumerate(sources) for item in _items(source, place, options)]
    if options.order == "roster":
        items.sort(key=lambda item: _rank(item.task, roster))
    columns = _columns(options, several=len(sources) > 1)
    rows = [
        TaskRow(
            item.place,
            item.source.number,
            item.task.section,
            item.task.part,
            tuple(cell_text(column, item, number, columns) for column in columns),
        )
        for number, item in enumerate(items, start=1)
    ]
    if not options.blank_columns:
        columns, rows = _filled(columns, rows)
    return TaskTable(
        title=options.title.strip() or (sources[0].name if len(sources) == 1 else "") + KIND,
        source_lines=tuple(_source_lines(sources)),
        columns=columns,
        rows=tuple(rows),
        merges=tuple(merges(columns, items)) if options.merged else (),
        several=len(sources) > 1,
    )


def render(
    table: TaskTable,
    suffix: str,
    type_: GongwenType | None = None,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return the table as a .docx, .xlsx, .html or .txt file. Raises ValueError for another suffix."""
    if suffix == ".docx":
        from reader.export.tasks_docx import tasks_docx

        return tasks_docx(table, type_, author=author, created=created)
    if suffix == ".xlsx":
        from reader.export.tasks_xlsx import tasks_xlsx

        return tasks_xlsx(table, type_, author=author, created=created)
    if suffix == ".html":
        from reader.export.tasks_html import tasks_html

        return tasks_html(table)
    if suffix == ".txt":
        from reader.export.tasks_text import tasks_txt

        return tasks_txt(table)
    raise ValueError(f"no such format: {suffix}")


def _items(source: TaskSource, place: int, options: TaskTableOptions) -> Iterator[Item]:
    found = tasks(
        source.simplified,
        source.outline,
        source.assignments,
        issued_on=source.front.issued_on,
        notes=scope_notes(source.simplified, source.outline),
        as_read=source.as_read,
    )
    wanted = {*_IN_CHARGE, *([Duty.MEMBER] if _has_members(options) else [])}
    if TaskColumn.GUIDE in options.columns:
        wanted.add(Duty.GUIDE)
    for task in found:
        if source.only is not None and task.section not in source.only:
            continue
        if not wanted.isdisjoint(task.duties):
            yield Item(source, place, with_first_as_lead(task) if options.first_leads else task)


def _has_members(options: TaskTableOptions) -> bool:
    return options.members or TaskColumn.MEMBER in options.columns


def _columns(options: TaskTableOptions, *, several: bool) -> tuple[TaskColumn, ...]:
    """Return the chosen columns, and those that the choice of documents and members asks for."""
    columns = list(dict.fromkeys(options.columns)) or list(DEFAULT_COLUMNS)
    if several and TaskColumn.SOURCE not in columns:
        columns.insert(1 if columns[0] is TaskColumn.NUMBER else 0, TaskColumn.SOURCE)
    if options.members and TaskColumn.MEMBER not in columns:
        last = max((columns.index(c) for c in (TaskColumn.SUPPORT, TaskColumn.RESPONSIBLE) if c in columns), default=-1)
        columns.insert(last + 1 or len(columns), TaskColumn.MEMBER)
    return tuple(columns)


def _filled(columns: Sequence[TaskColumn], rows: Sequence[TaskRow]) -> tuple[tuple[TaskColumn, ...], list[TaskRow]]:
    """Leave out the columns that no row fills, unless that is all of them; 备注 is left to be written in."""
    filled = {n for row in rows for n, cell in enumerate(row.cells) if cell}
    kept = [n for n, c in enumerate(columns) if c is TaskColumn.REMARK or n in filled]
    if not filled:
        return tuple(columns), list(rows)
    return tuple(columns[n] for n in kept), [row._replace(cells=tuple(row.cells[n] for n in kept)) for row in rows]


def _rank(task: Task, roster: Sequence[RosterEntry]) -> tuple[int, tuple[int, ...]]:
    """Return where the unit in charge stands in the office's list; tasks of nobody come last."""
    first = next((task.duties[duty][0] for duty in _IN_CHARGE if duty in task.duties), None)
    return (0, order_key(first.name, roster)) if first else (1, ())


def _source_lines(sources: Sequence[TaskSource]) -> Iterator[str]:
    """Yield number, issuer and date of the one document, or a line for each of several."""
    if len(sources) == 1:
        if line := about(sources[0].front):
            yield line
        return
    for number, source in enumerate(sources, start=1):
        line = about(source.front)
        yield f"{number}.{source.name}" + (f"　{line}" if line else "")
