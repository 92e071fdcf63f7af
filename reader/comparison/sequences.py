"""What two sequences have in common, found fast: ends first, then what is unique in both, then the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

_SMALL = 4_000_000  # cells of a gap up to which its smallest difference is worked out
_LARGE = 400_000_000  # and where nothing else is known (50 MB for a moment)


class Stretch(NamedTuple):
    """A stretch of the left and what stands there on the right; equal or different as a whole."""

    equal: bool
    left: Span
    right: Span


def stretches(left: Sequence[Hashable], right: Sequence[Hashable], *, unique_first: bool = True) -> list[Stretch]:
    """Return the two sequences as stretches, equal ones and different ones by turns.

    ``unique_first`` trusts what stands once on either side (good for sentences); without it the smallest difference
    is worked out as long as that is cheap (good for words). In a long text that repeats itself, what stands equally
    often on both sides is trusted.
    """
    blocks: list[tuple[int, int, int]] = []
    waiting = [(Span(0, len(left)), Span(0, len(right)))]
    while waiting:
        a, b = waiting.pop()
        head = _common_head(left, a, right, b)
        a, b = Span(a.start + head, a.end), Span(b.start + head, b.end)
        tail = _common_tail(left, a, right, b)
        blocks += ((a.start - head, b.start - head, head), (a.end - tail, b.end - tail, tail))
        a, b = Span(a.start, a.end - tail), Span(b.start, b.end - tail)
        if a.start == a.end or b.start == b.end:
            continue
        cheap = (a.end - a.start) * (b.end - b.start) <= _SMALL
        anchors = _unique_anchors(left, a, right, b) if unique_first or not cheap else []
        if not anchors and not cheap:
            anchors = _counted_anchors(left, a, right, b)
        if anchors:
            edges = [(a.start, b.start), *((i + 1, j + 1) for i, j in anchors)]
            blocks += ((i, j, 1) for i, j in anchors)
            waiting += (
                (Span(i, k), Span(j, m)) for (i, j), (k, m) in zip(edges, [*anchors, (a.end, b.end)], strict=True)
            )
        elif (a.end - a.start) * (b.end - b.start) <= _LARGE:
            blocks += _smallest(left[a.start : a.end], right[b.start : b.end], a.start, b.start)
    return _turns(sorted(block for block in blocks if block[2]), len(left), len(right))


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain of pairs (sorted by their first) that rises in both."""
    tops: list[int] = []
    top_at: list[int] = []
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        at = bisect_left(tops, j)
        before.append(top_at[at - 1] if at else -1)
        if at == len(tops):
            tops.append(j)
            top_at.append(k)
        else:
            tops[at], top_at[at] = j, k
    chain: list[tuple[int, int]] = []
    k = top_at[-1] if top_at else -1
    while k >= 0:
        chain.append(pairs[k])
        k = before[k]
    return chain[::-1]


def _common_head(left: Sequence[Hashable], a: Span, right: Sequence[Hashable], b: Span) -> int:
    longest = min(a.end - a.start, b.end - b.start)
    same = 0
    while same < longest and left[a.start + same] == right[b.start + same]:
        same += 1
    return same


def _common_tail(left: Sequence[Hashable], a: Span, right: Sequence[Hashable], b: Span) -> int:
    longest = min(a.end - a.start, b.end - b.start)
    same = 0
    while same < longest and left[a.end - 1 - same] == right[b.end - 1 - same]:
        same += 1
    return same


def _unique_anchors(left: Sequence[Hashable], a: Span, right: Sequence[Hashable], b: Span) -> list[tuple[int, int]]:
    here = Counter(left[a.start : a.end])
    there = Counter(right[b.start : b.end])
    where = {right[j]: j for j in range(b.start, b.end) if there[right[j]] == 1}
    return increasing([(i, where[left[i]]) for i in range(a.start, a.end) if here[left[i]] == 1 and left[i] in where])


def _counted_anchors(left: Sequence[Hashable], a: Span, right: Sequence[Hashable], b: Span) -> list[tuple[int, int]]:
    """Pair what stands equally often on both sides: the first with the first, and so on."""
    here, there = _places(left, a), _places(right, b)
    pairs = [
        pair
        for item, places in here.items()
        if len(places) == len(there.get(item, ()))
        for pair in zip(places, there[item], strict=True)
    ]
    return increasing(sorted(pairs))


def _places(items: Sequence[Hashable], part: Span) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = {}
    for at in range(part.start, part.end):
        found.setdefault(items[at], []).append(at)
    return found


def _smallest(left: Sequence[Hashable], right: Sequence[Hashable], i: int, j: int) -> list[tuple[int, int, int]]:
    from rapidfuzz.distance import Indel  # not needed before the first paint

    return [
        (i + block.a, j + block.b, block.size)
        for block in Indel.opcodes(left, right).as_matching_blocks()
        if block.size
    ]


def _turns(blocks: list[tuple[int, int, int]], left_length: int, right_length: int) -> list[Stretch]:
    out: list[Stretch] = []
    i = j = 0
    for start, there, size in [*blocks, (left_length, right_length, 0)]:
        if i < start or j < there:
            out.append(Stretch(False, Span(i, start), Span(j, there)))
        if size and out and out[-1].equal:
            out[-1] = Stretch(True, Span(out[-1].left.start, start + size), Span(out[-1].right.start, there + size))
        elif size:
            out.append(Stretch(True, Span(start, start + size), Span(there, there + size)))
        i, j = start + size, there + size
    return out
