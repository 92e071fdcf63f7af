"""Sections that were split, or several merged into one: what a pair left unsaid and a section without answer says."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from reader.comparison.options import Sections
    from reader.comparison.pairing import Match
    from reader.comparison.passages import Passage

_LEAST = 12  # runs of characters that have to be found again before it is told
_BESIDE = 0.4  # the share of them that has to be found again in the section beside
_MUCH = 30  # runs of characters that are a sentence
_BESIDE_UNSAID = 0.55  # of what the pair left unsaid, if it is a sentence
_SOME = 0.3  # or less of it, where part and whole are as alike as this:
_ALIKE = 0.5
_FAR = 0.6  # in a section that stands elsewhere
_FAR_LEAST = 20
_LOOKED_BACK = 3  # sections on either side that count as beside
_COMMON = 8  # sections that leave the same run unsaid, beyond which it tells nothing


class Group(NamedTuple):
    """A pair and the sections that belong to it besides: merged into it from the left, split off on the right."""

    match: Match
    also_left: tuple[int, ...] = ()
    also_right: tuple[int, ...] = ()


def grouped(
    matches: list[Match], left: Mapping[int, Passage], right: Mapping[int, Passage], barred: frozenset[Sections]
) -> list[Group]:
    """Return the pairs with what was split off from them or merged into them; a section stands in one pair only."""
    leftover = left.keys() - {m.left for m in matches}
    over = right.keys() - {m.right for m in matches}
    split = _homes(over, right, left, {m.left: m.right for m in matches}, barred)
    merged = _homes(leftover, left, right, {m.right: m.left for m in matches}, frozenset((j, i) for i, j in barred))
    return [Group(m, tuple(merged.get(m.right, ())), tuple(split.get(m.left, ()))) for m in matches]


def _homes(
    loose: AbstractSet[int],
    parts: Mapping[int, Passage],
    wholes: Mapping[int, Passage],
    partners: Mapping[int, int],  # of the wholes among the parts
    barred: frozenset[Sections],  # whole and part
) -> dict[int, list[int]]:
    """Return for each whole the loose parts that say what its partner among the parts leaves unsaid."""
    if not loose:
        return {}

    def alike(whole: int, part: int) -> bool:
        return likeness(wholes[whole], parts[part]) >= _ALIKE

    unsaid = _Unsaid(parts, wholes, partners)
    beside = {part: whole for whole, part in partners.items()}
    out: dict[int, list[int]] = defaultdict(list)
    for number in sorted(loose):
        if parts[number].structural:
            continue
        near = {beside.get(number + k) for k in range(-_LOOKED_BACK, _LOOKED_BACK + 1)}
        near.add(beside.get(parts[number].section.parent or 0))
        fitting = [
            (found.of_part, -whole)
            for whole, found in unsaid.shares(parts[number]).items()
            if (whole, number) not in barred
            and (found.enough(near=whole in near) or (whole in near and found.some and alike(whole, number)))
        ]
        if fitting:
            out[-max(fitting)[1]].append(number)
    return out


class _Share(NamedTuple):
    """How many of the runs that a whole left unsaid a part has: as a share of the part's, and of the unsaid ones."""

    runs: int
    of_part: float
    of_unsaid: float

    @property
    def some(self) -> bool:
        """Whether it is enough for a part that is like the whole as a whole."""
        return self.of_unsaid >= _SOME

    def enough(self, *, near: bool) -> bool:
        """Tell whether the part was in the whole before: beside it less will do than elsewhere."""
        if not near:
            return self.of_part >= _FAR and self.runs >= _FAR_LEAST
        return self.of_part >= _BESIDE or (self.of_unsaid >= _BESIDE_UNSAID and self.runs >= _MUCH)


class _Unsaid:
    """The runs of characters that each whole has and its partner has not."""

    def __init__(
        self, parts: Mapping[int, Passage], wholes: Mapping[int, Passage], partners: Mapping[int, int]
    ) -> None:
        self._partners = {whole: parts[part] for whole, part in partners.items()}
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._counts: dict[int, int] = {}
        for whole, partner in self._partners.items():
            if wholes[whole].text != partner.text:
                runs = wholes[whole].shingles - partner.shingles
                self._counts[whole] = len(runs)
                for run in runs:
                    self._holders[run].append(whole)

    def shares(self, part: Passage) -> dict[int, _Share]:
        """Return for each whole how much of a part, without what the partner says too, it had left unsaid."""
        counts: Counter[int] = Counter()
        for run in part.shingles:
            holders = self._holders.get(run, ())
            if len(holders) <= _COMMON:
                counts.update(holders)
        return {
            whole: _Share(
                count, count / len(part.shingles - self._partners[whole].shingles), count / self._counts[whole]
            )
            for whole, count in counts.items()
            if count >= _LEAST
        }
