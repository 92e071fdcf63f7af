"""What the list of responsible units shows, apart from how."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.ui.widgets.matching import FilterTexts
from reader.units.assignment import Duty, UnitKind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from reader.library.records import OpenDocument
    from reader.structure.section import Section
    from reader.text.spans import Span
    from reader.units.assignment import AssignedUnit, Assignment

_LABELS = ("单位", "部门", "机构", "主体")  # what a role ends in that names units without saying what each does


class Mention(NamedTuple):
    """One unit in one role of one clause; ``span`` is its name in the reading text.

    ``ranked``: a scope note makes it a lead.
    """

    section: int
    role: str
    name: str
    raw: str
    restored: bool
    own: bool
    span: Span
    duty: Duty = Duty.RESPONSIBLE
    kind: UnitKind = UnitKind.ORGAN
    group: int = 0
    by_user: bool = False
    ranked: bool = False


class RoleLine(NamedTuple):
    """One role of a clause with its units in the order written.

    ``note`` is the scope note that ranks them, ``covers`` what of the clause they answer for where that is not all.
    """

    role: str
    mentions: tuple[Mention, ...]
    open_ended: bool
    span: Span
    note: Span | None = None
    covers: Span | None = None

    @property
    def groups(self) -> tuple[tuple[Mention, ...], ...]:
        """Return the units by the stretches that ， or ； set apart."""
        return tuple(tuple(group) for _, group in groupby(self.mentions, lambda mention: mention.group))


class ClauseRow(NamedTuple):
    """A clause that names units."""

    section: int
    marker: str
    heading: str
    label: str
    lines: tuple[RoleLine, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(mention for line in self.lines for mention in line.mentions)

    def leads_by_custom(self, line: RoleLine) -> tuple[Mention, ...]:
        """Return the units of a line that custom takes for its lead: the first, or what stands before the first ，.

        Nothing where the text says itself who leads, or that nobody does.
        """
        if line.note is not None or len(line.mentions) < 2 or not line.role.endswith(_LABELS):
            return ()
        if any(mention.duty == Duty.LEAD for mention in self.mentions):
            return ()
        if any(mention.duty != Duty.RESPONSIBLE or mention.by_user for mention in line.mentions):
            return ()
        first = line.groups[0]
        return first if len(first) < len(line.mentions) else first[:1]


class UnitRow(NamedTuple):
    """A unit with the clauses that name it; in each clause only the lines and mentions of this unit are kept.

    ``leads`` counts the clauses that it leads.
    """

    name: str
    own: bool
    clauses: tuple[ClauseRow, ...]
    leads: int = 0

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return tuple(mention for clause in self.clauses for mention in clause.mentions)


def clause_rows(document: OpenDocument, own_units: Collection[str] = ()) -> tuple[ClauseRow, ...]:
    """Return the clauses that name units, in the order of the document."""
    lines: dict[int, list[RoleLine]] = {}
    for assignment in document.assignments:
        if assignment.units:
            lines.setdefault(assignment.section, []).append(_line(assignment, own_units))
    sections = document.outline.sections
    return tuple(_clause_row(sections[number], tuple(found)) for number, found in sorted(lines.items()))


def unit_rows(clauses: Iterable[ClauseRow], key: Callable[[str], str] = str) -> tuple[UnitRow, ...]:
    """Turn the clauses round: own units first, then those with most clauses, then as they first appear.

    Names of the same ``key`` are one unit; it bears the name that comes first.
    """
    found: dict[str, list[ClauseRow]] = {}
    names: dict[str, str] = {}
    for clause in clauses:
        keys = {mention.name: key(mention.name) for mention in clause.mentions}
        for one in dict.fromkeys(keys.values()):
            found.setdefault(one, []).append(_only(clause, {name for name in keys if keys[name] == one}))
        for name, one in keys.items():
            names.setdefault(one, name)
    rows = [_unit_row(names[one], held) for one, held in found.items()]
    return tuple(sorted(rows, key=lambda row: (not row.own, -len(row.clauses))))


def usual_role(clauses: Iterable[ClauseRow]) -> str:
    """Return the role that the document uses most: it needs no mention in every row."""
    roles = Counter(line.role for clause in clauses for line in clause.lines)
    return roles.most_common(1)[0][0] if roles else ""


def role_names(clauses: Iterable[ClauseRow]) -> tuple[str, ...]:
    """Return the roles of the document, the most usual first."""
    roles = Counter(line.role for clause in clauses for line in clause.lines)
    return tuple(role for role, _ in roles.most_common())


def unit_names(clauses: Iterable[ClauseRow]) -> tuple[str, ...]:
    """Return the distinct units in the order they appear."""
    return tuple(dict.fromkeys(mention.name for clause in clauses for mention in clause.mentions))


class RowFilter:
    """Filters the rows of one document by words of heading, path, role or unit."""

    def __init__(self, clauses: tuple[ClauseRow, ...], key: Callable[[str], str] = str) -> None:
        self._clauses = clauses
        self._key = key

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
        return tuple(_unit_row(self._units[u].name, clauses) for u, clauses in kept.items())

    def count_units(self, query: str) -> int:
        """Return how many rows ``units`` has, without building them where nothing is filtered."""
        return len(self.units(query)) if query.strip() else len({self._key(n) for n in unit_names(self._clauses)})

    # Built when first asked for: most documents are only read.
    @cached_property
    def _clause_texts(self) -> FilterTexts:
        return FilterTexts([_searched(clause) for clause in self._clauses])

    @cached_property
    def _units(self) -> tuple[UnitRow, ...]:
        return unit_rows(self._clauses, self._key)

    @cached_property
    def _pairs(self) -> list[tuple[int, ClauseRow]]:
        return [(u, clause) for u, row in enumerate(self._units) for clause in row.clauses]

    @cached_property
    def _pair_texts(self) -> FilterTexts:
        return FilterTexts([_searched(clause) for _, clause in self._pairs])


def _line(assignment: Assignment, own_units: Collection[str]) -> RoleLine:
    mentions = tuple(_mention(assignment, unit, own_units) for unit in assignment.units)
    return RoleLine(
        assignment.role, mentions, assignment.open_ended, assignment.span, assignment.note, assignment.covers
    )


def _mention(assignment: Assignment, unit: AssignedUnit, own_units: Collection[str]) -> Mention:
    ranked = assignment.note is not None and unit.duty == Duty.LEAD and "牵头" not in assignment.role
    return Mention(
        assignment.section, assignment.role, unit.name, unit.raw, unit.restored, unit.name in own_units, unit.span,
        unit.duty, unit.kind, unit.group, unit.by_user, ranked,
    )  # fmt: skip


def _clause_row(section: Section, lines: tuple[RoleLine, ...]) -> ClauseRow:
    return ClauseRow(section.number, section.marker, section.heading, section.label, lines)


def _unit_row(name: str, clauses: Sequence[ClauseRow]) -> UnitRow:
    leads = sum(any(m.duty == Duty.LEAD for line in clause.lines for m in line.mentions) for clause in clauses)
    return UnitRow(name, clauses[0].mentions[0].own, tuple(clauses), leads)


def _only(clause: ClauseRow, names: Collection[str]) -> ClauseRow:
    lines = []
    for line in clause.lines:
        mentions = tuple(mention for mention in line.mentions if mention.name in names)
        if mentions:
            lines.append(line._replace(mentions=mentions))
    return clause._replace(lines=tuple(lines))


def _searched(clause: ClauseRow) -> str:
    roles = [line.role for line in clause.lines]
    names = [mention.name for mention in clause.mentions]
    return "\n".join([clause.marker, clause.heading, clause.label, *roles, *names])
