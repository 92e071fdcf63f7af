"""Where a clause begins and ends on the paper, and places that survive any change of width, size or script."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.structure.section import Outline


class Place(NamedTuple):
    """A place in a document: the clause, and how far into its own text (0 to 1; to 2 in the signature behind it)."""

    section: int
    fraction: float


class Extents:
    """The own text of each clause, in pieces: what stands behind a —— clause belongs to its parent again."""

    def __init__(self, outline: Outline, length: int) -> None:
        self._outline = outline
        self._length = length
        self._pieces: dict[int, tuple[Span, ...]] = {}  # worked out as they are asked for

    def pieces(self, section: int) -> tuple[Span, ...]:
        """Return the stretches of the reading text that belong to a clause itself, not to its children."""
        found = self._pieces.get(section)
        if found is None:
            found = self._pieces[section] = self._find(section)
        return found

    def _find(self, section: int) -> tuple[Span, ...]:
        starts, owners = self._outline.starts, self._outline.owners
        whole = self._outline.sections[section].span if section else Span(0, self._length)
        found: list[Span] = []
        for i in range(max(0, bisect_right(starts, whole.start) - 1), bisect_left(starts, whole.end)):
            if owners[i] != section:
                continue
            end = starts[i + 1] if i + 1 < len(starts) else self._length
            if found and found[-1].end == starts[i]:
                found[-1] = Span(found[-1].start, end)
            else:
                found.append(Span(starts[i], end))
        return tuple(found)

    def start(self, section: int) -> int:
        """Return the offset where a clause begins."""
        return self._outline.sections[section].span.start if section else 0

    def section_at(self, offset: float) -> int:
        """Return the clause a place counts as: what stands between or behind clauses goes with the one before it."""
        return self.place(offset).section

    def place(self, offset: float) -> Place:
        """Return the place of an offset; what is behind the point is a part of one character."""
        section = self._outline.at(int(offset)).number
        if section == 0 and (run := self._run_behind_clauses(int(offset))):
            before, stretch = run
            return Place(before, 1.0 + (offset - stretch.start) / max(1, stretch.end - stretch.start))
        pieces = self.pieces(section)
        whole = sum(p.end - p.start for p in pieces)
        done = sum(min(max(offset - p.start, 0), p.end - p.start) for p in pieces)
        return Place(section, done / whole if whole else 0.0)

    def _run_behind_clauses(self, offset: int) -> tuple[int, Span] | None:
        """Return the clause before a stretch that is in no clause (a signature), and that stretch; None before all."""
        starts, owners = self._outline.starts, self._outline.owners
        here = max(0, bisect_right(starts, offset) - 1)
        first = next((i for i in range(here, -1, -1) if owners[i]), None)
        if first is None:
            return None
        last = next((i for i in range(here, len(owners)) if owners[i]), None)
        return owners[first], Span(starts[first + 1], self._length if last is None else starts[last])

    def offset(self, place: Place) -> float:
        """Return the offset of a place; of a clause that is not there any more, that of the nearest before it."""
        section = min(max(place.section, 0), len(self._outline.sections) - 1)
        while section and not self.pieces(section):
            section -= 1
        pieces = self.pieces(section)
        if place.fraction > 1.0 and section and pieces:
            run = self._run_behind_clauses(min(pieces[-1].end, self._length - 1))
            if run is not None and run[0] == section and run[1].start == pieces[-1].end:
                return run[1].start + min(place.fraction - 1.0, 1.0) * (run[1].end - run[1].start)
        rest = min(max(place.fraction, 0.0), 1.0) * sum(p.end - p.start for p in pieces)
        for piece in pieces:
            if rest < piece.end - piece.start:
                return piece.start + rest
            rest -= piece.end - piece.start
        return float(pieces[-1].end) if pieces else 0.0
