"""How a table fills its pages: lines of cells, and where pages begin."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

TYPE_SIZE = 10.5  # points, 五号
MILLIMETRES = 25.4 / 72  # in a point
CHARACTER = TYPE_SIZE * MILLIMETRES
_NARROW, _CAPITAL = 0.5, 0.72  # what letters and digits take of the width of a character
_GAP = 0.25  # of a character, between Chinese and Latin
_LONG = 200  # lines: of a longer cell nobody counts them
_TRIES = 30
# What a line break does not tear: words, marks and what they belong to; 、。 hang over the end of the line.
_CLUSTER = re.compile(
    "[（《〈“‘「『【〔(]*(?:(?P<latin>[A-Za-z0-9.,%+/-]+)|.)[）》〉”’」』】〕％)]*(?P<stops>[、，。；：！？]*)"
)
_TRIFLE = 0.15  # characters


class Merge(NamedTuple):
    """Rows ``first`` to ``last`` of a column that are one cell."""

    column: int
    first: int
    last: int


def length(text: str) -> float:
    """Return the width of a text in characters of full width."""
    return sum(map(_width, text))


@cache  # a text holds a few thousand different characters
def _width(character: str) -> float:
    if east_asian_width(character) in "WFA":
        return 1.0
    return _CAPITAL if character.isupper() else _NARROW


def lines(text: str, width: float, padding: float, *, hanging: bool = True) -> int:
    """Return how many lines a text takes in a column of ``width`` millimetres.

    In Word 、 and 。 may hang over the end of a line (``hanging``), in a sheet they do not.
    """
    characters = max((width - padding) / CHARACTER, 1)
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
    fits = (length(title) + 0.1) * CHARACTER <= width - padding
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
    merges: Sequence[Merge],
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
    asked = merges = tuple(merges)
    taken = _row_lines(cells, merges, labels_in_first)
    for _ in range(_TRIES):
        starts = page_starts([height(count) for count in taken], page, torn)
        cut = tuple(_cut(asked, starts))
        if cut == merges:
            break
        merges, taken = cut, _row_lines(cells, cut, labels_in_first)
    return Rows(tuple(taken), merges)


def cell_lines(
    rows: Iterable[Sequence[str]], columns: Sequence[float], padding: float, *, hanging: bool = True
) -> list[list[int]]:
    """Return how many lines each cell takes."""
    return [
        [lines(text, width, padding, hanging=hanging) for text, width in zip(cells, columns, strict=True)]
        for cells in rows
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
    """Yield the merges cut where pages begin (``starts``, ascending)."""
    for merge in merges:
        inside = starts[bisect_right(starts, merge.first) : bisect_right(starts, merge.last)]
        cuts = [merge.first, *inside, merge.last + 1]
        for first, behind in pairwise(cuts):
            if behind - first > 1:
                yield Merge(merge.column, first, behind - 1)
