"""How much two passages resemble each other, and which ones are worth asking about."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.comparison.passages import Passage

_CELLS = 400_000_000  # pairs of characters up to which two passages are compared in full
_COMMON = 16  # sections that share a shingle, beyond which it tells nothing
_BEST = 8  # sections that are looked at closely for each


def held(left: Passage, right: Passage) -> float:
    """Return 0..1: which share of the shorter one's runs of characters the two have in common."""
    mine, yours = left.shingles, right.shingles
    return len(mine & yours) / max(1, min(len(mine), len(yours)))


def likeness(left: Passage, right: Passage) -> float:
    """Return 0..1: the share of characters that the two folded texts have in common, in order."""
    from rapidfuzz import fuzz  # not needed before the first paint

    if left.text == right.text:
        return 1.0
    if len(left.text) * len(right.text) <= _CELLS:
        return fuzz.ratio(left.text, right.text) / 100
    mine, yours = Counter(_pieces(left.text)), Counter(_pieces(right.text))
    common = sum(len(piece) * count for piece, count in (mine & yours).items())
    return 2 * common / (len(left.text) + len(right.text))


def _pieces(text: str) -> list[str]:
    return text.replace(";", "。").replace(",", "。").split("。")


class ShingleIndex:
    """Finds the passages that share rare runs of characters with another."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._holders: dict[str, list[int]] = defaultdict(list)
        for passage in passages:
            for shingle in passage.shingles:
                self._holders[shingle].append(passage.section.number)

    def nearest(self, passage: Passage) -> set[int]:
        """Return the numbers of the passages that share most rare runs with another."""
        counts: Counter[int] = Counter()
        for shingle in passage.shingles:
            holders = self._holders.get(shingle, ())
            if len(holders) <= _COMMON:
                counts.update(holders)
        return {number for number, _ in sorted(counts.items(), key=lambda found: (-found[1], found[0]))[:_BEST]}
