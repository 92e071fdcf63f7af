"""What the user's own units (本单位) have to do: what they lead, support, answer for, or fall under."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db import units as table
from reader.units.assignment import Duty, UnitKind
from reader.units.jurisdiction import Jurisdiction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.connection import Store
    from db.units import Mention, NameRow
    from reader.library.naming import Naming


class OwnCount(NamedTuple):
    """Clauses of a document that concern the own units, each counted once in ``total``.

    ``local`` are those that all governments below are made responsible for (各区政府). To be a member or to guide is
    no duty and does not count.
    """

    total: int = 0
    lead: int = 0
    support: int = 0
    responsible: int = 0
    local: int = 0


class OwnNames(NamedTuple):
    """Numbers of the stored names that mean an own unit, and of those under which one falls."""

    named: frozenset[int]
    local: frozenset[int]


def own_names(store: Store, naming: Naming, own_units: Sequence[str]) -> OwnNames:
    """Return the names that concern the own units.

    An own unit without a place in its name (区教育局) is meant in the documents of every place, unless the office's
    list has it with one.
    """
    names = table.names(store)
    places = {name.jurisdiction: Jurisdiction.from_key(name.jurisdiction) for name in names}
    keys: set[str] = set()
    local: set[int] = set()
    for word in filter(None, own_units):
        full = _full_name(word, naming)
        whole = naming.identifier.identify(full, Jurisdiction())
        home = whole.jurisdiction
        keys |= {word, whole.key}
        if home == Jurisdiction():
            keys |= {naming.identifier.identify(word, place).key for place in places.values()}
            home = Jurisdiction(county=word[:1]) if word[:1] in "区县" else home
        local |= {
            name.number
            for name in names
            if name.kind == UnitKind.LOCAL and _falls_under(home, name, places[name.jurisdiction])
        }
    return OwnNames(frozenset(n.number for n in names if n.key in keys), frozenset(local))


def counted(mentions: Iterable[Mention], own: OwnNames) -> dict[int, OwnCount]:
    """Return the count for each document that concerns the own units."""
    sections: dict[int, dict[str, set[int]]] = {}
    for document, section, name, duty in mentions:
        as_ = "local" if name in own.local else duty if name in own.named else ""
        if as_ in _COUNTED:
            found = sections.setdefault(document, {})
            found.setdefault(as_, set()).add(section)
    return {document: _count(found) for document, found in sections.items()}


_COUNTED = ("local", Duty.LEAD, Duty.SUPPORT, Duty.RESPONSIBLE)


def _count(sections: dict[str, set[int]]) -> OwnCount:
    return OwnCount(len(set().union(*sections.values())), **{duty: len(found) for duty, found in sections.items()})


def _full_name(word: str, naming: Naming) -> str:
    for entry in naming.roster():
        if word in (entry.full_name, entry.short_name, *entry.former):
            return entry.full_name
    return word


def _falls_under(home: Jurisdiction, name: NameRow, place: Jurisdiction) -> bool:
    """Tell whether a unit of ``home`` is among the governments that a document of ``place`` names together."""
    above = place.province == "全国" or all(not part or part == own for part, own in zip(place, home, strict=True))
    if not home.province:  # only its level is known
        above = not place.county
    if not above or place == home or not any(place):
        return False
    levels = name.name.replace("自治区", "省").replace("直辖市", "省").replace("设区市", "市")
    if home.county:
        return any(level in levels for level in ("地", "区", "县", home.county[-1]))
    return any(level in levels for level in (("地", "市", "州") if home.city else ("地", "省")))
