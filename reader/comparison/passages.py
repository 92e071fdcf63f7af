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
    from collections.abc import Iterable, Sequence

    from reader.comparison.records import Side
    from reader.structure.section import Section

_HEADING_END = "。:.;,"
_SAYING = frozenset(":。;")  # what ends a sentence, or opens a list
_ENDS = "。：；:;"  # the marks that end a heading and stand behind its span
_HEADING_LENGTH = 40  # characters; what is longer is a sentence
_SHINGLE = 4  # characters that stand together; four are rarely shared by chance
_LOOKED_AT = 4_000  # characters of a passage that its shingles are taken from


@dataclass(frozen=True)
class Passage:
    """A section's heading and body; the folded ``text`` is what is compared."""

    section: Section
    whole: str  # the reading text (simplified) it stands in
    pieces: tuple[Span, ...]  # in the reading text, ascending
    text: str  # folded
    heading: str  # folded, without the punctuation at its end
    structural: bool  # a heading over other sections and nothing else

    def words(self, text: str) -> str:
        """Return the pieces one behind the other, as a text as long as the reading text has them."""
        return "".join(piece.text(text) for piece in self.pieces)

    @cached_property
    def original(self) -> Folded:
        """The pieces one behind the other; worked out only where something differs."""
        return fold(self.words(self.whole))

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(piece.end - piece.start for piece in self.pieces))

    @cached_property
    def piece_ends(self) -> list[int]:
        """Where the pieces end in the folded text."""
        return [self.original.map.to_reading(end) for end in self._ends]

    @cached_property
    def shingles(self) -> frozenset[str]:
        """The runs of four characters that it holds, of its first few thousand; of less, all there is."""
        text = self.text[:_LOOKED_AT]
        return frozenset(text[i : i + _SHINGLE] for i in range(len(text) - _SHINGLE + 1)) or frozenset([text])

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
    return passages_at(side, range(len(side.outline.sections)))


def passages_at(side: Side, numbers: Iterable[int]) -> list[Passage]:
    """Return what some sections say; the rest of the document is not looked at."""
    text = side.reading.simplified
    sections = [side.outline.sections[number] for number in numbers]
    parents = frozenset(section.parent for section in sections)
    return [
        _passage(s, text, (_heading(s, text), *s.body) if s.number else opening(side), s.number in parents)
        for s in sections
    ]


def joined(parts: Sequence[Passage]) -> Passage:
    """Return several sections as one passage, one behind the other; it bears the section of the first."""
    if len(parts) == 1:
        return parts[0]
    pieces = tuple(piece for part in parts for piece in part.pieces)
    text = "".join(part.text for part in parts)
    return Passage(parts[0].section, parts[0].whole, pieces, text, parts[0].heading, structural=False)


def _heading(section: Section, whole: str) -> Span:
    """Return the heading with the mark that ends it: it belongs to the sentence as soon as another one follows."""
    start, end = section.heading_span
    limit = section.body[0].start if section.body else section.span.end
    while end > start and end < limit and whole[end] in _ENDS:
        end += 1
    return Span(start, end)


def _passage(section: Section, whole: str, parts: Sequence[Span], parent: bool) -> Passage:
    pieces = tuple(span for span in parts if span.start < span.end)
    text = folded("".join(piece.text(whole) for piece in pieces))
    heading = folded(section.heading_span.text(whole)).rstrip(_HEADING_END)
    # An article of one sentence is a heading to the parser, but it is text; so is one that opens a list.
    ending = folded(whole[section.heading_span.end - 1 : section.heading_span.end + 1])[-1:]
    structural = parent and not section.body and len(heading) <= _HEADING_LENGTH and ending not in _SAYING
    return Passage(section, whole, pieces, text, heading, structural)
