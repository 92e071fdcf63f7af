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
    best = PrefixMaxima(len(columns))
    before: list[int] = []
    totals: list[float] = []
    for k, pair in enumerate(ordered):
        column = columns[pair.right]
        total, last = best.up_to(column - 1)
        before.append(last)
        totals.append(total + pair.weight)
        best.enter(column, (total + pair.weight, k))
    chain: list[Weighed] = []
    k = max(range(len(ordered)), key=totals.__getitem__, default=-1)
    while k >= 0:
        chain.append(ordered[k])
        k = before[k]
    return chain[::-1]


class PrefixMaxima:
    """The greatest of the values that were entered at the first places, found in O(log n): a Fenwick tree."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def up_to(self, place: int) -> tuple[float, int]:
        """Return the greatest value at the places 1 to ``place``; (0, -1) where there is none."""
        found = (0.0, -1)
        while place > 0:
            found = max(found, self._tree[place])
            place &= place - 1
        return found

    def enter(self, place: int, value: tuple[float, int]) -> None:
        while place < len(self._tree):
            self._tree[place] = max(self._tree[place], value)
            place += place & -place
