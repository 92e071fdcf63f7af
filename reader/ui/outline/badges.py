"""What a row of the section tree says at its right edge."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument
    from reader.structure.section import Outline
    from reader.text.findings import Finding

# What a row tells; a section that has its answer on the other side needs no badge.
TOLD = ("changed", "added", "removed", "moved", "renumbered", "near", "unanswered")


@dataclass(frozen=True, slots=True)
class Badge:
    """Counts for one section, its own and those of everything below it (a collapsed row stands for all of it)."""

    notes: int = 0
    colours: tuple[str, ...] = ()
    units: int = 0
    items: int = 0  # clauses that name a unit
    notes_below: int = 0
    colours_below: tuple[str, ...] = ()
    items_below: int = 0
    findings: tuple[Finding, ...] = ()
    difference: str = ""  # what a comparison says of it
    differences_below: int = 0


@dataclass(slots=True)
class _Sums:
    """A badge in the making; the colours below are the keys of a dict, which keeps them in order and once each."""

    units: int = 0
    items: int = 0
    items_below: int = 0
    notes_below: int = 0
    colours: list[str] = field(default_factory=list)
    colours_below: dict[str, None] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    difference: str = ""
    differences_below: int = 0

    def badge(self) -> Badge:
        if not (self.items_below or self.notes_below or self.findings or self.differences_below):
            return _NOTHING
        return Badge(
            notes=len(self.colours),
            colours=tuple(dict.fromkeys(self.colours)),
            units=self.units,
            items=self.items,
            notes_below=self.notes_below,
            colours_below=tuple(self.colours_below),
            items_below=self.items_below,
            findings=tuple(self.findings),
            difference=self.difference,
            differences_below=self.differences_below,
        )


_NOTHING = Badge()
_NO_DIFFERENCES: Mapping[int, str] = MappingProxyType({})


def badges(
    document: OpenDocument, placements: Iterable[Placement], differences: Mapping[int, str] = _NO_DIFFERENCES
) -> list[Badge]:
    """Return one Badge for each section, in the order of the outline; ``differences`` as the workspace tells them."""
    outline = document.outline
    sums = [_Sums() for _ in outline.sections]
    for section, names in _units(document).items():
        sums[section].units, sums[section].items = len(names), 1
    for placement in placements:
        if placement.section < len(sums):
            sums[placement.section].colours.append(placement.annotation.colour)
    for section, difference in differences.items():
        if section < len(sums) and difference in TOLD:
            sums[section].difference, sums[section].differences_below = difference, 1
    for finding in document.findings:
        if (number := section_of(finding, outline)) is not None:
            sums[number].findings.append(finding)
    _add_up(sums, outline)
    return [one.badge() for one in sums]


def section_of(finding: Finding, outline: Outline) -> int | None:
    """Return the section a finding speaks of, None where it speaks of the whole document."""
    if finding.span is not None:
        return outline.at(finding.span.start).number or None
    if not finding.path:
        return None
    return next((s.number for s in outline.sections if s.path == finding.path), None)


def _units(document: OpenDocument) -> dict[int, set[str]]:
    names: dict[int, set[str]] = {}
    for assignment in document.assignments:
        names.setdefault(assignment.section, set()).update(unit.name for unit in assignment.units)
    return names


def _add_up(sums: list[_Sums], outline: Outline) -> None:
    # Children stand behind their parents, so going backwards each sum is complete when it is handed up.
    for section in reversed(outline.sections):
        one = sums[section.number]
        one.items_below += one.items
        one.notes_below += len(one.colours)
        one.colours_below = {**dict.fromkeys(one.colours), **one.colours_below}
        if section.parent is not None:
            above = sums[section.parent]
            above.items_below += one.items_below
            above.notes_below += one.notes_below
            above.differences_below += one.differences_below
            above.colours_below = {**one.colours_below, **above.colours_below}
