"""Pairs of names that are one unit, may be one, or are two: the rows of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.units.identity import Same
from reader.units.jurisdiction import Jurisdiction, jurisdiction_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.library.records import Entry
    from reader.units.identity import Proposal


class Pair(NamedTuple):
    """Two names of a place; ``same`` is what the user decided, None while that is open, ``reason`` why they are asked."""

    one: str
    other: str
    jurisdiction: str
    same: bool | None = None
    reason: str = ""

    @property
    def place(self) -> str:
        """The place as people write it."""
        return place_name(self.jurisdiction)

    @property
    def sign(self) -> str:
        return {None: "＝？", True: "＝", False: "≠"}[self.same]

    def decision(self, *, same: bool) -> Same:
        return Same(self.one, self.other, self.jurisdiction, same)


def place_name(key: str) -> str:
    """Return how a list names a place by its key."""
    return Jurisdiction.from_key(key).label or QCoreApplication.translate("roster", "不限地区")


def proposed(proposals: Iterable[Proposal]) -> tuple[Pair, ...]:
    return tuple(Pair(one, other, place, None, reason) for one, other, place, reason in proposals)


def decided(decisions: Iterable[Same]) -> tuple[Pair, ...]:
    """Return the user's decisions, the last one first."""
    return tuple(Pair(*decision) for decision in reversed(tuple(decisions)))


def places_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the keys of the places whose documents the library holds, those of most documents first."""
    from collections import Counter

    from reader.structure.front_matter import FrontMatter

    counts: Counter[str] = Counter()
    for entry in entries:
        issuers = tuple((entry.issuer or "").split("、")) if entry.issuer else ()
        front = FrontMatter(title=entry.title, doc_number=entry.doc_number, issuers=issuers, issued_on=entry.issued_on)
        counts[jurisdiction_of(front).key] += 1
    counts.pop("", None)
    return tuple(key for key, _ in counts.most_common())
