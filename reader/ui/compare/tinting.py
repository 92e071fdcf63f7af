"""From a comparison to what is drawn on each of the two papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.comparison.records import SUBSTANTIVE, TOPICS
from reader.text.spans import Span
from reader.ui.reading.shapes import CLAUSE_TINTS, Tint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.comparison.records import Comparison, Pair
    from reader.structure.section import Outline

    Pieces = Callable[[int], tuple[Span, ...]]


def tints(
    comparison: Comparison, outlines: tuple[Outline, Outline], pieces: tuple[Pieces, Pieces]
) -> tuple[list[Tint], list[Tint]]:
    """Return the tints of the left and of the right reading text."""
    left: list[Tint] = []
    right: list[Tint] = []
    for pair in comparison.pairs:
        if pair.status in CLAUSE_TINTS:
            left += _clause(pair.left, pair.status, pieces[0], _moved_to(pair, outlines[1]))
            right += _clause(pair.right, pair.status, pieces[1], _moved_from(pair, outlines[0]))
        if comparison.mode != TOPICS:
            left += _inner(pair, left=True)
            right += _inner(pair, left=False)
    if comparison.mode == TOPICS:
        shared = [one for pair in _best(comparison) for one in pair.shared]
        left += (Tint(span, "shared") for span in _united(one.left_span for one in shared))
        right += (Tint(span, "shared") for span in _united(one.right_span for one in shared))
    return left, right


def _clause(section: int | None, status: str, pieces: Pieces, label: str) -> Iterator[Tint]:
    if section is None:
        return
    own = pieces(section)
    for i, piece in enumerate(own):
        yield Tint(piece, status, label if i == 0 else "")


def _moved_to(pair: Pair, right: Outline) -> str:
    if pair.status != "moved" or pair.right is None:
        return ""
    return QCoreApplication.translate("compare", "→ 现{0}").format(right.sections[pair.right].label)


def _moved_from(pair: Pair, left: Outline) -> str:
    if pair.status != "moved" or pair.left is None:
        return ""
    return QCoreApplication.translate("compare", "← 原{0}").format(left.sections[pair.left].label)


def _inner(pair: Pair, *, left: bool) -> Iterator[Tint]:
    for change in pair.changes:
        span = change.left_span if left else change.right_span
        if span.end > span.start:
            kind = "cut" if left else "put"
            yield Tint(span, f"{kind}_key" if change.kind in SUBSTANTIVE and change.op == "replace" else kind)


def _best(comparison: Comparison) -> Iterator[Pair]:
    """Yield the best answer of each left clause: the pairs of one stand together, best first."""
    seen: set[int | None] = set()
    for pair in comparison.pairs:
        if pair.left not in seen:
            seen.add(pair.left)
            yield pair


def _united(spans: Iterable[Span]) -> list[Span]:
    """Put together what overlaps, so that every place is marked once."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
