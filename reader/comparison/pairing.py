"""Which section of one edition answers which of the other: by what they say, their heading and their number."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.chains import Weighed, heaviest_chain
from reader.comparison.likeness import ShingleIndex, likeness
from reader.progress import CancelToken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.comparison.passages import Passage
    from reader.structure.section import Section

_ALIKE = 0.5  # two passages that are this alike are one passage, edited
_MOVED_ALIKE = 0.6  # out of order it takes more
_SAME_HEADING = 0.3  # under the same heading less will do
_SAME_NUMBER = 0.42  # and at the same number a little less
_VOTED = 0.25  # over two paired sections, as the first words of a list are
_RIVAL = 0.75  # a pair that is far weaker than what either side could have elsewhere does not count
_MOVED_LENGTH = 10  # characters; a shorter passage is nothing whose move could be told
_SAME_TEXT = 5  # occurrences of one text up to which each is looked at with each
_ARTICLE = re.compile(r"第.{1,8}条")


class Match(NamedTuple):
    """Two sections that answer each other."""

    left: int
    right: int
    likeness: float


class _Candidate(NamedTuple):
    """Two sections that might answer each other: how alike they are, and what else speaks for it."""

    left: int
    right: int
    likeness: float  # of the two texts
    held: float  # the share of the shorter one that the other holds, if that is more
    bonus: float
    accepted: bool

    @property
    def score(self) -> float:
        return max(self.likeness, 0.9 * self.held) + self.bonus


def pair_sections(left: list[Passage], right: list[Passage], cancel: CancelToken | None = None) -> list[Match]:
    """Pair the sections of two editions one to one; what finds no answer is in no match."""
    pairing = _Pairing(left, right, cancel or CancelToken())
    return pairing.run()


def same_number(left: Section, right: Section) -> bool:
    """Tell whether two sections stand at the same number: the same path, or the same article of a statute."""
    if left.path == right.path:
        return True
    article = _ARTICLE.match(left.path.rpartition("/")[2])
    return bool(article) and left.annex == right.annex and left.path.rpartition("/")[2] == right.path.rpartition("/")[2]


class _Pairing:
    """The sections of two editions and the pairs found so far."""

    def __init__(self, left: list[Passage], right: list[Passage], cancel: CancelToken) -> None:
        self.left = left
        self.right = right
        self.cancel = cancel
        self.rightward: dict[int, Match] = {}
        self.leftward: dict[int, Match] = {}

    def run(self) -> list[Match]:
        candidates = [*self._equal(), *self._similar()]
        self._keep_order(candidates)
        self._find_moves(candidates)
        self._fill_structure()
        return sorted(self.rightward.values(), key=lambda match: match.right)

    def _take(self, left: int, right: int, alike: float) -> None:
        match = Match(left, right, alike)
        self.rightward[left] = self.leftward[right] = match

    def _free(self, left: int, right: int) -> bool:
        return left not in self.rightward and right not in self.leftward

    def _equal(self) -> list[_Candidate]:
        """Pair sections that say the same, wherever they stand; many of one text only at their place."""
        self._unsettled: tuple[set[int], set[int]] = (set(), set())
        mine, yours = _by_text(self.left), _by_text(self.right)
        out: list[_Candidate] = []
        for text, numbers in mine.items():
            others = yours.get(text, [])
            if not others:
                self._unsettled[0].update(numbers)
                continue
            out += (
                self._candidate(i, j, 1.0, 1.0)
                for a, i in enumerate(numbers)
                for b, j in enumerate(others)
                if max(len(numbers), len(others)) <= _SAME_TEXT or a == b
            )
            surplus = (set(numbers), set()) if len(numbers) > len(others) else (set(), set(others))
            if len(numbers) != len(others):
                self._unsettled[0].update(surplus[0])
                self._unsettled[1].update(surplus[1])
        for text, others in yours.items():
            if text not in mine:
                self._unsettled[1].update(others)
        return out

    def _similar(self) -> Iterator[_Candidate]:
        """Yield pairs that share rare runs of characters, a heading or a number."""
        numbers = sorted(self._unsettled[1])
        rights = [self.right[j] for j in numbers]
        index = ShingleIndex(rights)
        by_path = _grouped((p.section.path, p.section.number) for p in rights)
        by_heading = _grouped((p.heading, p.section.number) for p in rights if len(p.heading) > 1)
        for i in sorted(self._unsettled[0]):
            self.cancel.check()
            passage = self.left[i]
            near = index.nearest(passage)
            beside = {*by_path.get(passage.section.path, ())[:3], *by_heading.get(passage.heading, ())[:3]}
            for j in sorted(near.keys() | beside):
                yield self._candidate(i, j, likeness(passage, self.right[j]), near.get(j, 0.0))

    def _candidate(self, i: int, j: int, alike: float, held: float) -> _Candidate:
        left, right = self.left[i], self.right[j]
        heading = len(left.heading) > 1 and left.heading == right.heading
        number = same_number(left.section, right.section)
        held = held if min(len(left.text), len(right.text)) > _MOVED_LENGTH else 0.0
        strength = max(alike, 0.9 * held)
        if not left.structural and not right.structural:
            accepted = (
                strength >= _ALIKE or (heading and strength >= _SAME_HEADING) or (number and strength >= _SAME_NUMBER)
            )
        else:
            accepted = heading
        return _Candidate(i, j, alike, held, 0.15 * heading + 0.05 * number, accepted)

    def _keep_order(self, candidates: list[_Candidate]) -> None:
        """Pair what kept its order, so that most of the text stands in pairs."""
        best: dict[tuple[str, int], float] = defaultdict(float)
        for c in candidates:
            best["left", c.left] = max(best["left", c.left], c.score)
            best["right", c.right] = max(best["right", c.right], c.score)
        known = {(c.left, c.right): c for c in candidates if c.accepted}
        weighed = [
            Weighed(c.left, c.right, c.score * min(1.0, 0.3 + len(self.left[c.left].text) / 40))
            for c in known.values()
            if c.score >= _RIVAL * max(best["left", c.left], best["right", c.right])
        ]
        for found in heaviest_chain(weighed):
            self._take(found.left, found.right, known[found.left, found.right].likeness)

    def _find_moves(self, candidates: list[_Candidate]) -> None:
        """Pair what is left over and stands elsewhere, the most alike first."""
        for c in sorted(candidates, key=lambda c: (-c.score, c.left, c.right)):
            shorter = min(len(self.left[c.left].text), len(self.right[c.right].text))
            if c.accepted and shorter >= _MOVED_LENGTH and c.score >= _MOVED_ALIKE and self._free(c.left, c.right):
                self._take(c.left, c.right, c.likeness)

    def _fill_structure(self) -> None:
        """Pair by their place what text could not pair: headings over paired sections, and the same number under one parent."""
        votes: Counter[tuple[int, int]] = Counter()
        for match in self.rightward.values():
            i, j = self.left[match.left].section.parent, self.right[match.right].section.parent
            if i is not None and j is not None:
                votes[i, j] += 1
        for (i, j), count in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
            if self._free(i, j) and self._fits(i, j, _VOTED if count > 1 else _SAME_NUMBER):
                self._take(i, j, likeness(self.left[i], self.right[j]))
        if self._free(0, 0) and self.left[0].text and self.right[0].text:
            self._take(0, 0, likeness(self.left[0], self.right[0]))
        places = {
            (p.section.parent, p.section.path.rpartition("/")[2], p.heading): p.section.number for p in self.right
        }
        for passage in self.left[1:]:
            section = passage.section
            parent = self.rightward.get(section.parent) if section.parent is not None else None
            if section.parent is not None and parent is None:
                continue
            place = (parent.right if parent else None, section.path.rpartition("/")[2], passage.heading)
            j = places.get(place)
            if j is not None and self._free(section.number, j) and self._fits(section.number, j, _SAME_NUMBER):
                self._take(section.number, j, likeness(passage, self.right[j]))

    def _fits(self, i: int, j: int, floor: float) -> bool:
        """Tell whether two sections may be paired by their place: they hold only structure, or are alike enough."""
        left, right = self.left[i], self.right[j]
        if not left.structural and not right.structural:
            return likeness(left, right) >= (min(floor, _SAME_HEADING) if left.heading == right.heading else floor)
        return left.heading == right.heading or (left.structural and right.structural)


def _by_text(passages: list[Passage]) -> dict[str, list[int]]:
    return _grouped((passage.text, passage.section.number) for passage in passages if passage.text)


def _grouped(items: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = defaultdict(list)
    for key, number in items:
        out[key].append(number)
    return dict(out)
