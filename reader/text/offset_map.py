"""Where a place of the source text stands in the reading text, and the other way round."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.edits import Edit


class OffsetMap:
    """Converts offsets through a sorted list of Edits; both directions are monotone and O(log edits).

    A source offset inside a removed stretch maps to the place where that stretch stood; an offset inside a
    replacement maps to the nearest end of what it replaced. Character for character replacements (equal length)
    map one to one.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._source = [0]
        self._reading = [0]
        shift = 0
        for edit in edits:
            length = edit.end - edit.start
            if length == len(edit.replacement):
                continue
            self._source += (edit.start, edit.end)
            self._reading += (edit.start - shift, edit.start - shift + len(edit.replacement))
            shift += length - len(edit.replacement)

    def to_reading(self, source_offset: int, *, after: bool = False) -> int:
        """Return the offset in the reading text; ``after`` chooses the far end inside a replacement."""
        return self._convert(self._source, self._reading, source_offset, far=after)

    def to_source(self, offset: int) -> int:
        """Return the source offset of a place in the reading text: behind what was removed exactly there."""
        return self._convert(self._reading, self._source, offset, far=False)

    def span_to_source(self, span: Span) -> Span:
        """Return the source span of a reading span, without the removed stretches at its edges."""
        start = self.to_source(span.start)
        return Span(start, max(start, self._end_of(span.end)) if span.end > span.start else start)

    def span_to_reading(self, source: Span) -> Span:
        """Return the reading span of a source span; empty where all of it was removed."""
        start = self.to_reading(source.start)
        return Span(start, max(start, self.to_reading(source.end)))

    def _end_of(self, offset: int) -> int:
        """Source offset behind the character before ``offset``: before what was removed exactly there."""
        if not offset:
            return 0
        i = bisect_right(self._reading, offset - 1) - 1
        return self._source[i + 1] if i % 2 else self._source[i] + offset - self._reading[i]

    @staticmethod
    def _convert(here: list[int], there: list[int], at: int, *, far: bool) -> int:
        # Nodes come in pairs (before, behind an edit); between pairs the text runs one to one.
        i = bisect_right(here, at) - 1
        if i % 2 == 0:
            return there[i] + at - here[i]
        return there[i + 1] if far else there[i]
