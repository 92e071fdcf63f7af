"""How a task table fills its pages: widths of columns, lines of cells, and where pages begin."""

from __future__ import annotations

import re
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from reader.export.tasks_table import Merge, TaskColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from reader.export.tasks_table import TaskTable

TYPE_SIZE = 10.5  # points, 五号
MILLIMETRES = 25.4 / 72  # in a point
_CHARACTER = TYPE_SIZE * MILLIMETRES
_NARROW, _CAPITAL = 0.5, 0.72  # what letters and digits take of the width of a character
_GAP = 0.25  # of a character, between Chinese and Latin
_LONG = 200  # lines: of a longer cell nobody counts them
_TRIES = 30
# What a line break does not tear: words, marks and what they belong to; 、。 hang over the end of the line.
_CLUSTER = re.compile(
    "[（《〈“‘「『【〔(]*(?:(?P<latin>[A-Za-z0-9.,%+/-]+)|.)[）》〉”’」』】〕％)]*(?P<stops>[、，。；：！？]*)"
)


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
    whole = width / _CHARACTER - len(table.columns) * padding / _CHARACTER
    bounds = [_bounds(table, place) for place in range(len(table.columns))]
    wishes = [max(_wish(table, place), 0.01) for place in range(len(table.columns))]
    characters = _whole(_shared_out(whole, wishes, bounds))
    return tuple(round(c * _CHARACTER + padding, 2) for c in characters)


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


def length(text: str) -> float:
    """Return the width of a text in characters of full width."""
    return sum(1.0 if east_asian_width(c) in "WFA" else _CAPITAL if c.isupper() else _NARROW for c in text)


def lines(text: str, width: float, padding: float, *, hanging: bool = True) -> int:
    """Return how many lines a text takes in a column of ``width`` millimetres.

    In Word 、 and 。 may hang over the end of a line (``hanging``), in a sheet they do not.
    """
    characters = max((width - padding) / _CHARACTER, 1)
    return sum(_broken(line, characters, hanging) for line in text.split("\n"))


def _broken(line: str, characters: float, hanging: bool) -> int:
    whole = length(line)
    if whole > _LONG * characters:
        return ceil(whole / characters)
    count, taken, latin = 1, 0.0, False
    for cluster in _CLUSTER.finditer(line):
        needed = length(cluster[0])
        over = 1 if hanging and cluster["stops"] and cluster.end() < len(line) else 0
        gap = _GAP if latin != bool(cluster["latin"]) else 0
        latin = bool(cluster["latin"])
        if taken + gap + needed - over <= characters:
            taken += gap + needed
            continue
        further = max(1, ceil(needed / characters - _TRIFLE))  # lines of a word longer than one
        count += further if taken else further - 1
        taken = needed % characters if needed > characters else needed
    return count


def head_lines(title: str, width: float, padding: float) -> str:
    """Return the head of a column, broken in its middle where it is wider than the column."""
    fits = (length(title) + 0.1) * _CHARACTER <= width - padding
    half = (len(title) + 1) // 2
    return title if fits else f"{title[:half]}\n{title[half:]}"


class Page(NamedTuple):
    """How many points of rows the first page holds, and any other."""

    first: float
    other: float


class Rows(NamedTuple):
    """How many lines each row takes, and which cells are one: on each page anew, or it would not say to what it belongs."""

    lines: tuple[int, ...]
    merges: tuple[Merge, ...]


def paginate(
    table: TaskTable,
    cells: Sequence[Sequence[int]],
    height: Callable[[int], float],
    page: Page,
    torn: float,
    *,
    labels_in_first: bool = False,
) -> Rows:
    """Return the rows as they come to stand on pages.

    ``cells`` are the lines of each cell, ``height`` tells the points of so many lines; rows above ``torn`` may break
    over two pages. With ``labels_in_first`` a merged cell has its text within its first row, so that no page cuts it.
    A cut makes rows higher, which may move the cuts behind it: hence the tries.
    """
    merges = table.merges
    taken = _row_lines(cells, merges, labels_in_first)
    for _ in range(_TRIES):
        starts = page_starts([height(count) for count in taken], page, torn)
        cut = tuple(_cut(table.merges, starts))
        if cut == merges:
            break
        merges, taken = cut, _row_lines(cells, cut, labels_in_first)
    return Rows(tuple(taken), merges)


def cell_lines(table: TaskTable, columns: Sequence[float], padding: float, *, hanging: bool = True) -> list[list[int]]:
    """Return how many lines each cell takes."""
    return [
        [lines(text, width, padding, hanging=hanging) for text, width in zip(row.cells, columns, strict=True)]
        for row in table.rows
    ]


def _row_lines(cells: Sequence[Sequence[int]], merges: Sequence[Merge], labels_in_first: bool) -> list[int]:
    """Return how many lines each row takes; a cell of several rows makes one of them higher where it must."""
    joined = {(m.column, row) for m in merges for row in range(m.first, m.last + 1)}
    taken = [
        max((count for c, count in enumerate(row) if (c, n) not in joined), default=1) for n, row in enumerate(cells)
    ]
    for merge in merges:
        needed = cells[merge.first][merge.column]
        if labels_in_first:
            taken[merge.first] = max(taken[merge.first], needed)
        else:
            taken[merge.last] += max(0, needed - sum(taken[merge.first : merge.last + 1]))
    return taken


def page_starts(heights: Sequence[float], page: Page, torn: float) -> list[int]:
    """Return the rows that begin a page; rows above ``torn`` may break."""
    starts, left = [], page.first
    for number, height in enumerate(heights):
        if height <= left:
            left -= height
        elif height > torn:  # it goes on overleaf, where the next is the first row that begins
            left = page.other - (height - left) % page.other
            starts.append(number + 1)
        else:
            left = page.other - height
            starts.append(number)
    return sorted(set(starts))


def _cut(merges: Sequence[Merge], starts: Sequence[int]) -> Iterator[Merge]:
    """Yield the merges cut where pages begin."""
    for merge in merges:
        cuts = [merge.first, *(s for s in starts if merge.first < s <= merge.last), merge.last + 1]
        for first, behind in pairwise(cuts):
            if behind - first > 1:
                yield Merge(merge.column, first, behind - 1)
