"""Which lines of two stretches of text belong together where the comparison of the sections says nothing of them."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reader.text.folding import fold, folded
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_ALIKE = 0.5  # share of the characters that two lines have in common, from which one is the other, edited
_MOST = 60  # lines on each side; where more differ, it is no longer the head or the foot of a document

LinePair = tuple[int | None, int | None]


def matched_lines(left: Sequence[str], right: Sequence[str], free: Callable[[int, int], bool]) -> Iterator[LinePair]:
    """Yield the lines of both sides in order, by their numbers: those that are equal or alike as pairs.

    ``free`` tells whether two lines may be taken for one that was edited.
    """
    here, there = [folded(line) for line in left], [folded(line) for line in right]
    for op, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if op == "equal":
            yield from zip(range(a, b), range(c, d), strict=True)
        else:
            yield from _edited(here, there, (range(a, b), range(c, d)), free)


def common_words(left: str, right: str) -> Iterator[tuple[Span, Span]]:
    """Yield the stretches of two lines that hold the same words."""
    from rapidfuzz.distance import Indel

    from reader.comparison.tokens import Tokenizer

    here, there = fold(left), fold(right)
    tokenizer = Tokenizer()
    mine, yours = tokenizer.tokens(here.text), tokenizer.tokens(there.text)
    for op in Indel.opcodes([token.text for token in mine], [token.text for token in yours]):
        if op.tag == "equal":
            a = Span(mine[op.src_start].start, mine[op.src_end - 1].end)
            b = Span(yours[op.dest_start].start, yours[op.dest_end - 1].end)
            yield here.span(a), there.span(b)


def _edited(
    left: Sequence[str], right: Sequence[str], stretch: tuple[range, range], free: Callable[[int, int], bool]
) -> Iterator[LinePair]:
    """Pair the lines that are alike, so that as much as possible is; the others stand alone, the left ones first."""
    rows, columns = stretch
    scores: dict[tuple[int, int], float] = {}
    if 0 < len(rows) <= _MOST and 0 < len(columns) <= _MOST:
        scores = {(i, j): s for i in rows for j in columns if free(i, j) and (s := _likeness(left[i], right[j])) > 0}
    i, j = rows.start, columns.start
    for a, b in _best_path(scores):
        yield from ((row, None) for row in range(i, a))
        yield from ((None, column) for column in range(j, b))
        yield a, b
        i, j = a + 1, b + 1
    yield from ((row, None) for row in range(i, rows.stop))
    yield from ((None, column) for column in range(j, columns.stop))


def _likeness(left: str, right: str) -> float:
    from rapidfuzz.fuzz import ratio

    score = ratio(left, right) / 100
    return score if score >= _ALIKE else 0.0


def _best_path(scores: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return the pairs that go on in both directions and are most alike together."""
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
    for i, j in sorted(scores):
        before = max((best[a, b] for a, b in best if a < i and b < j), key=lambda found: found[0], default=(0.0, []))
        best[i, j] = (before[0] + scores[i, j], [*before[1], (i, j)])
    return max(best.values(), key=lambda found: found[0], default=(0.0, []))[1]
