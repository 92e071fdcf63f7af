"""Where the lines of a title end: at the borders of words, as far as the document itself shows them; no Qt."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise
from typing import NamedTuple

_NO_START = frozenset("、，。：；！？）〕》〉”’·…的和与及等")
_NO_END = frozenset("《〈（〔“‘")
_GOOD_END = ("关于印发", "的", "、", "》", "〉", "”", "区", "市", "省", "县")
_BAD_END = ("关于", "转发")
_BAD_START = frozenset("区市省县局委")
_SAMPLE = 20_000  # characters of the document that are looked at
_BAD = 12.0  # what a break inside a word costs, against the squares of what lines are too short, in characters
_GOOD = 2.0
_SHORTEST = 2.3  # em that a line may be shorter than the longest
_SPARE = 0.4  # em beside the longest line, so that it is sure to fit


class TitleLine(NamedTuple):
    """One line: where it begins and ends in the title, and how far its characters stand apart, in em."""

    start: int
    end: int
    spacing: float


class TitleShape(NamedTuple):
    """The lines of a title, and how wide they are set, in em."""

    lines: tuple[TitleLine, ...]
    width: float


def title_shape(title: str, text: str, capacity: float) -> TitleShape | None:
    """Return how to set a title in lines of at most ``capacity`` em; None where it is left to itself.

    The text is never changed: a line ends where the next character has no more room.
    """
    widths = [1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.55 for c in title]
    lines = title_lines(title, text, widths, capacity)
    if not lines:
        return None
    room = min(max(sum(widths[start:end]) for start, end in lines) + _SPARE, capacity)
    spaced = []
    for start, end in lines:
        left = room - sum(widths[start : end + 1]) if end < len(title) else -1.0
        spaced.append(TitleLine(start, end, max(0.0, (left + 0.1) / (end - start))))
    return TitleShape(tuple(spaced), room)


def title_lines(title: str, text: str, widths: list[float], capacity: float) -> list[tuple[int, int]]:
    """Return start and end of the lines of a title in as few lines as it needs, none if no break is any good.

    ``widths`` are those of its characters, as ``capacity`` in em. Two characters that stand together wherever one of
    them occurs in ``text`` are taken for a word.
    """
    total = sum(widths)
    count = int(-(-total // capacity))
    if count < 2 or count > 5:
        return []
    sample = text[:_SAMPLE]
    ideal = total / count

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        if left == 1:
            width = sum(widths[start:])
            return ((width - ideal) ** 2, (start,)) if width <= capacity else None
        options, width = [], 0.0
        for end in range(start + 1, len(title)):
            width += widths[end - 1]
            if width > capacity:
                break
            if abs(width - ideal) <= ideal / 3 and _may_break(title, end) and (rest := best(end, left - 1)):
                price = (width - ideal) ** 2 + _price(title, end, sample)
                options.append((price + rest[0], (start, *rest[1])))
        return min(options, default=None)

    found = best(0, count)
    if found is None:
        return []
    lines = list(pairwise((*found[1], len(title))))
    measured = [sum(widths[start:end]) for start, end in lines]
    return lines if max(measured) - min(measured[:-1]) <= _SHORTEST else []


def _may_break(title: str, at: int) -> bool:
    return title[at] not in _NO_START and title[at - 1] not in _NO_END


def _price(title: str, at: int, sample: str) -> float:
    """Return what a break costs: nothing between words, most in the midst of a name."""
    before, after = title[at - 1], title[at]
    rarer = min(sample.count(before), sample.count(after))
    together = sample.count(before + after) / rarer if rarer else 0.0
    if after in _BAD_START or title.endswith(_BAD_END, 0, at):
        together += 0.5
    good = title.endswith(_GOOD_END, 0, at) or title.startswith(("《", "关于"), at)
    return _BAD * min(1.0, together) - (_GOOD if good else 0.0)
