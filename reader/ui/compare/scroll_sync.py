"""Scrolling two documents together by what belongs together; no Qt."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.comparison.records import TOPICS
from reader.ui.reading.extents import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.comparison.records import Comparison


class ScrollSync:
    """Tells which place of one side answers a place of the other.

    Between editions the pairs that keep their order carry the scrolling: a clause that moved, or that has no
    counterpart, holds the other side at the end of the pair before it, so nothing ever leaps. By topics there is no
    order, and the other side goes to the best answer.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._free = comparison.mode == TOPICS
        pairs = [(p.left, p.right) for p in comparison.pairs if p.left is not None and p.right is not None]
        if self._free:
            rightward, leftward = comparison.counterpart_of_left, comparison.counterpart_of_right
            self._best: tuple[Callable[[int], int | None], ...] = (rightward, leftward)
        chain = _in_order(pairs)
        self._from_left = ([a for a, _ in chain], [b for _, b in chain])
        self._from_right = (self._from_left[1], self._from_left[0])

    def right_of(self, place: Place) -> Place | None:
        """Return the place of the right document that answers one of the left."""
        return self._answer(place, self._from_left, 0)

    def left_of(self, place: Place) -> Place | None:
        """Return the place of the left document that answers one of the right."""
        return self._answer(place, self._from_right, 1)

    def _answer(self, place: Place, chain: tuple[list[int], list[int]], side: int) -> Place | None:
        if self._free:
            section = self._best[side](place.section)
            return Place(section, place.fraction) if section is not None else None
        here, there = chain
        i = bisect_right(here, place.section) - 1
        if i < 0:
            return Place(0, place.fraction if place.section == 0 else 1.0)
        return Place(there[i], place.fraction if here[i] == place.section else 1.0)


def _in_order(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rises on both sides; section 0 answers section 0."""
    ordered = sorted({(0, 0), *pairs})
    tails: list[int] = []  # index of the pair that ends the best run of each length
    before: list[int] = []
    for i, (left, right) in enumerate(ordered):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            if ordered[tails[middle]][1] < right and ordered[tails[middle]][0] < left:
                low = middle + 1
            else:
                high = middle
        before.append(tails[low - 1] if low else -1)
        tails[low : low + 1] = [i]
    out, at = [], tails[-1]
    while at >= 0:
        out.append(ordered[at])
        at = before[at]
    return out[::-1]


class OneAtATime:
    """A guard: calls that a call under way sets off come to nothing (they do not queue up)."""

    def __init__(self) -> None:
        self._busy = False

    @contextmanager
    def entered(self) -> Iterator[bool]:
        """Yield whether this is the call that may go on."""
        if self._busy:
            yield False
            return
        self._busy = True
        try:
            yield True
        finally:
            self._busy = False
