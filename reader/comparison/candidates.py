"""Which sections of two editions are worth looking at together: equal ones, those between equal ones, similar ones."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reader.comparison.alignment import in_step
from reader.comparison.likeness import ShingleIndex, held, likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.comparison.options import Sections
    from reader.comparison.passages import Passage
    from reader.progress import CancelToken
    from reader.structure.section import Section

SHORT = 10  # characters up to which a passage says too little to be told by its words alone
_ALIKE = 0.5  # two passages that are this alike are one passage, edited
_SURE = 0.75  # two passages between the same two that are this alike need no looking further
_SAME_HEADING = 0.3  # under the same heading less will do
_SAME_NUMBER = 0.42  # and at the same number a little less
_SAME_TEXT = 5  # occurrences of one text up to which each is looked at with each
_CELLS = 400  # pairs of sections between two equal ones up to which each is looked at with each
_REACH = 4  # sections aside in a longer stretch
_Item = TypeVar("_Item")
_ARTICLE = re.compile(r"第.{1,8}条")


class Candidate(NamedTuple):
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


def same_number(left: Section, right: Section) -> bool:
    """Tell whether two sections stand at the same number: the same path, or the same article of a statute."""
    if left.path == right.path:
        return True
    last = left.path.rpartition("/")[2]
    return left.annex == right.annex and last == right.path.rpartition("/")[2] and is_article(left)


def is_article(section: Section) -> bool:
    """Tell whether a section is an article of a statute, whose numbers run through all chapters."""
    return bool(_ARTICLE.match(section.marker))


def candidates(
    left: Sequence[Passage], right: Sequence[Passage], barred: frozenset[Sections], cancel: CancelToken
) -> list[Candidate]:
    """Return the pairs worth weighing against each other, none of them barred. Raises Cancelled."""
    finder = _Finder([p for p in left if p.text], [p for p in right if p.text], cancel)
    found: dict[Sections, Candidate] = {}
    for source in (finder.equal, finder.between, finder.similar):
        fresh: list[Candidate] = []
        for here, there in source():
            pair = here.section.number, there.section.number
            if pair not in found and pair not in barred:
                found[pair] = _candidate(here, there)
                fresh.append(found[pair])
        finder.settle(fresh)
    return list(found.values())


_Proposed = tuple["Passage", "Passage"]


class _Finder:
    """The passages of both sides, and which of them (by their numbers) are still open: they found no answer so far."""

    def __init__(self, left: list[Passage], right: list[Passage], cancel: CancelToken) -> None:
        self._left = left
        self._right = right
        self._cancel = cancel
        self._steps = in_step([p.text for p in left], [p.text for p in right])
        self._open_left: set[int] = set()
        self._open_right: set[int] = set()

    def equal(self) -> Iterator[_Proposed]:
        """Yield sections that say the same, wherever they stand; many of one text only at their place."""
        mine, yours = _grouped((p.text, p) for p in self._left), _grouped((p.text, p) for p in self._right)
        step = {self._left[i].section.number: self._right[j] for i, j in self._steps}
        for text in {**mine, **yours}:
            here, there = mine.get(text, []), yours.get(text, [])
            if max(len(here), len(there)) <= _SAME_TEXT:
                yield from ((a, b) for a in here for b in there)
                over = (here, there) if len(here) != len(there) else ([], [])
            else:
                together = [(a, step[a.section.number]) for a in here if a.section.number in step]
                taken = {b.section.number for _, b in together}
                over = (
                    [a for a in here if a.section.number not in step],
                    [b for b in there if b.section.number not in taken],
                )
                yield from together
                yield from zip(*over, strict=False)
            self._open_left.update(a.section.number for a in over[0])
            self._open_right.update(b.section.number for b in over[1])

    def between(self) -> Iterator[_Proposed]:
        """Yield what stands between the same two equal sections on either side."""
        edges = [(-1, -1), *self._steps, (len(self._left), len(self._right))]
        for (i, j), (k, m) in pairwise(edges):
            here = [p for p in self._left[i + 1 : k] if p.section.number in self._open_left]
            there = [p for p in self._right[j + 1 : m] if p.section.number in self._open_right]
            wide = len(here) * len(there) > _CELLS
            for row, passage in enumerate(here):
                near = row * len(there) // len(here)
                yield from ((passage, p) for p in (there[max(0, near - _REACH) : near + _REACH + 1] if wide else there))

    def similar(self) -> Iterator[_Proposed]:
        """Yield open sections that share rare runs of characters, a heading or a number."""
        rights = {p.section.number: p for p in self._right if p.section.number in self._open_right}
        index = ShingleIndex(rights.values())
        by_path = _grouped((p.section.path, p.section.number) for p in rights.values())
        by_heading = _grouped((p.heading, p.section.number) for p in rights.values() if len(p.heading) > 1)
        for passage in self._left:
            if passage.section.number in self._open_left:
                self._cancel.check()
                beside = {*by_path.get(passage.section.path, ())[:3], *by_heading.get(passage.heading, ())[:3]}
                yield from ((passage, rights[number]) for number in sorted(index.nearest(passage) | beside))

    def settle(self, found: list[Candidate]) -> None:
        """Look no further for two that are very much alike, each of them more so than any other here."""
        best_left, best_right = best_scores(found)
        for c in found:
            if _SURE <= c.likeness < 1.0 and c.score == best_left[c.left] == best_right[c.right]:
                self._open_left.discard(c.left)
                self._open_right.discard(c.right)


def best_scores(found: Iterable[Candidate]) -> tuple[dict[int, float], dict[int, float]]:
    """Return the best score of each left and of each right section."""
    best_left: dict[int, float] = defaultdict(float)
    best_right: dict[int, float] = defaultdict(float)
    for c in found:
        best_left[c.left] = max(best_left[c.left], c.score)
        best_right[c.right] = max(best_right[c.right], c.score)
    return best_left, best_right


def _candidate(left: Passage, right: Passage) -> Candidate:
    alike = likeness(left, right)
    heading = len(left.heading) > 1 and left.heading == right.heading
    number = same_number(left.section, right.section)
    # That an article holds the words of an item, or is held by one, says little: items are short.
    telling = min(len(left.text), len(right.text)) > SHORT and is_article(left.section) == is_article(right.section)
    share = held(left, right) if telling and alike < _SURE else 0.0
    strength = max(alike, 0.9 * share)
    if left.structural or right.structural:
        accepted = heading
    else:
        accepted = (
            strength >= _ALIKE or (heading and strength >= _SAME_HEADING) or (number and strength >= _SAME_NUMBER)
        )
    pair = left.section.number, right.section.number
    return Candidate(*pair, alike, share, 0.15 * heading + 0.05 * number, accepted)


def _grouped(items: Iterable[tuple[str, _Item]]) -> dict[str, list[_Item]]:
    out: dict[str, list[_Item]] = defaultdict(list)
    for key, item in items:
        out[key].append(item)
    return dict(out)
