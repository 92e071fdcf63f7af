"""Which items of two rows are equal and in step, however often each one comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

_ROW = 4_000  # items that are aligned at a time: the work grows with the square of it


def in_step(left: Sequence[Hashable], right: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return places of equal items that rise on both sides; as many as can be, in long rows a stretch at a time."""
    from rapidfuzz.distance import Indel  # not needed before the first paint

    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(left) and j < len(right):
        blocks = Indel.opcodes(left[i : i + _ROW], right[j : j + _ROW]).as_matching_blocks()
        found = [(i + block.a + k, j + block.b + k) for block in blocks for k in range(block.size)]
        if i + _ROW >= len(left) and j + _ROW >= len(right):
            return pairs + found
        # What stands near the end of a stretch may have its like behind it: the next stretch decides.
        middle = (i + _ROW // 2, j + _ROW // 2)
        sure = [pair for pair in found if pair[0] < middle[0] and pair[1] < middle[1]]
        pairs += sure
        i, j = (sure[-1][0] + 1, sure[-1][1] + 1) if len(sure) > _ROW // 8 else middle
    return pairs
