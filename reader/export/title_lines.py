"""Breaking a title into lines (GB/T 9704-2012, 7.3.1): words stay whole, lines are even."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise

_CHARACTER = 22 * 25.4 / 72  # millimetres, 二号
_NO_START = frozenset("、，。：；！？）〕》〉”’·…的和与及等")
_NO_END = frozenset("《〈（〔“‘")
_GOOD_START = ("关于", "《", "〈", "“")
_GOOD_END = ("的", "、", "，", "》", "〉", "”")
_MOST_LINES = 8  # what is longer is no title, and not worth the search for its best shape
_CAPITAL = 0.72  # of the width of a Chinese character, on the average of Times New Roman
_BAD_BREAK, _EXTRA_LINE = 40, 10  # against the squares of what lines are too long or too short, in characters


def title_lines(text: str, width: float) -> list[str]:
    """Return the lines of a title in 22 pt type on a measure of ``width`` millimetres."""
    title = " ".join(text.split())
    capacity = width / _CHARACTER
    needed = int(-(-_width(title) // capacity))
    if needed <= 1:
        return [title]
    counts = (needed, needed + 1) if needed <= _MOST_LINES else ()
    shapes = (_shape(title, count, capacity) for count in counts)
    found = [shape for shape in shapes if shape]
    cuts = min(found)[1] if found else tuple(range(0, len(title), int(capacity)))
    return [title[start:end].strip() for start, end in pairwise((*cuts, len(title)))]


def _shape(title: str, count: int, capacity: float) -> tuple[float, tuple[int, ...]] | None:
    """Return what the best break into ``count`` lines costs and where its lines begin; None where none fits."""
    places = _breaks(title)
    ideal = _width(title) / count

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        if left == 1:
            width = _width(title[start:])
            return ((width - ideal) ** 2, (start,)) if width <= capacity else None
        options = []
        for place in (p for p in places if p > start):
            width = _width(title[start:place])
            if width > capacity:
                break
            if rest := best(place, left - 1):
                options.append((rest[0] + (width - ideal) ** 2 + _price(title, place), (start, *rest[1])))
        return min(options, default=None)

    found = best(0, count)
    return (found[0] + _EXTRA_LINE * count, found[1]) if found else None


def _price(title: str, place: int) -> int:
    good = title.startswith(_GOOD_START, place) or title.endswith(_GOOD_END, 0, place)
    return 0 if good else _BAD_BREAK


def _breaks(title: str) -> list[int]:
    """Return the places between words where a line may end."""
    from reader.text.words import words  # jieba is slow to load, and short titles never need it

    starts = sorted({start for _, start, _ in words(title)})
    return [p for p in starts if p > 0 and title[p] not in _NO_START and title[p - 1] not in _NO_END]


def _width(text: str) -> float:
    """Return the width in characters of full width."""
    return sum(1 if unicodedata.east_asian_width(c) in "WFA" else _CAPITAL if c.isupper() else 0.5 for c in text)
