"""A stretch of text, counted in code points."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open stretch ``[start, end)`` of code points; which text it counts in is told by its owner."""

    start: int
    end: int

    def text(self, whole: str) -> str:
        return whole[self.start : self.end]

    def holds(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)
