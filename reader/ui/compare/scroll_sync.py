"""Scrolling two documents together by what belongs together; no Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.records import TOPICS
from reader.comparison.sequences import increasing
from reader.ui.reading.extents import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.comparison.records import Comparison

    Length = Callable[[int], int]


class _Part(NamedTuple):
    """A clause, or the stretch of one (0 to 1), that answers a part or the whole of another."""

    section: int
    start: float
    end: float


def _alike(_section: int) -> int:
    return 1


class ScrollSync:
    """Tells which place of one side answers a place of the other.

    Between editions the pairs that keep their order carry the scrolling: a clause that moved, or that has no
    counterpart, holds the other side at the end of the pair before it, so nothing ever leaps. The parts of a clause
    that was split answer it one behind the other. By topics there is no order, and the other side goes to the best
    answer. Two clauses that are looked at side by side answer each other wherever they stand, until one of them is left.
    """

    def __init__(self, comparison: Comparison, lengths: tuple[Length, Length] = (_alike, _alike)) -> None:
        """``lengths`` tell how long a left and a right clause is: the parts of a split one share it accordingly."""
        self._free = comparison.mode == TOPICS
        self._held: tuple[int, int] | None = None
        if self._free:
            rightward, leftward = comparison.counterpart_of_left, comparison.counterpart_of_right
            self._best: tuple[Callable[[int], int | None], ...] = (rightward, leftward)
        pairs = [(p.left, p.right) for p in comparison.pairs if p.left is not None and p.right is not None]
        chain = _in_order(pairs)
        self._from_left = ([a for a, _ in chain], [b for _, b in chain])
        self._from_right = (self._from_left[1], self._from_left[0])
        self._split: tuple[dict[int, list[_Part]], ...] = ({}, {})  # whole clause → its parts on the other side
        self._part: tuple[dict[int, _Part], ...] = ({}, {})  # part → where in the whole clause it stands
        linked = dict(chain)
        for pair in comparison.pairs if not self._free else ():
            if pair.left in linked and linked[pair.left] == pair.right:
                self._learn(0, pair.lefts, pair.rights, lengths[1])
                self._learn(1, pair.rights, pair.lefts, lengths[0])

    def hold(self, left: int, right: int) -> None:
        """Let two clauses answer each other, whatever the order says."""
        self._held = (left, right)

    def right_of(self, place: Place) -> Place | None:
        """Return the place of the right document that answers one of the left."""
        return self._answer(place, self._from_left, 0)

    def left_of(self, place: Place) -> Place | None:
        """Return the place of the left document that answers one of the right."""
        return self._answer(place, self._from_right, 1)

    def _learn(self, side: int, here: tuple[int, ...], there: tuple[int, ...], length: Length) -> None:
        """Note that one clause answers to several, where nothing else that carries the scrolling lies between them."""
        taken = (self._from_right, self._from_left)[side][0]
        if len(here) != 1 or len(there) < 2 or bisect_left(taken, there[-1]) - bisect_right(taken, there[0]) > 0:
            return
        whole, done = max(1, sum(map(length, there))), 0
        parts = []
        for number in there:
            start, done = done, done + length(number)
            parts.append(_Part(number, start / whole, done / whole))
            self._part[1 - side][number] = _Part(here[0], start / whole, done / whole)
        self._split[side][here[0]] = parts

    def _answer(self, place: Place, chain: tuple[list[int], list[int]], side: int) -> Place | None:
        if self._held is not None:
            if place.section == self._held[side] and place.fraction <= 1.0:
                return Place(self._held[1 - side], place.fraction)
            self._held = None
        if self._free:
            section = self._best[side](place.section)
            return Place(section, place.fraction) if section is not None else None
        if (parts := self._split[side].get(place.section)) is not None:
            return _among(parts, place.fraction)
        if (part := self._part[side].get(place.section)) is not None:
            return Place(part.section, part.start + min(place.fraction, 1.0) * (part.end - part.start))
        here, there = chain
        i = bisect_right(here, place.section) - 1
        if i < 0:
            return Place(0, place.fraction if place.section == 0 else 1.0)
        if here[i] != place.section and (parts := self._split[side].get(here[i])) is not None:
            return Place(parts[-1].section, 1.0)
        return Place(there[i], place.fraction if here[i] == place.section else 1.0)


def _among(parts: list[_Part], fraction: float) -> Place:
    """Return the place a fraction of the way through several clauses."""
    part = next((one for one in parts if fraction < one.end), None)
    if part is None:
        return Place(parts[-1].section, max(1.0, fraction))
    return Place(part.section, (fraction - part.start) / max(1e-9, part.end - part.start))


def _in_order(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rises on both sides; section 0 answers section 0."""
    # Of several pairs of one left section the later right one comes first: no run takes two of them.
    return increasing(sorted({(0, 0), *pairs}, key=lambda pair: (pair[0], -pair[1])))


class OneAtATime:
    """A guard: calls that a call under way sets off come to nothing (they do not queue up)."""

    def __init__(self) -> None:
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether a call is under way."""
        return self._busy

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
