"""From assignments to what the store keeps of them for the view over all documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.units.jurisdiction import place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.structure.front_matter import FrontMatter
    from reader.units.assignment import Assignment


class NamedDuty(NamedTuple):
    """One mention of a unit in a section; ``assignment`` and ``item`` count within it."""

    section: int
    assignment: int
    item: int
    name: str
    kind: str
    duty: str


class UnitRows(NamedTuple):
    """The duties of a document of one place (``Jurisdiction.key``), issued in a month (2018-05, empty if unknown)."""

    place: str
    month: str
    duties: tuple[NamedDuty, ...]

    @property
    def distinct(self) -> int:
        """How many units there are by name."""
        return len({duty.name for duty in self.duties})


def unit_rows(assignments: Sequence[Assignment], front: FrontMatter) -> UnitRows:
    """Return what is stored of assignments, in their order."""
    duties: list[NamedDuty] = []
    section, within = -1, 0
    for assignment in assignments:
        section, within = assignment.section, within + 1 if assignment.section == section else 0
        for item, unit in enumerate(assignment.units):
            duties.append(NamedDuty(section, within, item, unit.name, unit.kind, unit.duty))
    return UnitRows(place_of(front, assignments).key, (front.issued_on or "")[:7], tuple(duties))
