"""Which unit a name means: the same organ under all its names, in its own place."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.units.aliases import shipped
from reader.units.alike import Named, alike
from reader.units.identified import Identity, identified, key_of
from reader.units.merging import Merges, Same
from reader.units.names import cleaned, is_group, read
from reader.units.places import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.units.places import Jurisdiction
    from reader.units.roster import RosterEntry

__all__ = ["Identifier", "Identity", "Proposal", "Same"]


class Proposal(NamedTuple):
    """Two names that may be one unit (place: ``Jurisdiction.key``); ``reason`` is a Chinese phrase for the user."""

    one: str
    other: str
    jurisdiction: str
    reason: str


class Identifier:
    """Tells units apart and together by the shipped lexicons, the office's list and what the user decided."""

    def __init__(self, roster: Sequence[RosterEntry] = (), decided: Sequence[Same] = ()) -> None:
        self._roster = tuple(roster)
        self._decided = tuple(decided)
        self._dated: dict[str, bool] = {}
        self._found: dict[tuple[str, Jurisdiction, str | None], Identity] = {}

    @cached_property
    def _merges(self) -> Merges:
        return Merges(self._roster, self._decided)

    def identify(self, name: str, where: Jurisdiction, on: str | None = None) -> Identity:
        """Return the unit that ``name`` means in a document of the place ``where`` issued ``on`` a date."""
        if name not in self._dated:
            self._dated[name] = shipped().is_dated(name)
        asked = (name, where, on if on and self._dated[name] else None)
        found = self._found.get(asked)
        if found is None:
            found = self._found[asked] = self._merges.settle(identified(*asked), cleaned(name))
        return found

    def proposals(self, named: Iterable[tuple[str, Jurisdiction]]) -> tuple[Proposal, ...]:
        """Return the pairs of names that may be one unit and that nobody decided on yet.

        Only units of one place are paired, and none of an unknown one: who knows which city's they are?
        """
        groups: dict[tuple[Jurisdiction, str], dict[str, Named]] = defaultdict(dict)
        settled: dict[str, str] = {}
        for name, where in dict.fromkeys(named):
            reading = read(name, where)
            if reading.place == UNKNOWN or is_group(name):
                continue
            key, unit = key_of(reading), self.identify(name, where)
            settled[key] = unit.key
            groups[reading.place, reading.mark].setdefault(key, Named(key, unit.name, reading.organ, reading.aside))
        return tuple(
            Proposal(one.name, other.name, place.key, reason)
            for (place, mark), units in groups.items()
            for one, other, reason in alike(tuple(units.values()), place, mark)
            if settled[one.key] != settled[other.key] and not self._merges.is_refused(one.key, other.key)
        )

    def counterpart(self, name: str, where: Jurisdiction) -> str | None:
        """Return the office's own unit that answers to an upper organ, as the list writes it; several joined by 、."""
        return "、".join(self._answering.get(self.identify(name, where).key, ())) or None

    @cached_property
    def _answering(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for entry in self._roster:
            for above in entry.counterpart:
                found[self.identify(above, self._merges.home).key].append(entry.short_name or entry.full_name)
        return found
