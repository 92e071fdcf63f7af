"""The rows of one document: by clause, by unit, and what is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.units.gap_rows import GapFilter
from reader.ui.units.list_head import BY_UNIT, OPEN
from reader.ui.units.rows import ClauseRow, RowFilter, UnitRow, clause_rows, unit_names, usual_role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reader.library.records import OpenDocument
    from reader.structure.section import Section
    from reader.ui.units.background import Facts
    from reader.ui.units.model import Row


class Listing:
    """All rows of a document (none of no document), and those that a query matches."""

    def __init__(self, document: OpenDocument | None, own_units: Collection[str], facts: Facts) -> None:
        self._own_units, self._own = frozenset(own_units), frozenset(own_units) | facts.own
        self.clauses = clause_rows(document, self._own) if document is not None else ()
        self.clause_of = {row.section: row for row in self.clauses}
        self.usual_role = usual_role(self.clauses)
        self._sections = document.outline.sections if document is not None else ()
        self.set_facts(facts)

    def set_facts(self, facts: Facts) -> bool:
        """Take what was worked out meanwhile; False where names turn out to be own units, so that all rows change."""
        if self._own_units | facts.own != self._own:
            return False
        self.gaps_known, self.undated = facts.known, facts.undated
        self._rows = RowFilter(self.clauses, facts.key)
        self._gaps = GapFilter(facts.gaps, self._sections)
        return True

    def rows(self, which: int, query: str) -> tuple[Row, ...]:
        """Return the rows of one of the lists."""
        if which == OPEN:
            return self._gaps.groups(query)
        return self._rows.units(query) if which == BY_UNIT else self._rows.clauses(query)

    def counts(self, query: str) -> tuple[int, int, int | None]:
        """Return how long each list is; None is not known yet."""
        gaps = self._gaps.count(query) if self.gaps_known else None
        return len(self._rows.clauses(query)), self._rows.count_units(query), gaps

    def first_below(self, section: Section) -> ClauseRow | None:
        """Return the first clause of a section, or of what is below it."""
        starts = ((row, self._sections[row.section].span.start) for row in self.clauses)
        return next((row for row, start in starts if section.span.holds(start)), None)


def names_in(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the distinct units of rows."""
    clauses: list[ClauseRow] = []
    for row in rows:
        clauses += [row] if isinstance(row, ClauseRow) else row.clauses if isinstance(row, UnitRow) else ()
    return unit_names(clauses)
