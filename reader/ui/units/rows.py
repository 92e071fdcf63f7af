"""What the list of responsible units shows, apart from how."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.ui.widgets.matching import FilterTexts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.library.records import OpenDocument
    from reader.structure.section import Section
    from reader.text.spans import Span
    from reader.units.assignment import Assignment


@dataclass(frozen=True, slots=True)
class Mention:
    """One unit in one role of one clause; ``span`` is its name in the reading text."""

    section: int
    role: str
    name: str
    raw: str
    restored: bool
    own: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Duty:
    """One role of a clause with its units in the order written."""

    role: str
    mentions: tuple[Mention, ...]
    open_ended: bool
    span: Span


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause that names units."""

    section: int
    marker: str
    heading: str
    label: str
    duties: tuple[Duty, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(mention for duty in self.duties for mention in duty.mentions)

    @property
    def span(self) -> Span:
        return self.duties[0].span


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with the clauses that name it; in each clause only the duties and mentions of this unit are kept."""

    name: str
    own: bool
    clauses: tuple[ClauseRow, ...]


def clause_rows(document: OpenDocument, own_units: Collection[str] = ()) -> tuple[ClauseRow, ...]:
    """Return the clauses that name units, in the order of the document."""
    duties: dict[int, list[Duty]] = {}
    for assignment in document.assignments:
        duties.setdefault(assignment.section, []).append(_duty(assignment, own_units))
    sections = document.outline.sections
    return tuple(_clause_row(sections[number], tuple(found)) for number, found in sorted(duties.items()))


def unit_rows(clauses: Iterable[ClauseRow]) -> tuple[UnitRow, ...]:
    """Turn the clauses round: own units first, then those with most clauses, then as they first appear."""
    found: dict[str, list[ClauseRow]] = {}
    for clause in clauses:
        for name in dict.fromkeys(mention.name for mention in clause.mentions):
            found.setdefault(name, []).append(_only(clause, name))
    rows = [UnitRow(name, held[0].mentions[0].own, tuple(held)) for name, held in found.items()]
    return tuple(sorted(rows, key=lambda row: (not row.own, -len(row.clauses))))


def usual_role(clauses: Iterable[ClauseRow]) -> str:
    """Return the role that the document uses most: it needs no mention in every row."""
    roles = Counter(duty.role for clause in clauses for duty in clause.duties)
    return roles.most_common(1)[0][0] if roles else ""


def unit_names(clauses: Iterable[ClauseRow]) -> tuple[str, ...]:
    """Return the distinct units in the order they appear."""
    return tuple(dict.fromkeys(mention.name for clause in clauses for mention in clause.mentions))


class RowFilter:
    """Filters the rows of one document by words of heading, path, role or unit."""

    def __init__(self, clauses: tuple[ClauseRow, ...]) -> None:
        self._clauses = clauses

    def clauses(self, query: str) -> tuple[ClauseRow, ...]:
        if not query.strip():
            return self._clauses
        return tuple(self._clauses[i] for i in self._clause_texts.matches(query))

    def units(self, query: str) -> tuple[UnitRow, ...]:
        """Return the units that match themselves, with all their clauses, and others with the clauses that match."""
        if not query.strip():
            return self._units
        kept: dict[int, list[ClauseRow]] = {}
        for i in self._pair_texts.matches(query):
            unit, clause = self._pairs[i]
            kept.setdefault(unit, []).append(clause)
        return tuple(UnitRow(self._units[u].name, self._units[u].own, tuple(c)) for u, c in kept.items())

    def count_units(self, query: str) -> int:
        """Return how many rows ``units`` has, without building them where nothing is filtered."""
        return len(self.units(query)) if query.strip() else len(unit_names(self._clauses))

    # Built when first asked for: most documents are only read.
    @cached_property
    def _clause_texts(self) -> FilterTexts:
        return FilterTexts([_searched(clause) for clause in self._clauses])

    @cached_property
    def _units(self) -> tuple[UnitRow, ...]:
        return unit_rows(self._clauses)

    @cached_property
    def _pairs(self) -> list[tuple[int, ClauseRow]]:
        return [(u, clause) for u, row in enumerate(self._units) for clause in row.clauses]

    @cached_property
    def _pair_texts(self) -> FilterTexts:
        return FilterTexts([_searched(clause) for _, clause in self._pairs])


def _duty(assignment: Assignment, own_units: Collection[str]) -> Duty:
    mentions = tuple(
        Mention(
            assignment.section, assignment.role, unit.name, unit.raw, unit.restored, unit.name in own_units, unit.span
        )
        for unit in assignment.units
    )
    return Duty(assignment.role, mentions, assignment.open_ended, assignment.span)


def _clause_row(section: Section, duties: tuple[Duty, ...]) -> ClauseRow:
    return ClauseRow(section.number, section.marker, section.heading, section.label, duties)


def _only(clause: ClauseRow, name: str) -> ClauseRow:
    duties = []
    for duty in clause.duties:
        mentions = tuple(mention for mention in duty.mentions if mention.name == name)
        if mentions:
            duties.append(Duty(duty.role, mentions, duty.open_ended, duty.span))
    return ClauseRow(clause.section, clause.marker, clause.heading, clause.label, tuple(duties))


def _searched(clause: ClauseRow) -> str:
    roles = [duty.role for duty in clause.duties]
    names = [mention.name for mention in clause.mentions]
    return "\n".join([clause.marker, clause.heading, clause.label, *roles, *names])
