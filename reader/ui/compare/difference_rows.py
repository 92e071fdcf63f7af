"""What the list of differences shows, apart from how."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.records import KINDS, PEERS
from reader.ui.compare.difference_words import hint_words, kind_name
from reader.ui.compare.notes_of_differences import NotesOfDifferences, NoteText
from reader.ui.widgets.matching import FilterTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.comparison.judgement import Judgement
    from reader.ui.compare.differences import Difference

CLASSES = (
    *KINDS, "added", "removed", "moved", "split", "merged", "renumbered", "answered", "near", "unanswered", "alone", "front"
)  # fmt: skip


class Chosen(NamedTuple):
    """Which differences are shown; nothing chosen shows all."""

    query: str = ""
    ignored: frozenset[str] = frozenset()  # classes
    substantive: bool = False
    unjudged: bool = False

    @property
    def active(self) -> bool:
        return bool(self.query.strip() or self.ignored or self.substantive or self.unjudged)


class Head(NamedTuple):
    """The head of a clause: its name, and in 承接对照 what the user says of it.

    It is the ``subject`` where the differences below are answers to it.
    """

    section: int | None  # of the left; None over the right clauses that answer nothing
    place: int  # of the first difference below it
    name: str
    pinned: bool = False
    subject: bool = False
    judging: bool = False
    judgement: Judgement | None = None


class Item(NamedTuple):
    """A difference; ``place`` counts the differences that are shown, ``first`` begins a clause without a head."""

    place: int
    difference: Difference
    first: bool = False


class NoteLine(NamedTuple):
    """A note on the difference above it, or one whose difference is no more (``place`` is None)."""

    place: int | None
    note: NoteText


Line = Head | Item | NoteLine


class DifferenceRows:
    """The differences of one comparison, ready to be filtered and grouped."""

    def __init__(self, differences: Sequence[Difference] = (), direction: str = PEERS, *, topics: bool = False) -> None:
        self.differences = tuple(differences)
        self.judging = topics and direction != PEERS
        self._topics = topics
        self._texts: FilterTexts | None = None
        self.judgements: Mapping[int, Judgement] = {}
        self.notes = NotesOfDifferences()

    def counts(self) -> dict[str, int]:
        """Return how many there are of each class, where there are any: places of a change, else clauses."""
        if self._topics:  # a clause may have several answers of one class
            told = {(row.kind, row.right if row.left is None else row.left) for row in self.differences}
            counts = Counter(kind for kind, _clause in told)
        else:
            counts = Counter(row.kind for row in self.differences)
        return {kind: counts[kind] for kind in CLASSES if counts[kind]}

    def shown(self, chosen: Chosen, in_hand: int | None = None) -> list[Difference]:
        """Return the differences that pass; those of the left clause in hand stay when they are judged."""
        if self._texts is None and chosen.query.strip():
            self._texts = FilterTexts([_searched(row) for row in self.differences])
        found = set(self._texts.matches(chosen.query)) if self._texts is not None else None
        return [
            row
            for i, row in enumerate(self.differences)
            if row.kind not in chosen.ignored
            and (row.substantive or not chosen.substantive)
            and (found is None or i in found)
            and (not chosen.unjudged or self._unjudged(row) or (in_hand is not None and row.left == in_hand))
        ]

    def lines(self, shown: Iterable[Difference]) -> list[Line]:
        """Put the heads of the clauses between the differences, and the notes under theirs."""
        at = {id(row): place for place, row in enumerate(self.differences)}
        out: list[Line] = []
        for _key, members in groupby(enumerate(shown), key=lambda one: self._group(one[1])):
            group = list(members)
            head = self._head(*group[0])
            out += [head] if head is not None else []
            for number, (place, row) in enumerate(group):
                out.append(Item(place, row, first=head is None and not number))
                out += (NoteLine(place, note) for note in self.notes.by_place.get(at[id(row)], ()))
        return out + [NoteLine(None, note) for note in self.notes.lost]

    def _group(self, row: Difference) -> tuple[object, object]:
        if self._topics:
            return (row.left, None)
        if row.kind == "front":
            return (row.kind, row.name)
        return (row.left, row.right)

    def _head(self, place: int, row: Difference) -> Head | None:
        if self._topics and row.left is None:
            return Head(None, place, kind_name("alone"), subject=True)
        if not self._topics and not row.is_change:
            return None
        judgement = self.judgements.get(row.left) if row.left is not None else None
        return Head(row.left, place, row.name, row.pinned and not self._topics, self._topics, self.judging, judgement)

    def _unjudged(self, row: Difference) -> bool:
        if row.left is None:
            return False
        judgement = self.judgements.get(row.left)
        return judgement is None or judgement.verdict is None


def _searched(row: Difference) -> str:
    hints = " ".join(hint_words(hint) for hint in row.hints)
    return "\n".join((kind_name(row.kind), row.name, row.path, row.text, row.old, row.new, row.remark, hints))
