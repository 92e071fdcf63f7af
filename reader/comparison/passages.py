"""What each section says: its heading and its own text, folded, with the way back to the reading text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.comparison.opening import opening
from reader.text.folding import Folded, fold, folded
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.comparison.records import Side
    from reader.structure.section import Section

_HEADING_END = "。:.;,"
_HEADING_LENGTH = 40  # characters; what is longer is a sentence


@dataclass(frozen=True)
class Passage:
    """A section's heading and body; the folded ``text`` is what is compared."""

    section: Section
    whole: str  # the reading text (simplified) it stands in
    pieces: tuple[Span, ...]  # in the reading text, ascending
    text: str  # folded
    heading: str  # folded, without the punctuation at its end
    structural: bool  # a heading over other sections and nothing else

    @cached_property
    def original(self) -> Folded:
        """The pieces one behind the other; worked out only where something differs."""
        return fold("".join(piece.text(self.whole) for piece in self.pieces))

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(piece.end - piece.start for piece in self.pieces))

    @cached_property
    def piece_ends(self) -> list[int]:
        """Where the pieces end in the folded text."""
        return [self.original.map.to_reading(end) for end in self._ends]

    @cached_property
    def inside(self) -> frozenset[int]:
        """Offsets of the folded text that lie inside what one character of the original folds to."""
        wide = [(i, w) for i, c in enumerate(self.original.original) if (w := _width(c)) > 1]
        starts = ((self.original.map.to_reading(i), width) for i, width in wide)
        return frozenset(start + k for start, width in starts for k in range(1, width))

    def spans(self, found: Span) -> list[Span]:
        """Return the spans of the reading text that a span of the folded text stands for, one for each piece touched.

        An empty span stands behind the character before it.
        """
        if found.start == found.end:
            return [self._caret(found.start)]
        original = self.original.span(found)
        out: list[Span] = []
        before = 0
        for piece, end in zip(self.pieces, self._ends, strict=True):
            start, stop = max(original.start, before), min(original.end, end)
            if start < stop:
                out.append(Span(piece.start + start - before, piece.start + stop - before))
            before = end
        return out

    def _caret(self, at: int) -> Span:
        if not self.pieces:
            place = self.section.span.start
        elif at == 0:
            place = self.pieces[0].start
        else:
            original = self.original.span(Span(at - 1, at)).end
            index = bisect_right(self._ends, original - 1)
            place = self.pieces[index].start + original - (self._ends[index - 1] if index else 0)
        return Span(place, place)


@cache  # a text holds a few thousand different characters
def _width(character: str) -> int:
    return len(folded(character))


def passages(side: Side) -> list[Passage]:
    """Return what every section of a document says, in the order of their numbers."""
    text = side.reading.simplified
    whole = fold(text)
    first, *others = side.outline.sections
    parents = frozenset(section.parent for section in others)
    return [
        _passage(first, whole, opening(side), parents),
        *(_passage(section, whole, (section.heading_span, *section.body), parents) for section in others),
    ]


def _passage(section: Section, whole: Folded, parts: Sequence[Span], parents: frozenset[int | None]) -> Passage:
    pieces = tuple(span for span in parts if span.start < span.end)
    text = "".join(whole.map.span_to_reading(piece).text(whole.text) for piece in pieces)
    heading = whole.map.span_to_reading(section.heading_span).text(whole.text).rstrip(_HEADING_END)
    # An article of one sentence is a heading to the parser, but it is text; so is one that opens a list.
    bare = not section.body and section.number in parents and len(heading) <= _HEADING_LENGTH
    structural = bare and not text.endswith((":", "。", ";"))
    return Passage(section, whole.original, pieces, text, heading, structural)
