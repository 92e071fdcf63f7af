"""What the user's own units have to do: the three groups, and where the clauses of each are to be found."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.units.assignment import Duty, UnitKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.library.clauses import LedgerClause
    from reader.library.ledger import Ledger, LedgerUnit
    from reader.library.own import OwnCount


class OwnGroup(StrEnum):
    """How a clause concerns an own unit."""

    LEAD = "lead"
    PART = "part"  # responsible or supporting
    LOCAL = "local"  # falls under 各区政府, or is one of 各有关部门


class OwnDocument(NamedTuple):
    """A document that concerns the own units: clauses, also by group, and the names without an owner to look up."""

    number: int
    total: int
    clauses: Mapping[OwnGroup, int]
    generic: tuple[str, ...] = ()  # keys of units of the ledger


def own_documents(counts: Mapping[int, OwnCount], ledger: Ledger, own: frozenset[str]) -> tuple[OwnDocument, ...]:
    """Return the documents that concern the own units, the newest first."""
    found = {number: OwnDocument(number, count.total, _groups(count)) for number, count in counts.items()}
    for number, keys in _generic(ledger, own).items():
        before = found.get(number) or OwnDocument(number, 0, {})
        more = sum(ledger.cells[key, number].get(duty, 0) for key in keys for duty in _DUTIES)
        local = before.clauses.get(OwnGroup.LOCAL, 0) + more
        found[number] = OwnDocument(number, before.total + more, {**before.clauses, OwnGroup.LOCAL: local}, tuple(keys))
    dates = {document.number: document.issued_on or "" for document in ledger.documents}
    return tuple(sorted(found.values(), key=lambda one: (dates.get(one.number, ""), one.number), reverse=True))


def own_group(clause: LedgerClause) -> OwnGroup | None:
    """Return the group of a clause; None for a member or a guide, which is no duty."""
    from reader.units.shapes import kind_of

    if clause.duty not in _DUTIES:
        return None
    if kind_of(clause.name) != UnitKind.ORGAN:
        return OwnGroup.LOCAL
    return OwnGroup.LEAD if clause.duty == Duty.LEAD else OwnGroup.PART


_DUTIES = (Duty.LEAD, Duty.RESPONSIBLE, Duty.SUPPORT)


def _groups(count: OwnCount) -> dict[OwnGroup, int]:
    found = {
        OwnGroup.LEAD: count.lead,
        OwnGroup.PART: count.responsible + count.support,
        OwnGroup.LOCAL: count.local,
    }
    return {group: number for group, number in found.items() if number}


def _generic(ledger: Ledger, own: frozenset[str]) -> dict[int, list[str]]:
    """Return, for each document, the names of the kind 有关部门 that an own unit may be one of: those of its place."""
    places = {_place(unit) for unit in ledger.units if unit.key in own}
    keys = {unit.key for unit in ledger.units if unit.kind == UnitKind.GROUP and _place(unit) in places}
    found: dict[int, list[str]] = {}
    for (key, number), counts in ledger.cells.items():
        if key in keys and any(duty in counts for duty in _DUTIES):
            found.setdefault(number, []).append(key)
    return found


def _place(unit: LedgerUnit) -> str:
    return unit.jurisdiction or unit.key.partition("|")[0]
