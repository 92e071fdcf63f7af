"""Which stretches of a pair differ, sentence by sentence."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.sequences import stretches
from reader.text.sentences import sentences
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.comparison.passages import Passage

_ALIKE = 0.5  # from here on two sentences are one sentence, edited
_CELLS = 10_000  # pairs of sentences that are looked at one by one; beyond, words decide


class Run(NamedTuple):
    """Sentences of the left and what stands there on the right, as spans of the two folded texts."""

    left: Span
    right: Span


def differing_runs(left: Passage, right: Passage) -> list[Run]:
    """Return the stretches in which two passages differ, in order; edited sentences are kept apart."""
    mine, yours = _sentences(left), _sentences(right)
    turns = stretches([s.text(left.text) for s in mine], [s.text(right.text) for s in yours])
    runs: list[Run] = []
    for turn in turns:
        if not turn.equal:
            runs += _edited(_Group(left.text, mine, turn.left), _Group(right.text, yours, turn.right))
    return runs


def _sentences(passage: Passage) -> list[Span]:
    cuts = sorted({0, *(span.end for span in sentences(passage.text)), *passage.piece_ends})
    return [Span(start, end) for start, end in pairwise(cuts)]


class _Group(NamedTuple):
    """Some sentences of a text, one behind the other."""

    text: str
    sentences: Sequence[Span]
    part: Span

    def span(self, start: int, end: int) -> Span:
        """Return the stretch of text from one sentence of the group to before another."""
        first, last = self.part.start + start, self.part.start + end
        begin = self.sentences[first].start if first < len(self.sentences) else len(self.text)
        return Span(begin, self.sentences[last - 1].end if last > first else begin)

    def words(self, start: int, end: int) -> str:
        return self.span(start, end).text(self.text)

    @property
    def size(self) -> int:
        return self.part.end - self.part.start


def _edited(mine: _Group, yours: _Group) -> list[Run]:
    """Cut two groups of sentences into runs: edited sentences with one another, what is left between them."""
    blocks = _grown(_alike(mine, yours), mine, yours)
    runs: list[Run] = []
    i = j = 0
    for a, b in [*blocks, (Span(mine.size, mine.size), Span(yours.size, yours.size))]:
        for left, right in ((Span(i, a.start), Span(j, b.start)), (a, b)):
            run = Run(mine.span(*left), yours.span(*right))
            if run.left.text(mine.text) != run.right.text(yours.text):
                runs.append(run)
        i, j = a.end, b.end
    return runs


def _alike(mine: _Group, yours: _Group) -> list[tuple[int, int]]:
    """Return the sentences that answer each other, in the order of both, so that the likeness in all is greatest."""
    from rapidfuzz import fuzz  # not needed before the first paint

    n, m = mine.size, yours.size
    if not n or not m or n * m > _CELLS or n == m == 1:
        return []
    rows = [mine.words(i, i + 1) for i in range(n)]
    columns = [yours.words(j, j + 1) for j in range(m)]
    likeness = [[fuzz.ratio(a, b, score_cutoff=100 * _ALIKE) for b in columns] for a in rows]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            together = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < n and j < m:
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _grown(pairs: list[tuple[int, int]], mine: _Group, yours: _Group) -> list[tuple[Span, Span]]:
    """Join to each pair the sentences beside it that were split off or merged in, if that makes it more alike."""
    blocks: list[tuple[Span, Span]] = []
    for k, (i, j) in enumerate(pairs):
        before = (blocks[-1][0].end, blocks[-1][1].end) if blocks else (0, 0)
        after = pairs[k + 1] if k + 1 < len(pairs) else (mine.size, yours.size)
        blocks.append(_grow(Span(i, i + 1), Span(j, j + 1), before, after, mine, yours))
    return blocks


def _grow(
    a: Span, b: Span, before: tuple[int, int], after: tuple[int, int], mine: _Group, yours: _Group
) -> tuple[Span, Span]:
    from rapidfuzz import fuzz

    score = fuzz.ratio(mine.words(*a), yours.words(*b))
    while True:
        wider = [
            (a_wide, b_wide)
            for a_wide, b_wide in (
                (Span(a.start - 1, a.end), b),
                (Span(a.start, a.end + 1), b),
                (a, Span(b.start - 1, b.end)),
                (a, Span(b.start, b.end + 1)),
            )
            if a_wide.start >= before[0]
            and b_wide.start >= before[1]
            and a_wide.end <= after[0]
            and b_wide.end <= after[1]
        ]
        scored = [(fuzz.ratio(mine.words(*x), yours.words(*y)), x, y) for x, y in wider]
        best = max(scored, key=lambda found: found[0], default=None)
        if best is None or best[0] <= score:
            return a, b
        score, a, b = best
