"""What stands in the cells of a task table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.export.citation import locus
from reader.export.note_list import heading_line
from reader.export.table_layout import Merge
from reader.export.tasks_table import UNIT_COLUMNS, TaskColumn, TaskSource
from reader.units.assignment import Duty

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from reader.units.tasks import Task, TaskUnit

FIRST_LEADS = "首位列为牵头（惯例，待核）"
_GUIDES = "指导单位："
_NO_LEAD = "职责分工"  # what is divided by duties has no lead, whoever stands first


class Item(NamedTuple):
    """A task with the document it is from; ``place`` counts the documents."""

    source: TaskSource
    place: int
    task: Task


def with_first_as_lead(task: Task) -> Task:
    """Return the task with the first of its 责任单位 as lead and a remark that custom alone says so.

    A list of one, and one that is divided by duties, stays as it is.
    """
    listed = task.duties.get(Duty.RESPONSIBLE, ())
    if Duty.LEAD in task.duties or len(listed) < 2 or _NO_LEAD in listed[0].role:
        return task
    duties = dict(task.duties) | {Duty.LEAD: listed[:1], Duty.RESPONSIBLE: listed[1:]}
    return task._replace(duties=duties, remarks=(*task.remarks, FIRST_LEADS))


def cell_text(column: TaskColumn, item: Item, number: int, columns: Sequence[TaskColumn]) -> str:
    """Return the text of a cell; ``number`` is that of the row."""
    task, source = item.task, item.source
    if duty := UNIT_COLUMNS.get(column):
        return units_text(task.duties.get(duty, ()))
    match column:
        case TaskColumn.NUMBER:
            return str(number)
        case TaskColumn.SOURCE:
            return source.name + (f"（{source.front.doc_number}）" if source.front.doc_number else "")
        case TaskColumn.CATEGORY:
            lines = [heading_line(source.outline.sections[n]) for n in task.above or (task.named_by,)]
            return "\n".join(lines)
        case TaskColumn.TASK:
            return task.heading
        case TaskColumn.MEASURE:
            return task.measure
        case TaskColumn.TARGET:
            return "；".join(dict.fromkeys(target.text for target in task.targets))
        case TaskColumn.DEADLINE:
            return "；".join(dict.fromkeys(deadline.text for deadline in task.deadlines))
        case TaskColumn.CLAUSE:
            return locus(source.outline, source.outline.sections[task.section], form="short").strip()
        case _:
            return "；".join(_remarks(task, columns))


def units_text(units: Sequence[TaskUnit]) -> str:
    """Return A、B，C等: groups stay apart as they are written, 等 stands behind the last of its list."""
    text = ""
    for place, unit in enumerate(units):
        if place:
            text += "、" if unit.group == units[place - 1].group else "，"
        text += unit.name + ("等" if unit.open_ended else "")
    return text


def _remarks(task: Task, columns: Sequence[TaskColumn]) -> Iterator[str]:
    if Duty.GUIDE in task.duties and TaskColumn.GUIDE not in columns:
        yield _GUIDES + units_text(task.duties[Duty.GUIDE])
    yield from task.remarks


def merges(columns: Sequence[TaskColumn], items: Sequence[Item]) -> Iterator[Merge]:
    """Yield the cells that are one: those of one document, of one category and of one task with several rows."""
    for place, column in enumerate(columns):
        if column not in (TaskColumn.SOURCE, TaskColumn.CATEGORY, TaskColumn.TASK):
            continue
        first = 0
        for _, same in groupby(items, key=lambda item: _what(column, item)):
            last = first + len(list(same)) - 1
            if last > first:
                yield Merge(place, first, last)
            first = last + 1


def _what(column: TaskColumn, item: Item) -> Hashable:
    if column is TaskColumn.SOURCE:
        return item.place
    named_by = None if column is TaskColumn.CATEGORY and item.task.above else item.task.named_by
    return item.place, item.task.above, named_by
