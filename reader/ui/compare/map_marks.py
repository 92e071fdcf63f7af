"""Where in the two documents the differences are, as parts of their length; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.records import NEAR, TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.comparison.records import Comparison, Pair
    from reader.text.spans import Span

    Pieces = Callable[[int], tuple[Span, ...]]

_SHOWN_WHOLE = ("moved", "added", "removed")  # the others show where in the clause something differs


class MapMark(NamedTuple):
    """A stretch of a document (parts of its length, 0 to 1) and what became of it."""

    start: float
    end: float
    status: str


def map_marks(
    comparison: Comparison, pieces: tuple[Pieces, Pieces], lengths: tuple[int, int]
) -> tuple[list[MapMark], list[MapMark]]:
    """Return the marks of the left and of the right document."""
    found: tuple[list[MapMark], list[MapMark]] = ([], [])
    for pair in comparison.pairs:
        for side, marks in enumerate(found):
            status, spans = _spans(pair, side, pieces[side], topics=comparison.mode == TOPICS)
            marks += (_mark(span, status, lengths[side]) for span in spans)
    found[1].extend(_mark(p, "unanswered", lengths[1]) for n in comparison.right_alone for p in pieces[1](n))
    return found


def _spans(pair: Pair, side: int, pieces: Pieces, *, topics: bool) -> tuple[str, list[Span]]:
    sections = (pair.lefts, pair.rights)[side]
    if topics:
        status = NEAR if pair.level == NEAR else pair.status
        return status, [piece for n in sections for piece in pieces(n)[:1]]
    if pair.status in _SHOWN_WHOLE:
        return pair.status, [piece for n in sections for piece in pieces(n)]
    return pair.status, [(one.left_span, one.right_span)[side] for one in pair.changes]


def _mark(span: Span, status: str, length: int) -> MapMark:
    whole = max(1, length)
    return MapMark(span.start / whole, span.end / whole, status)
