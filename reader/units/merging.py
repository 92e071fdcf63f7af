"""Which units are one, and which are not, by the office's own list and by what the user decided."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reader.units.identified import Identity, identified
from reader.units.names import cleaned
from reader.units.places import UNKNOWN, Jurisdiction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.units.roster import RosterEntry


class Same(NamedTuple):
    """A decision of the user: two names are one unit, or are not, in a place (``Jurisdiction.key``; empty: anywhere)."""

    one: str
    other: str
    jurisdiction: str
    same: bool = True


class Merges:
    """Puts the list's names and the user's decisions over what the lexicons say; the user's word goes before the list's."""

    def __init__(self, roster: Sequence[RosterEntry], decided: Sequence[Same]) -> None:
        self.home = _home(roster)
        self._leader: dict[str, Identity] = {}  # key of a unit to the unit that it is
        self._listed: dict[str, RosterEntry] = {}
        self._apart: set[tuple[Jurisdiction, str]] = set()
        self._anywhere: dict[str, list[Same]] = defaultdict(list)
        self._refused: set[frozenset[str]] = set()
        for decision in decided:
            if not decision.same:
                self._part(decision)
        if self.home.known:
            self._take_list(roster)
        for decision in decided:
            if decision.same:
                self._join(decision)

    def settle(self, found: Identity, spelled: str) -> Identity:
        """Return the unit that a unit of the lexicons is after all."""
        if (found.jurisdiction, spelled) in self._apart or (UNKNOWN, spelled) in self._apart:
            return found._replace(key=f"{found.key}≠{spelled}", name=spelled, full_name=spelled, sure=True)
        return self._listed_name(self._leader_of(self._settled_anywhere(found)))

    def is_refused(self, one: str, other: str) -> bool:
        """Tell whether the user said of two units (their keys) that they are not one."""
        organs = frozenset(key.rpartition("|")[2] for key in (one, other))
        return frozenset((one, other)) in self._refused or organs in self._refused

    def _settled_anywhere(self, found: Identity) -> Identity:
        for decision in self._anywhere.get(_organ(found), ()):
            one, other = (identified(name, found.jurisdiction) for name in decision[:2])
            if other.key == found.key and one.jurisdiction == found.jurisdiction:
                return one
        return found

    def _leader_of(self, found: Identity) -> Identity:
        seen: set[str] = set()
        while found.key not in seen and (leader := self._leader.get(found.key)):
            seen.add(found.key)
            found = leader
        return found

    def _listed_name(self, found: Identity) -> Identity:
        entry = self._listed.get(found.key)
        if entry is None:
            return found
        return found._replace(name=entry.short_name or entry.full_name, full_name=entry.full_name, sure=True)

    def _take_list(self, roster: Sequence[RosterEntry]) -> None:
        """Make a unit's short and former names one with it; a name that two units claim stays as the lexicons have it."""
        claims: dict[str, set[int]] = defaultdict(set)
        own = [[identified(n, self.home) for n in (e.full_name, e.short_name) if n] for e in roster]
        former = [[identified(n, self.home) for n in e.former] for e in roster]
        for number, names in enumerate(own):
            for unit in names:
                claims[unit.key].add(number)
        current = set(claims)
        for number, names in enumerate(former):
            for unit in names:
                claims[unit.key].add(number)
        for number, entry in enumerate(roster):
            unit = own[number][0]
            self._listed.setdefault(unit.key, entry)
            for other in (*own[number][1:], *(f for f in former[number] if f.key not in current)):
                if claims[other.key] == {number}:
                    self._follow(unit, other)

    def _join(self, decision: Same) -> None:
        if not decision.jurisdiction:
            self._anywhere[_organ(identified(decision.other, UNKNOWN))].append(decision)
            return
        one, other = self._both(decision)
        first, second = self._leader_of(one), self._leader_of(other)
        if second.key in self._listed and first.key not in self._listed:
            first, second = second, first
        if first.key != second.key:
            self._leader[second.key] = first

    def _part(self, decision: Same) -> None:
        one, other = self._both(decision)
        if one.key == other.key:
            self._apart.add((other.jurisdiction, cleaned(decision.other)))
        self._refused.add(frozenset((one.key, other.key) if decision.jurisdiction else (_organ(one), _organ(other))))

    def _follow(self, leader: Identity, other: Identity) -> None:
        if leader.key != other.key and frozenset((leader.key, other.key)) not in self._refused:
            self._leader.setdefault(other.key, leader)

    def _both(self, decision: Same) -> Iterator[Identity]:
        where = Jurisdiction.from_key(decision.jurisdiction)
        return (identified(name, where) for name in decision[:2])


def _organ(unit: Identity) -> str:
    return unit.key.rpartition("|")[2]


def _home(roster: Sequence[RosterEntry]) -> Jurisdiction:
    """Return the place whose list it is: the one most of its full names begin with."""
    places = Counter(p for entry in roster if (p := identified(entry.full_name, UNKNOWN).jurisdiction).known)
    return places.most_common(1)[0][0] if places else UNKNOWN
