"""How wide the columns of a task table are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.export.table_layout import CHARACTER, length
from reader.export.tasks_table import TaskColumn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.export.tasks_table import TaskTable

_SMALL, _TRIFLE = 4, 0.15  # characters
_NAME = re.compile("[^、，；]+")


class _Bounds(NamedTuple):
    """Least and greatest width in characters."""

    least: float
    most: float


_BOUNDS: Mapping[TaskColumn, _Bounds] = {
    TaskColumn.NUMBER: _Bounds(2.4, 3),
    TaskColumn.SOURCE: _Bounds(5.2, 8),
    TaskColumn.CATEGORY: _Bounds(6.2, 8),
    TaskColumn.TASK: _Bounds(5.2, 9),
    TaskColumn.MEASURE: _Bounds(16, 400),
    TaskColumn.CLAUSE: _Bounds(5.2, 7),
    TaskColumn.DEADLINE: _Bounds(4.2, 8),
    TaskColumn.TARGET: _Bounds(4.2, 9),
    TaskColumn.REMARK: _Bounds(4.2, 10),
}
_UNITS = _Bounds(4.2, 14)
_NAMES = _Bounds(5.2, 7.4)  # what a column of units has at least: most names and their 、 stay in one line
_MOST_NAMES = 0.75


def widths(table: TaskTable, width: float, padding: float) -> tuple[float, ...]:
    """Return the widths of the columns in millimetres; ``padding`` is what a cell loses at its two sides.

    Rows are as high as their highest cell, so width goes where text is long: minimising the sum of the fourth powers
    of all heights gives each column the fifth root of the fourth powers of its lengths.
    """
    whole = width / CHARACTER - len(table.columns) * padding / CHARACTER
    bounds = [_bounds(table, place) for place in range(len(table.columns))]
    wishes = [max(_wish(table, place), 0.01) for place in range(len(table.columns))]
    characters = _whole(_shared_out(whole, wishes, bounds))
    return tuple(round(c * CHARACTER + padding, 2) for c in characters)


def _whole(characters: Sequence[float]) -> list[float]:
    """Let columns hold whole characters and a trifle; what that leaves over goes to the widest."""
    whole = [c if c < _SMALL else int(c) + _TRIFLE for c in characters]
    widest = whole.index(max(whole))
    whole[widest] = 0
    whole[widest] = sum(characters) - sum(whole)
    return whole


def _bounds(table: TaskTable, place: int) -> _Bounds:
    bounds = _BOUNDS.get(table.columns[place], _UNITS)
    texts = [row.cells[place] for row in table.rows if row.cells[place]]
    if not texts:
        return _Bounds(bounds.least, bounds.least)
    if bounds is not _UNITS and table.columns[place] is not TaskColumn.DEADLINE:
        return bounds
    names = sorted(length(name) for text in texts for name in _NAME.findall(text))
    most = names[int(_MOST_NAMES * (len(names) - 1))] if names else 0
    share = min(1.0, 2 * len(texts) / len(table.rows))  # a column that few rows fill may break its names
    return _Bounds(_NAMES.least + share * (min(max(most + 1.2, _NAMES.least), _NAMES.most) - _NAMES.least), bounds.most)


def _wish(table: TaskTable, place: int) -> float:
    return float(sum(length(row.cells[place]) ** 4 for row in table.rows) ** 0.2)


def _shared_out(whole: float, wishes: Sequence[float], bounds: Sequence[_Bounds]) -> list[float]:
    """Share out a width in proportion to the wishes; who would get less or more than his bounds gets these."""
    given = [b.least for b in bounds]
    open_ = set(range(len(wishes)))
    while open_:
        rest = whole - sum(given[n] for n in range(len(wishes)) if n not in open_)
        unit = rest / sum(wishes[n] for n in open_)
        small = {n for n in open_ if wishes[n] * unit < bounds[n].least}
        large = {n for n in open_ if wishes[n] * unit > bounds[n].most}
        for n in open_:
            given[n] = min(max(wishes[n] * unit, bounds[n].least), bounds[n].most)
        if not (settled := small or large):
            break
        open_ -= settled
    scale = whole / sum(given)
    return [g * scale for g in given]
