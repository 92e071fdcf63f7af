"""How much two passages resemble each other, and which ones are worth asking about."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.comparison.passages import Passage

_SHINGLE = 4  # characters that stand together; four are rarely shared by chance
_LOOKED_AT = 4_000  # characters of a passage that its shingles are taken from
_CELLS = 400_000_000  # pairs of characters up to which two passages are compared in full
_COMMON = 16  # sections that share a shingle, beyond which it tells nothing
_BEST = 8  # sections that are looked at closely for each


def shingles(passage: Passage) -> frozenset[str]:
    """Return the runs of four characters that a passage holds."""
    text = passage.text[:_LOOKED_AT]
    return frozenset(text[i : i + _SHINGLE] for i in range(len(text) - _SHINGLE + 1)) or frozenset([text])


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
        self._shingles = {passage.section.number: shingles(passage) for passage in passages}
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, held in self._shingles.items():
            for shingle in held:
                self._holders[shingle].append(number)

    def nearest(self, passage: Passage) -> dict[int, float]:
        """Return the numbers of the passages that share most, and which share of the shorter one's runs that is."""
        held = shingles(passage)
        counts: Counter[int] = Counter()
        for shingle in held:
            holders = self._holders.get(shingle, ())
            if len(holders) <= _COMMON:
                counts.update(holders)
        best = sorted(counts.items(), key=lambda found: (-found[1], found[0]))[:_BEST]
        return {number: self.share(held, number) for number, _ in best}

    def share(self, held: frozenset[str], number: int) -> float:
        """Return which share of the shorter one's runs two passages have in common."""
        other = self._shingles[number]
        return len(held & other) / max(1, min(len(held), len(other)))
