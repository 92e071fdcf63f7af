"""What of the older text is put where into the newer one, so that both can be read in one column; no Qt."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.comparison.records import Change, Comparison, Pair
    from reader.structure.section import Outline, Section

    Pieces = Callable[[int], tuple[Span, ...]]

_LEAD = 14  # characters that stand for a moved clause without a heading where it was
_STOPS = frozenset("。：；")
_HEADING = 20  # characters of a heading that are written out
BLOCK, START, INLINE = range(3)  # what comes first at one place


class Event(NamedTuple):
    """At an offset of the newer text: a clause of the older one (block), a stretch of a clause, or words of the older one."""

    offset: int
    rank: int
    section: int  # of the older text for a block, of the newer one for a start
    source: Span = Span(0, 0)  # of the older text


def plan(
    comparison: Comparison, outlines: tuple[Outline, Outline], pieces: tuple[Pieces, Pieces], texts: tuple[str, str]
) -> list[Event]:
    """Return everything that happens on the way through the newer text, in order; ``texts`` are the older and the newer."""
    events = [Event(at, START, n) for at, n in zip(outlines[1].starts, outlines[1].owners, strict=True)]
    events += _words(comparison, *texts)
    events += _clauses(comparison, outlines[0], pieces, len(texts[1]))
    return sorted(events)


def lead(section: Section) -> Span:
    """Return what stands for a clause where it was before it moved: marker and heading, or its first words."""
    heading = section.heading_span
    if heading.start < heading.end <= section.marker_span.end + _HEADING:
        return Span(section.marker_span.start, heading.end)
    return Span(section.marker_span.start, min(section.marker_span.end + _LEAD, section.span.end - 1))


def _words(comparison: Comparison, older: str, newer: str) -> Iterator[Event]:
    for pair in comparison.pairs:
        for change in pair.changes:
            if change.left_span.start < change.left_span.end:
                yield Event(_caret(change, older, newer), INLINE, 0, change.left_span)


def _caret(change: Change, older: str, newer: str) -> int:
    """Return where what was struck out goes: the stop behind a heading is in no clause's text, and stays before it."""
    at, before = (
        change.right_span.start,
        older[max(0, change.left_span.start - 3) : change.left_span.start].rstrip("\n")[-1:],
    )
    if change.op == "delete" and before in _STOPS and newer[at : at + 1] == before != newer[at - 1 : at]:
        return at + 1
    return at


def _clauses(comparison: Comparison, outline: Outline, pieces: tuple[Pieces, Pieces], length: int) -> Iterator[Event]:
    """Yield the clauses that were removed, and the heads of those that moved, behind what stood before them."""
    place = _Places(comparison, outline, pieces[1], length)
    for pair in comparison.pairs:
        if pair.status == "removed" and pair.left:
            at = place.of(pair.left)
            yield from (Event(at, BLOCK, pair.left, piece) for piece in pieces[0](pair.left))
        elif pair.status == "moved" and pair.left:
            yield Event(place.of(pair.left), BLOCK, pair.left, lead(outline.sections[pair.left]))


class _Places:
    """Where in the newer text a clause of the older one would stand."""

    def __init__(self, comparison: Comparison, outline: Outline, pieces: Pieces, length: int) -> None:
        steady = sorted((n, max(pair.rights)) for pair in comparison.pairs if _steady(pair) for n in pair.lefts)
        self._lefts, self._rights = [a for a, _ in steady], [b for _, b in steady]
        self._outline = outline
        self._pieces = pieces
        self._length = length

    def of(self, left: int) -> int:
        """Return the offset behind the clause before it that both have: inside that one for its own parts."""
        i = bisect_left(self._lefts, left) - 1
        own = self._pieces(self._rights[i]) if i >= 0 else ()
        if not own or (i >= 0 and self._lefts[i] == 0):
            first = self._pieces(1)
            return first[0].start if first else self._length
        inside = self._outline.sections[left].span.end <= self._outline.sections[self._lefts[i]].span.end
        return own[0].end if inside else own[-1].end


def _steady(pair: Pair) -> bool:
    return pair.left is not None and pair.right is not None and pair.status != "moved"
