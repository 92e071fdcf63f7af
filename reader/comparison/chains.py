"""Chains of pairs that rise on both sides: what kept its order when a document was edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Weighed(NamedTuple):
    """A possible pair and how much speaks for it."""

    left: int
    right: int
    weight: float


def heaviest_chain(pairs: Sequence[Weighed]) -> list[Weighed]:
    """Return the pairs that rise strictly on both sides and weigh most together; O(n log n)."""
    ordered = sorted(pairs, key=lambda pair: (pair.left, -pair.right))
    columns = {right: k + 1 for k, right in enumerate(sorted({pair.right for pair in pairs}))}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)  # a Fenwick tree of prefix maxima
    before: list[int] = []
    totals: list[float] = []
    for k, pair in enumerate(ordered):
        column = columns[pair.right]
        total, last = _highest(best, column - 1)
        before.append(last)
        totals.append(total + pair.weight)
        _raise(best, column, (total + pair.weight, k))
    chain: list[Weighed] = []
    k = max(range(len(ordered)), key=totals.__getitem__, default=-1)
    while k >= 0:
        chain.append(ordered[k])
        k = before[k]
    return chain[::-1]


def _highest(tree: list[tuple[float, int]], at: int) -> tuple[float, int]:
    found = (0.0, -1)
    while at > 0:
        found = max(found, tree[at])
        at -= at & -at
    return found


def _raise(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        tree[at] = max(tree[at], value)
        at += at & -at
