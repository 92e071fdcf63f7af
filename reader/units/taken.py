"""Stretches of a text that are spoken for."""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.text.spans import Span


class Taken:
    """Stretches that do not overlap each other; whether another overlaps them is told without looking at all."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def add(self, span: Span) -> None:
        insort(self._spans, span)

    def overlaps(self, span: Span) -> bool:
        if not self._spans:
            return False
        at = bisect_right(self._spans, span)
        return any(span.overlaps(other) for other in self._spans[max(0, at - 1) : at + 1])

    def end_at(self, offset: int) -> int:
        """Return where the stretch that holds an offset ends; the offset itself where none does."""
        at = bisect_right(self._spans, (offset + 1,)) - 1
        return max(offset, self._spans[at].end) if at >= 0 else offset
