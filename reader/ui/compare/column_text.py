"""Two editions as one text: the newer, with what was struck out standing where it stood; no Qt.

The text is laid out as a document of its own, so that it is typeset like any other.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.library.records import OpenDocument
    from reader.ui.reading.shapes import Tint

LEFT, RIGHT = 0, 1


class Run(NamedTuple):
    """A stretch of the column and where it was taken from."""

    start: int  # in the column
    side: int
    source: Span

    @property
    def end(self) -> int:
        return self.start + self.source.end - self.source.start


class ColumnText:
    """What stands in the column, what is drawn about it, and the way to and from the two documents."""

    def __init__(self, document: OpenDocument, tints: tuple[Tint, ...], runs: tuple[Run, ...]) -> None:
        self.document = document
        self.tints = tints
        self.runs = runs

    def of(self, side: int, offset: int) -> int | None:
        """Return where a place of one of the two documents stands in the column; None where it does not."""
        runs, starts = self._of_side[side]
        i = bisect_right(starts, offset) - 1
        if i < 0 or offset > runs[i].source.end:
            return None
        return runs[i].start + offset - runs[i].source.start

    def span(self, side: int, span: Span) -> Span | None:
        """Return where a stretch of one of the documents stands in the column, with what was put in between."""
        start = self.of(side, span.start)
        last = self.of(side, span.end - 1) if span.end > span.start else None
        if start is None:
            return None
        return Span(start, max(start, last + 1 if last is not None else start))

    def difference(self, left: Span | None, right: Span | None) -> Span | None:
        """Return where a difference stands: what was struck out and what was put in, one behind the other."""
        given = [(side, span) for side, span in ((RIGHT, right), (LEFT, left)) if span is not None]
        filled = [(side, span) for side, span in given if span.end > span.start] or given
        found = [one for side, span in filled if (one := self.span(side, span)) is not None]
        return Span(min(one.start for one in found), max(one.end for one in found)) if found else None

    def origin(self, span: Span) -> tuple[int, Span] | None:
        """Return which document a stretch of the column is from and where it stands there; the newer one first."""
        for side in (RIGHT, LEFT):
            mine = [run for run in self._touched(span) if run.side == side]
            if mine:
                first, last = mine[0], mine[-1]
                start = first.source.start + max(0, span.start - first.start)
                return side, Span(start, max(start, last.source.end - max(0, last.end - span.end)))
        return None

    def newer(self, offset: int) -> int:
        """Return the place of the newer text at or before a place of the column."""
        i = bisect_right(self._starts, offset) - 1
        while i >= 0 and self.runs[i].side != RIGHT:
            i -= 1
        return min(self.runs[i].source.start + offset - self.runs[i].start, self.runs[i].source.end) if i >= 0 else 0

    def _touched(self, span: Span) -> list[Run]:
        i = max(0, bisect_right(self._starts, span.start) - 1)
        found = []
        while i < len(self.runs) and self.runs[i].start < max(span.end, span.start + 1):
            if self.runs[i].end > span.start:
                found.append(self.runs[i])
            i += 1
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    @cached_property
    def _of_side(self) -> tuple[tuple[list[Run], list[int]], ...]:
        sides = []
        for side in (LEFT, RIGHT):
            mine = sorted((run for run in self.runs if run.side == side), key=lambda run: run.source)
            sides.append((mine, [run.source.start for run in mine]))
        return tuple(sides)
