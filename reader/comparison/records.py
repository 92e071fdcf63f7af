"""What a comparison says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.comparison.verdict import editions_verdict, topics_verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline
    from reader.text.reading_text import ReadingText
    from reader.text.spans import Span
    from reader.units.assignment import Assignment

EDITIONS, TOPICS = "editions", "topics"
PEERS, DOWNWARD = "peers", "downward"  # topics: 横向比较 among peers, 承接对照 from an upper document to a lower one
ANSWER, NEAR = "answer", "near"  # how near an answer is: 有对应, 相近
KINDS = ("obligation", "number", "unit", "scope", "wording", "form")  # what weighs most comes first
SUBSTANTIVE = frozenset(KINDS[:4])
_COUNTED = {
    EDITIONS: ("same", "changed", "moved", "added", "removed", "renumbered"),
    TOPICS: ("answered", "unanswered"),
}


@dataclass(frozen=True)
class Side:
    """One of the two documents, as far as comparison looks at it."""

    reading: ReadingText
    outline: Outline
    front: FrontMatter
    assignments: Sequence[Assignment] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference inside a pair; the spans count in the two reading texts, one of them may be empty (a caret)."""

    op: str  # replace, insert, delete
    left: str
    right: str
    kind: str
    left_span: Span
    right_span: Span


@dataclass(frozen=True, slots=True)
class Shared:
    """A phrase that two clauses have in common, and where it stands in the two reading texts."""

    text: str
    left_span: Span
    right_span: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A section of the left (by its number) and the one of the right that answers it; None where nothing does.

    ``status`` is same, changed, moved, renumbered, added or removed; in topics answered or unanswered. Where a section
    was split or several were merged, ``left`` and ``right`` are the most alike and the others stand in ``also_left`` or
    ``also_right``, ascending; the changes lead from all the left ones to all the right ones, in the order of the text.
    """

    left: int | None
    right: int | None
    similarity: float
    status: str
    changes: tuple[Change, ...] = ()
    shared: tuple[Shared, ...] = ()
    also_left: tuple[int, ...] = ()
    also_right: tuple[int, ...] = ()
    pinned: bool = False  # by the user
    level: str = ""  # topics: answer or near
    hints: tuple[str, ...] = ()  # topics, downward: weaker, narrower, number, verbatim; for the user to judge

    @property
    def lefts(self) -> tuple[int, ...]:
        """All sections of the left in the pair, ascending."""
        return () if self.left is None else tuple(sorted((self.left, *self.also_left)))

    @property
    def rights(self) -> tuple[int, ...]:
        """All sections of the right in the pair, ascending."""
        return () if self.right is None else tuple(sorted((self.right, *self.also_right)))

    @property
    def substantive(self) -> bool:
        """Whether more than wording or form differs: something added or removed, or a change that matters."""
        return self.status in ("added", "removed") or any(change.kind in SUBSTANTIVE for change in self.changes)


@dataclass(frozen=True, slots=True)
class FrontDifference:
    """A fact of the front matter that the two documents state differently, or only one of them states."""

    fact: str  # a field of FrontMatter, or letterhead
    left: str | None
    right: str | None


@dataclass(frozen=True)
class Comparison:
    """The pairs of two documents: in the order of the right text, what was removed where it stood.

    In topics the pairs stand in the order of the left text, the best answer of a section first; ``right_alone`` are the
    right clauses that answer nothing. ``partial`` says that only the stretch in view was looked at so far.
    """

    mode: str
    pairs: tuple[Pair, ...]
    front: tuple[FrontDifference, ...] = ()
    direction: str = PEERS
    right_alone: tuple[int, ...] = ()
    partial: bool = False

    def summary(self) -> dict[str, int]:
        """Count the pairs of each status; in topics each left section counts once."""
        statuses = {(pair.left, pair.right) if self.mode == EDITIONS else pair.left: pair.status for pair in self.pairs}
        counts = Counter(statuses.values())
        return {status: counts[status] for mode in (EDITIONS, self.mode) for status in _COUNTED[mode]}

    @property
    def left_only_front(self) -> tuple[str, ...]:
        return tuple(difference.fact for difference in self.front if difference.right is None)

    @property
    def right_only_front(self) -> tuple[str, ...]:
        return tuple(difference.fact for difference in self.front if difference.left is None)

    def counterpart_of_left(self, section: int) -> int | None:
        """Return the right section that answers a left one (the best of several)."""
        return self._rightward.get(section)

    def counterpart_of_right(self, section: int) -> int | None:
        """Return the left section that a right one answers (the best of several)."""
        return self._leftward.get(section)

    @property
    def identical(self) -> bool:
        """Whether the bodies are the same, section by section."""
        return self.mode == EDITIONS and all(pair.status == "same" for pair in self.pairs)

    def verdict(self) -> str:
        """Say in one Chinese sentence what the comparison found."""
        if self.mode == TOPICS:
            best = {pair.left: pair for pair in reversed(self.pairs)}
            return topics_verdict(self.summary(), sum(pair.level == NEAR for pair in best.values()))
        one_sided = [d.fact for d in self.front if d.left is None or d.right is None]
        differing = [d.fact for d in self.front if d.left is not None and d.right is not None]
        places = self._places("changed"), self._places("moved")
        regrouped = sum(bool(p.also_right) for p in self.pairs), sum(bool(p.also_left) for p in self.pairs)
        return editions_verdict(self.summary(), *places, one_sided, differing, regrouped)

    def _places(self, status: str) -> int:
        return sum(len(pair.changes) for pair in self.pairs if pair.status == status)

    @cached_property
    def _rightward(self) -> dict[int, int]:
        return {n: p.right for p in self._worst_first if p.right is not None for n in p.lefts}

    @cached_property
    def _leftward(self) -> dict[int, int]:
        return {n: p.left for p in self._worst_first if p.left is not None for n in p.rights}

    @cached_property
    def _worst_first(self) -> list[Pair]:
        return sorted(self.pairs, key=lambda pair: pair.similarity)
