"""Two editions of one text: what changed from the left to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.candidates import same_number
from reader.comparison.chains import Weighed, heaviest_chain
from reader.comparison.differences import changes
from reader.comparison.likeness import likeness
from reader.comparison.memo import Memo
from reader.comparison.options import Options, Sections
from reader.comparison.pairing import by_number, pair_sections
from reader.comparison.passages import joined
from reader.comparison.records import Change, Pair
from reader.comparison.splits import Group, grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.comparison.pairing import Match
    from reader.comparison.passages import Passage
    from reader.comparison.tokens import Tokenizer
    from reader.progress import CancelToken

_NOTHING = Options()


def compare_editions(
    left: list[Passage],
    right: list[Passage],
    tokenizer: Tokenizer,
    cancel: CancelToken,
    options: Options = _NOTHING,
    *,
    memo: Memo | None = None,
    written: tuple[str, str] | None = None,
) -> tuple[Pair, ...]:
    """Return every section of both sides in one pair, in the order of the right; what was removed where it stood.

    With the two reading texts as they are ``written``, differences of form are told too. Raises Cancelled.
    """
    lefts, rights = by_number(left), by_number(right)
    matches = pair_sections(left, right, cancel, options)
    groups = grouped(matches, lefts, rights, frozenset(options.breaks))
    telling = _Telling(lefts, rights, tokenizer, memo or Memo(), written, _in_order(matches, lefts, rights))
    pairs: list[Pair] = []
    for group in groups:
        cancel.check()
        pairs.append(telling.pair(group))
    pairs += (Pair(None, number, 0.0, "added") for number in _alone(right, (n for p in pairs for n in p.rights)))
    gone = _alone(left, (n for p in pairs for n in p.lefts))
    return tuple(_with_removed(sorted(pairs, key=lambda pair: pair.right or 0), gone, telling.in_order))


def _in_order(matches: list[Match], left: Mapping[int, Passage], right: Mapping[int, Passage]) -> set[Sections]:
    """Return the pairs that kept their order: as much text as possible, and rather what kept its number too."""

    def weight(here: Passage, there: Passage) -> float:
        return (len(here.text) + 1) * (1.3 if same_number(here.section, there.section) else 1.0)

    chain = heaviest_chain([Weighed(m.left, m.right, weight(left[m.left], right[m.right])) for m in matches])
    return {(pair.left, pair.right) for pair in chain}


class _Telling:
    """Says of a pair what became of it."""

    def __init__(
        self,
        left: Mapping[int, Passage],
        right: Mapping[int, Passage],
        tokenizer: Tokenizer,
        memo: Memo,
        written: tuple[str, str] | None,
        in_order: set[Sections],
    ) -> None:
        self._left = left
        self._right = right
        self._tokenizer = tokenizer
        self._memo = memo
        self._written = written
        self.in_order = in_order

    def pair(self, group: Group) -> Pair:
        match = group.match
        here = joined([self._left[number] for number in sorted((match.left, *group.also_left))])
        there = joined([self._right[number] for number in sorted((match.right, *group.also_right))])
        alike = likeness(here, there) if group.also_left or group.also_right else match.likeness
        found = self._changes(here, there)
        return Pair(
            match.left,
            match.right,
            round(alike, 4),
            self._status(group, found),
            found,
            also_left=group.also_left,
            also_right=group.also_right,
            pinned=match.pinned,
        )

    def _changes(self, left: Passage, right: Passage) -> tuple[Change, ...]:
        if self._written is None:
            if left.text == right.text:
                return ()
            return self._memo.changes(left, right, lambda: changes(left, right, self._tokenizer))
        written = left.words(self._written[0]), right.words(self._written[1])
        if written[0] == written[1]:
            return ()

        def work() -> tuple[Change, ...]:
            return changes(left, right, self._tokenizer, form=True, written=self._written)

        return self._memo.changes(left, right, work, written)

    def _status(self, group: Group, found: tuple[Change, ...]) -> str:
        match = group.match
        if (match.left, match.right) not in self.in_order:
            return "moved"
        if found:
            return "changed"
        whole = not group.also_left and not group.also_right
        same = whole and same_number(self._left[match.left].section, self._right[match.right].section)
        return "same" if same else "renumbered"


def _alone(passages: list[Passage], told: Iterable[int]) -> list[int]:
    """Return the sections that stand in no pair; what stands before the first marker is none if it says nothing."""
    rest = {p.section.number for p in passages if p.section.number > 0 or p.text}
    return sorted(rest.difference(told))


def _with_removed(pairs: list[Pair], gone: list[int], in_order: set[Sections]) -> list[Pair]:
    """Put what was removed behind the last section before it that kept its place."""
    out: list[Pair] = []
    waiting = list(reversed(gone))
    for pair in pairs:
        if pair.left is not None and pair.right is not None and (pair.left, pair.right) in in_order:
            while waiting and waiting[-1] < pair.left:
                out.append(Pair(waiting.pop(), None, 0.0, "removed"))
        out.append(pair)
    return out + [Pair(number, None, 0.0, "removed") for number in reversed(waiting)]
