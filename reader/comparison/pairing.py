"""Which section of one edition answers which of the other: by what they say, their heading and their number."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.candidates import SHORT, Candidate, best_scores, candidates, same_number
from reader.comparison.chains import Weighed, heaviest_chain
from reader.comparison.likeness import likeness
from reader.comparison.options import Options
from reader.progress import CancelToken

if TYPE_CHECKING:
    from reader.comparison.passages import Passage
    from reader.structure.section import Section

_NOTHING = Options()
_REWRITTEN = 0.75  # likeness and share together, between the same two pairs
_REWRITTEN_THERE = 0.55  # and at the same number there
_FAR_BETTER = 0.08  # what a pair out of order has to be more alike to part one in order
_MOVED_ALIKE = 0.6  # what stands out of order has to be this alike
_SAME_HEADING = 0.3  # under the same heading less will do
_SAME_NUMBER = 0.42  # and at the same number under paired sections a little less
_VOTED = 0.25  # over two paired sections, as the first words of a list are
_RIVAL = 0.75  # a pair that is far weaker than what either side could have elsewhere does not count


class Match(NamedTuple):
    """Two sections that answer each other, by their numbers."""

    left: int
    right: int
    likeness: float
    pinned: bool = False


def pair_sections(
    left: list[Passage], right: list[Passage], cancel: CancelToken | None = None, options: Options = _NOTHING
) -> list[Match]:
    """Pair the sections of two editions one to one, as the user decided; what finds no answer is in no match.

    Raises Cancelled.
    """
    return _Pairing(left, right, options).run(cancel or CancelToken())


def by_number(passages: list[Passage]) -> dict[int, Passage]:
    """Return the passages by the numbers of their sections, which need not be all of a document."""
    return {passage.section.number: passage for passage in passages}


class _Pairing:
    """The sections of two editions and the pairs found so far."""

    def __init__(self, left: list[Passage], right: list[Passage], options: Options) -> None:
        self.left = by_number(left)
        self.right = by_number(right)
        self.barred = frozenset(options.breaks)
        self.rightward: dict[int, Match] = {}
        self.leftward: dict[int, Match] = {}
        for i, j in options.pins:
            if i in self.left and j in self.right and i not in self.rightward and j not in self.leftward:
                self._take(i, j, likeness(self.left[i], self.right[j]), pinned=True)

    def run(self, cancel: CancelToken) -> list[Match]:
        here = [passage for number, passage in self.left.items() if number not in self.rightward]
        there = [passage for number, passage in self.right.items() if number not in self.leftward]
        found = candidates(here, there, self.barred, cancel)
        kept = self._keep_order(found)
        self._fill_gaps(found, kept)
        self._prefer(found)
        self._find_moves(found)
        self._fill_structure()
        return sorted(self.rightward.values(), key=lambda match: match.right)

    def _take(self, left: int, right: int, alike: float, *, pinned: bool = False) -> None:
        match = Match(left, right, alike, pinned)
        self.rightward[left] = self.leftward[right] = match

    def _free(self, left: int, right: int) -> bool:
        return left not in self.rightward and right not in self.leftward and (left, right) not in self.barred

    def _keep_order(self, found: list[Candidate]) -> list[Weighed]:
        """Pair what kept its order, so that most of the text stands in pairs; return these."""
        best_left, best_right = best_scores(found)
        known = {(c.left, c.right): c for c in found if c.accepted}
        weighed = [
            Weighed(c.left, c.right, c.score * min(1.0, 0.3 + len(self.left[c.left].text) / 40))
            for c in known.values()
            if c.score >= _RIVAL * max(best_left[c.left], best_right[c.right])
        ]
        kept = heaviest_chain(weighed)
        for pair in kept:
            self._take(pair.left, pair.right, known[pair.left, pair.right].likeness)
        return kept

    def _fill_gaps(self, found: list[Candidate], kept: list[Weighed]) -> None:
        """Pair what stands between the same two pairs and was rewritten: there less will do than anywhere else."""
        lefts, rights = [pair.left for pair in kept], [pair.right for pair in kept]
        plausible = {
            (c.left, c.right): c
            for c in found
            if self._free(c.left, c.right) and bisect(lefts, c.left) == bisect(rights, c.right) and self._rewritten(c)
        }
        for pair in heaviest_chain([Weighed(c.left, c.right, c.score) for c in plausible.values()]):
            self._take(pair.left, pair.right, plausible[pair.left, pair.right].likeness)

    def _rewritten(self, c: Candidate) -> bool:
        left, right = self.left[c.left], self.right[c.right]
        if left.structural or right.structural or left.section.depth != right.section.depth:
            return False
        there = same_number(left.section, right.section) or self._same_item(left.section, right.section)
        return c.likeness + c.held >= (_REWRITTEN_THERE if there else _REWRITTEN)

    def _same_item(self, left: Section, right: Section) -> bool:
        """Tell whether two sections bear the same number under paired ones."""
        above = self.rightward.get(left.parent) if left.parent is not None else None
        same = left.path.rpartition("/")[2] == right.path.rpartition("/")[2]
        return same and above is not None and above.right == right.parent

    def _prefer(self, found: list[Candidate]) -> None:
        """Part an edited pair where one of the two has a far better answer that stood out of order and is free."""
        scores = {(c.left, c.right): c.score for c in found}
        for c in sorted(found, key=lambda c: (-c.score, c.left, c.right)):
            if not c.accepted or c.score < _MOVED_ALIKE or (c.left in self.rightward) == (c.right in self.leftward):
                continue
            taken = self.rightward.get(c.left) or self.leftward[c.right]
            if not taken.pinned and scores.get((taken.left, taken.right), 1.0) < c.score - _FAR_BETTER:
                del self.rightward[taken.left], self.leftward[taken.right]
                self._take(c.left, c.right, c.likeness)

    def _find_moves(self, found: list[Candidate]) -> None:
        """Pair what is left over and stands elsewhere, the most alike first."""
        for c in sorted(found, key=lambda c: (-c.score, c.left, c.right)):
            shorter = min(len(self.left[c.left].text), len(self.right[c.right].text))
            if c.accepted and shorter >= SHORT and c.score >= _MOVED_ALIKE and self._free(c.left, c.right):
                self._take(c.left, c.right, c.likeness)

    def _fill_structure(self) -> None:
        """Pair by their place what text could not pair: headings over pairs, and the same number under one parent."""
        votes: Counter[tuple[int, int]] = Counter()
        for match in self.rightward.values():
            i, j = self.left[match.left].section.parent, self.right[match.right].section.parent
            if i is not None and j is not None and i in self.left and j in self.right:
                votes[i, j] += 1
        for (i, j), count in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
            if self._free(i, j) and self._fits(i, j, _VOTED if count > 1 else _SAME_NUMBER):
                self._take(i, j, likeness(self.left[i], self.right[j]))
        if 0 in self.left and 0 in self.right and self._free(0, 0) and self.left[0].text and self.right[0].text:
            self._take(0, 0, likeness(self.left[0], self.right[0]))
        places = {_place(passage, passage.section.parent): number for number, passage in self.right.items()}
        for number, passage in self.left.items():
            above = self.rightward.get(passage.section.parent) if passage.section.parent is not None else None
            if number == 0 or (passage.section.parent is not None and above is None):
                continue
            j = places.get(_place(passage, above.right if above else None))
            if j is not None and self._free(number, j) and self._fits(number, j, _SAME_NUMBER):
                self._take(number, j, likeness(passage, self.right[j]))

    def _fits(self, i: int, j: int, floor: float) -> bool:
        """Tell whether two sections may be paired by their place: they hold only structure, or are alike enough."""
        left, right = self.left[i], self.right[j]
        if not left.structural and not right.structural:
            return likeness(left, right) >= (min(floor, _SAME_HEADING) if left.heading == right.heading else floor)
        return left.heading == right.heading or (left.structural and right.structural)


def _place(passage: Passage, parent: int | None) -> tuple[int | None, str, str]:
    return parent, passage.section.path.rpartition("/")[2], passage.heading
