"""From a comparison to what is drawn on each of the two papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.comparison.records import SUBSTANTIVE, TOPICS
from reader.text.spans import Span
from reader.ui.compare.difference_words import numbers
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
    if comparison.mode == TOPICS:
        return _of_topics(comparison, pieces)
    left: list[Tint] = []
    right: list[Tint] = []
    for pair in comparison.pairs:
        if pair.status in CLAUSE_TINTS or pair.also_left or pair.also_right:
            status = pair.status if pair.status in CLAUSE_TINTS else "renumbered"
            left += _clauses(pair.lefts, status, pieces[0], gone_to(pair, outlines[1]))
            right += _clauses(pair.rights, status, pieces[1], come_from(pair, outlines[0]))
        left += inner_tints(pair, left=True)
        right += inner_tints(pair, left=False)
    return left, right


def inner_tints(pair: Pair, *, left: bool) -> Iterator[Tint]:
    """Yield what is struck out of the left text, or put into the right one."""
    for change in pair.changes:
        span = change.left_span if left else change.right_span
        if span.end > span.start:
            kind = "cut" if left else "put"
            yield Tint(span, f"{kind}_key" if change.kind in SUBSTANTIVE and change.op == "replace" else kind)


def gone_to(pair: Pair, right: Outline) -> str:
    """Say where a left clause is now: moved, split, or put together with others; empty where it stayed."""
    if not (pair.status == "moved" or pair.also_left or pair.also_right):
        return ""
    if pair.also_right:
        words = QCoreApplication.translate("compare", "→ 分为{0}")
    elif pair.also_left:
        words = QCoreApplication.translate("compare", "→ 并入{0}")
    else:
        words = QCoreApplication.translate("compare", "→ 现{0}")
    return words.format(numbers([right.sections[n] for n in pair.rights]))


def come_from(pair: Pair, left: Outline) -> str:
    """Say where a right clause was before: moved, split off, or put together; empty where it stayed."""
    if not (pair.status == "moved" or pair.also_left or pair.also_right):
        return ""
    if pair.also_left:
        words = QCoreApplication.translate("compare", "← 合并{0}")
    elif pair.also_right:
        words = QCoreApplication.translate("compare", "← 拆自{0}")
    else:
        words = QCoreApplication.translate("compare", "← 原{0}")
    return words.format(numbers([left.sections[n] for n in pair.lefts]))


def _clauses(sections: Iterable[int], status: str, pieces: Pieces, label: str) -> Iterator[Tint]:
    for n, section in enumerate(sections):
        for i, piece in enumerate(pieces(section)):
            yield Tint(piece, status, label if i == n == 0 else "")


def _of_topics(comparison: Comparison, pieces: tuple[Pieces, Pieces]) -> tuple[list[Tint], list[Tint]]:
    shared = [one for pair in _best(comparison) for one in pair.shared]
    left = [Tint(span, "shared") for span in _united(one.left_span for one in shared)]
    right = [Tint(span, "shared") for span in _united(one.right_span for one in shared)]
    unanswered = (pair.left for pair in comparison.pairs if pair.status == "unanswered" and pair.left is not None)
    left += _clauses(unanswered, "alone", pieces[0], "")
    right += _clauses(comparison.right_alone, "alone", pieces[1], "")
    return left, right


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
