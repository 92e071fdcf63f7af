"""What two texts have in common, and where: the stretches around which a redline puts what was deleted and inserted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.chains import PrefixMaxima
from reader.text.folding import folded
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.comparison.passages import Passage
    from reader.comparison.records import Pair

_MOVED = 0.01  # weight of a character of a section that was moved: what it was moved past stays where it is
_CUT = 0.001
_STOPS = "。；：，.;:,"


class Anchor(NamedTuple):
    """A stretch of the left text that stands in the right one too, character for character; empty where a pair begins."""

    left: Span
    right: Span
    weight: float


class Pieces:
    """Stretches of a text, read as one string."""

    def __init__(self, whole: str, spans: Iterable[Span]) -> None:
        self._spans = [span for span in spans if span.start < span.end]
        self.text = "".join(span.text(whole) for span in self._spans)
        self._starts: list[int] = []  # of each stretch in the string
        at = 0
        for span in self._spans:
            self._starts.append(at)
            at += span.end - span.start

    def borders(self, part: Span) -> list[int]:
        """Return where stretches begin inside a part of the string."""
        return self._starts[bisect_right(self._starts, part.start) : bisect_left(self._starts, part.end)]

    def place(self, at: int) -> int:
        """Return where in the whole text a character of the string stands."""
        index = bisect_right(self._starts, at) - 1
        return self._spans[index].start + at - self._starts[index]


def anchors(pair: Pair, lefts: Sequence[Passage], rights: Sequence[Passage]) -> Iterator[Anchor]:
    """Yield what two paired sections have in common, in the order of the text."""
    weight = _MOVED if pair.status == "moved" else 1.0
    if pair.left is None or pair.right is None:
        return
    yield from _opening(lefts[pair.left], rights[pair.right], weight)
    yield from _stop(lefts[pair.left], rights[pair.right], weight)
    here = [piece for number in pair.lefts for piece in lefts[number].pieces]
    there = [piece for number in pair.rights for piece in rights[number].pieces]
    left_cuts = [change.left_span for change in pair.changes]
    right_cuts = [change.right_span for change in pair.changes]
    left_whole, right_whole = lefts[pair.left].whole, rights[pair.right].whole
    for mine, yours in zip(_between(here, left_cuts), _between(there, right_cuts), strict=True):
        yield from _common(Pieces(left_whole, mine), Pieces(right_whole, yours), weight)


def heaviest_chain(found: Iterable[Anchor]) -> list[Anchor]:
    """Return the anchors that stand in the same order in both texts and weigh most together."""
    ordered = sorted(found)
    ends = sorted({anchor.right.end for anchor in ordered})
    best = PrefixMaxima(len(ends))  # the heaviest chain by its end
    before: list[int] = []
    for number, anchor in enumerate(ordered):
        weight, last = best.up_to(bisect_right(ends, anchor.right.start))
        before.append(last)
        best.enter(bisect_left(ends, anchor.right.end) + 1, (weight + anchor.weight, number))
    chain: list[Anchor] = []
    _, number = best.up_to(len(ends))
    while number >= 0:
        chain.append(ordered[number])
        number = before[number]
    return _apart(reversed(chain))


def exact(left: str, right: str) -> Iterator[tuple[Span, Span]]:
    """Yield what two texts that are equal once folded have in common to the letter; what follows a difference is lost."""
    if left == right:
        if left:
            yield Span(0, len(left)), Span(0, len(right))
        return
    i = j = 0
    while i < len(left) and j < len(right):
        start, other = i, j
        while i < len(left) and j < len(right) and left[i] == right[j]:
            i, j = i + 1, j + 1
        if i > start:
            yield Span(start, i), Span(other, j)
        stop, end = _past_form(left, i, right, j)
        if (stop, end) == (i, j):
            return
        yield from _newline(left, Span(i, stop), right, Span(j, end))
        i, j = stop, end


def _opening(left: Passage, right: Passage, weight: float) -> Iterator[Anchor]:
    """Yield the marker where it is the same, else only that there two sections begin that belong together."""
    here, there = left.section.marker_span, right.section.marker_span
    if here.start < here.end and here.text(left.whole) == there.text(right.whole):
        yield Anchor(here, there, weight * (here.end - here.start))
    elif left.section.number and right.section.number:
        start, other = left.section.span.start, right.section.span.start
        yield Anchor(Span(start, start), Span(other, other), _CUT * weight)


def _stop(left: Passage, right: Passage, weight: float) -> Iterator[Anchor]:
    """Yield the full stop that ends two headings: it belongs neither to them nor to the text behind them."""
    here, there = left.section.heading_span.end, right.section.heading_span.end
    stop = left.whole[here : here + 1]
    if not stop or stop not in _STOPS or right.whole[there : there + 1] != stop:
        return
    if all(p.section.number and not any(q.holds(at) for q in p.pieces) for p, at in ((left, here), (right, there))):
        yield Anchor(Span(here, here + 1), Span(there, there + 1), weight)


def _between(pieces: Sequence[Span], cuts: Sequence[Span]) -> Iterator[list[Span]]:
    """Yield the pieces before the first cut, between two of them, and behind the last one."""
    borders = [0, *(offset for cut in cuts for offset in cut), max((piece.end for piece in pieces), default=0)]
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        yield [Span(max(p.start, start), min(p.end, end)) for p in pieces if p.start < end and p.end > start]


def _common(left: Pieces, right: Pieces, weight: float) -> Iterator[Anchor]:
    for mine, yours in exact(left.text, right.text):
        borders = {at - mine.start for at in left.borders(mine)} | {at - yours.start for at in right.borders(yours)}
        for start, end in pairwise(sorted({0, mine.end - mine.start} | borders)):
            here, there = left.place(mine.start + start), right.place(yours.start + start)
            length = end - start
            yield Anchor(Span(here, here + length), Span(there, there + length), weight * length)


def _past_form(left: str, i: int, right: str, j: int) -> tuple[int, int]:
    """Return where the two texts go on behind what differs only in form; the same place if it is more than form."""
    start, other = i, j
    while i < len(left) and not folded(left[i]):
        i += 1
    while j < len(right) and not folded(right[j]):
        j += 1
    if (i, j) != (start, other):
        return i, j
    mine = yours = ""
    while i < len(left) and j < len(right):
        if len(mine) <= len(yours):
            mine, i = mine + folded(left[i]), i + 1
        if len(yours) < len(mine):
            yours, j = yours + folded(right[j]), j + 1
        if mine == yours:
            return i, j
        if not mine.startswith(yours) and not yours.startswith(mine):
            break
    return start, other


def _newline(left: str, mine: Span, right: str, yours: Span) -> Iterator[tuple[Span, Span]]:
    """Yield the end of a paragraph where blanks on both sides hold one."""
    here, there = left.find("\n", *mine), right.find("\n", *yours)
    if here >= 0 and there >= 0:
        yield Span(here, here + 1), Span(there, there + 1)


def _apart(chain: Iterable[Anchor]) -> list[Anchor]:
    """Leave out what overlaps the anchor before it: a section may have been given to two pairs."""
    out: list[Anchor] = []
    for anchor in chain:
        if not out or (anchor.left.start >= out[-1].left.end and anchor.right.start >= out[-1].right.end):
            out.append(anchor)
    return out
