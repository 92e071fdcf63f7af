"""Where a difference stands in the two reading texts: cut where a passage is interrupted, carets beside their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.records import Change
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.comparison.passages import Passage


class Placed(NamedTuple):
    """A difference of a kind; the spans count in the pieces of the passages, one behind the other."""

    kind: str
    left: Span
    right: Span


class Pieces:
    """The pieces of a passage as they stand in the reading text, one behind the other."""

    def __init__(self, passage: Passage, written: str | None = None) -> None:
        """Take the reading text in its own script, where differences of script are to be told."""
        self.passage = passage
        self.written = passage.whole if written is None else written
        self.text = "".join(piece.text(self.written) for piece in passage.pieces)
        self._starts = [0, *accumulate(piece.end - piece.start for piece in passage.pieces)]

    def place(self, folded: Span) -> Span:
        """Return the span among the pieces of a span of the folded passage; an empty one behind the character before."""
        original = self.passage.original
        if folded.start < folded.end:
            return original.span(folded)
        at = original.span(Span(folded.start - 1, folded.start)).end if folded.start else 0
        return Span(at, at)

    def spans(self, found: Span) -> list[Span]:
        """Return the spans of the reading text that a span stands for, one for each piece touched; none for an empty one."""
        out: list[Span] = []
        k = bisect_right(self._starts, found.start) - 1
        while k < len(self.passage.pieces) and self._starts[k] < found.end:
            begin, end = max(found.start, self._starts[k]), min(found.end, self._starts[k + 1])
            if begin < end:
                by = self.passage.pieces[k].start - self._starts[k]
                out.append(Span(begin, end).shifted(by))
            k += 1
        return out

    def caret(self, at: int, *, ahead: bool, after: int) -> Span:
        """Return the empty span at a place, not before ``after``.

        Between two pieces it stands behind the first or, ``ahead``, before the second.
        """
        pieces = self.passage.pieces
        if not pieces:
            return Span(self.passage.section.span.start, self.passage.section.span.start)
        k = bisect_right(self._starts, at) - 1 if ahead else bisect_left(self._starts, at) - 1
        k = min(max(k, 0), len(pieces) - 1)
        place = max(pieces[k].start + at - self._starts[k], after)
        return Span(place, place)

    def opens(self, span: Span) -> bool:
        """Tell whether a span of the reading text is the first part of a piece, and not all of it."""
        k = bisect_right(self.passage.pieces, span.start, key=lambda piece: piece.start) - 1
        return k >= 0 and span.start == self.passage.pieces[k].start and span.end < self.passage.pieces[k].end


def changes_of(found: Iterable[Placed], left: Pieces, right: Pieces) -> Iterator[Change]:
    """Yield the changes that differences are told as, in order on both sides: one for each piece that one touches."""
    i = j = 0
    for one in found:
        here, there = left.spans(one.left), right.spans(one.right)
        for k in range(max(len(here), len(there))):
            mine = here[k] if k < len(here) else left.caret(one.left.end, ahead=right.opens(there[k]), after=i)
            yours = there[k] if k < len(there) else right.caret(one.right.end, ahead=left.opens(here[k]), after=j)
            yield _change(one.kind, mine, left, yours, right)
            i, j = mine.end, yours.end


def _change(kind: str, mine: Span, left: Pieces, yours: Span, right: Pieces) -> Change:
    old, new = (
        span.text(side.written if kind == "form" else side.passage.whole)
        for span, side in ((mine, left), (yours, right))
    )
    return Change("replace" if old and new else "delete" if old else "insert", old, new, kind, mine, yours)
