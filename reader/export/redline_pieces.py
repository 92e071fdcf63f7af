"""The pieces of a redline: what of two texts is kept, deleted and inserted around what they have in common."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.export.redline_anchors import exact
from reader.export.redline_lines import common_words, matched_lines
from reader.text.folding import folded
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.export.redline_anchors import Anchor


_STOPS = "。；：，、"


class Op(StrEnum):
    """What becomes of a piece on the way from left to right."""

    KEEP = "keep"
    DELETE = "delete"
    INSERT = "insert"


class Piece(NamedTuple):
    """A stretch of the left text if it is deleted, else of the right; ``moved`` if it stands elsewhere in the other."""

    op: Op
    span: Span
    moved: bool = False


class Stretches:
    """Stretches of a text that do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(span for span in spans if span.start < span.end)
        self._starts = [span.start for span in self._spans]

    def touch(self, span: Span) -> bool:
        """Tell whether one of them has a character in common with the span."""
        return any(found.overlaps(span) for found in self._near(span))

    def cut(self, span: Span) -> Iterator[tuple[Span, bool]]:
        """Yield the parts of a span in order, each with whether it lies in one of them."""
        at = span.start
        for found in self._near(span):
            start, end = max(found.start, at), min(found.end, span.end)
            if start >= end:
                continue
            if at < start:
                yield Span(at, start), False
            yield Span(start, end), True
            at = end
        if at < span.end:
            yield Span(at, span.end), False

    def _near(self, span: Span) -> Iterator[Span]:
        for index in range(max(0, bisect_right(self._starts, span.start) - 1), len(self._spans)):
            if self._spans[index].start >= span.end:
                return
            yield self._spans[index]


class Text(NamedTuple):
    """A text without its last newline; ``sections`` is where paired sections stand, ``moved`` what stands elsewhere."""

    whole: str
    sections: Stretches
    moved: Stretches


class Writer:
    """Writes the pieces; ``form`` tells differences of width, blanks and script too."""

    def __init__(self, left: Text, right: Text, *, form: bool) -> None:
        self._left, self._right, self._form = left, right, form

    def pieces(self, chain: Sequence[Anchor]) -> Iterator[Piece]:
        """Yield all pieces; the anchors stand in the same order in both texts."""
        here, there = len(self._left.whole), len(self._right.whole)
        a = b = 0
        for anchor in chain:
            yield from self._gap(Span(a, anchor.left.start), Span(b, anchor.right.start))
            # The last newline of a text belongs to its last paragraph, which Word cannot delete.
            a, b = min(anchor.left.end, here), min(anchor.right.end, there)
            yield from self._kept(Span(anchor.right.start, b))
        yield from self._gap(Span(a, here), Span(b, there))

    def _gap(self, mine: Span, yours: Span) -> Iterator[Piece]:
        old, new = mine.text(self._left.whole), yours.text(self._right.whole)
        if "\n" not in old or "\n" not in new:
            yield from self._edited(mine, yours)
            return
        first, other = mine.start + old.index("\n"), yours.start + new.index("\n")
        if mine.end == len(self._left.whole):
            # Nothing follows that could keep its paragraph mark: here a line goes with the mark before it.
            yield from self._edited(Span(mine.start, first), Span(yours.start, other))
            yield from self._lines(_lines_after(Span(first, mine.end), old), _lines_after(Span(other, yours.end), new))
            return
        last, final = mine.start + old.rindex("\n") + 1, yours.start + new.rindex("\n") + 1
        if mine.start and yours.start:
            yield from self._edited(Span(mine.start, first + 1), Span(yours.start, other + 1))
            first, other = first + 1, other + 1
        else:
            first, other = mine.start, yours.start
        yield from self._lines(
            _lines_before(Span(first, last), self._left.whole), _lines_before(Span(other, final), self._right.whole)
        )
        yield from self._edited(Span(last, mine.end), Span(final, yours.end))

    def _lines(self, mine: Sequence[Span], yours: Sequence[Span]) -> Iterator[Piece]:
        def free(i: int, j: int) -> bool:
            return not self._left.sections.touch(mine[i]) and not self._right.sections.touch(yours[j])

        old, new = [s.text(self._left.whole) for s in mine], [s.text(self._right.whole) for s in yours]
        for i, j in matched_lines(old, new, free):
            if i is None or j is None:
                yield from self._deleted(mine[i]) if i is not None else self._inserted(yours[j or 0])
            else:
                yield from self._edited(mine[i], yours[j])

    def _edited(self, mine: Span, yours: Span) -> Iterator[Piece]:
        """Write what differs inside a paragraph."""
        head, tail = _common_ends(mine.text(self._left.whole), yours.text(self._right.whole))
        yield from self._kept(Span(yours.start, yours.start + head))
        mine, yours = Span(mine.start + head, mine.end - tail), Span(yours.start + head, yours.end - tail)
        a, b = mine.start, yours.start
        for old, new in self._common(mine, yours):
            yield from self._replaced(Span(a, mine.start + old.start), Span(b, yours.start + new.start))
            a, b = mine.start + old.end, yours.start + new.end
            yield from self._kept(Span(yours.start + new.start, b))
        yield from self._replaced(Span(a, mine.end), Span(b, yours.end))
        yield from self._kept(Span(yours.end, yours.end + tail))

    def _common(self, mine: Span, yours: Span) -> Iterator[tuple[Span, Span]]:
        old, new = mine.text(self._left.whole), yours.text(self._right.whole)
        if folded(old) == folded(new):
            yield from exact(old, new)
        elif not self._left.sections.touch(mine) and not self._right.sections.touch(yours):
            for here, there in common_words(old, new):
                for a, b in exact(here.text(old), there.text(new)):
                    yield a.shifted(here.start), b.shifted(there.start)

    def _replaced(self, mine: Span, yours: Span) -> Iterator[Piece]:
        if not self._form:
            old, new = mine.text(self._left.whole), yours.text(self._right.whole)
            if "\n" not in old + new and folded(old) == folded(new):
                yield from self._kept(yours)
                return
        yield from self._deleted(mine)
        yield from self._inserted(yours)

    def _deleted(self, span: Span) -> Iterator[Piece]:
        return (Piece(Op.DELETE, part, moved) for part, moved in self._left.moved.cut(span))

    def _inserted(self, span: Span) -> Iterator[Piece]:
        return (Piece(Op.INSERT, part, moved) for part, moved in self._right.moved.cut(span))

    def _kept(self, span: Span) -> Iterator[Piece]:
        if span.start < span.end:
            yield Piece(Op.KEEP, span)


def _lines_before(span: Span, whole: str) -> list[Span]:
    """Cut a span that ends with a newline behind each newline."""
    out: list[Span] = []
    at = span.start
    for line in span.text(whole).split("\n")[:-1]:
        out.append(Span(at, at + len(line) + 1))
        at += len(line) + 1
    return out


def _lines_after(span: Span, gap: str) -> list[Span]:
    """Cut a span that begins with a newline in front of each newline; ``gap`` is the text it is the end of."""
    out: list[Span] = []
    at = span.start
    for line in gap[len(gap) - (span.end - span.start) :].split("\n")[1:]:
        out.append(Span(at, at + 1 + len(line)))
        at += 1 + len(line)
    return out


def _common_ends(old: str, new: str) -> tuple[int, int]:
    """Return how many blanks and stops two texts begin with alike, and how many they end with."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head] and _ends(old[head]):
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail] and _ends(old[-1 - tail]):
        tail += 1
    return head, tail


def _ends(character: str) -> bool:
    return character.isspace() or character in _STOPS
