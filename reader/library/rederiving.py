"""Derive stored documents anew, with what the user decided about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db import annotations as annotation_table
from db import decisions as decision_table
from db import documents as document_table
from reader.library import rows
from reader.library.annotation_rows import annotation_of
from reader.library.stamp import DERIVATION
from reader.library.stored_text import utc_now
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.connection import Store
    from db.records import DecisionRow, DocumentRow
    from reader.anchoring.anchor import Placement
    from reader.library.derivation import Decisions, Derivation
    from reader.library.naming import Naming

KEPT, TITLE, FALSE_ALARM = "kept", "title", "false_alarm"  # kinds of decisions


class Decided(NamedTuple):
    """A decision made, or withdrawn."""

    decision: DecisionRow
    withdrawn: bool = False


class Rederiving:
    """Writes what is derived of a document in one transaction, together with the decision that led to it."""

    def __init__(self, store: Store, naming: Callable[[], Naming]) -> None:
        self._store = store
        self._naming = naming

    def rederive(self, row: DocumentRow) -> tuple[str, Derivation]:
        """Return the source text and what is derived of it now; stored unless the library is read only."""
        decisions = decision_table.of_document(self._store, row.number)
        text, derivation = self._derive(row.number, decisions)
        if not self._store.read_only:
            self._write(row, derivation, decisions)
        return text, derivation

    def decide(self, row: DocumentRow, decided: Decided) -> None:
        """Store or withdraw a decision, with the derivation that follows."""
        new = decided.decision
        decisions = [d for d in decision_table.of_document(self._store, row.number) if d[:3] != new[:3]]
        if not decided.withdrawn:
            decisions.append(new)
        self._write(row, self._derive(row.number, decisions)[1], decisions, decided)

    def _derive(self, number: int, decisions: Sequence[DecisionRow]) -> tuple[str, Derivation]:
        from reader.library.derivation import derive  # loads much that opening does not need

        text = document_table.source_text(self._store, number)
        return text, derive(text, decisions_of(decisions))

    def _write(
        self, row: DocumentRow, derivation: Derivation, decisions: Sequence[DecisionRow], decided: Decided | None = None
    ) -> None:
        from reader.library.correcting import corrections_of, effective
        from reader.library.unit_rows import unit_rows

        typed = any(decision.kind == TITLE for decision in decisions)
        units = unit_rows(effective(derivation, corrections_of(self._store, row.number)), derivation.front)
        listing = {**rows.listing_row(derivation, row.file, typed=typed)._asdict(), "units": units.distinct}
        reading = rows.reading_row(derivation, DERIVATION)
        assignments = rows.assignment_rows(derivation.assignments)
        moved = self._moved(row.number, derivation)
        with self._store.write() as database:
            if decided:
                write = decision_table.withdraw if decided.withdrawn else decision_table.decide
                write(database, row.number, decided.decision, utc_now())
            seq = self._store.next_seq()
            document_table.write_reading(database, row.number, reading, assignments, seq=seq, **listing)
            naming = self._naming()
            naming.write(row.number, units, anew=True)
            naming.drop_unused()
            for placement in moved:
                number, section, path = placement.annotation.number, placement.section, placement.path
                annotation_table.set_place(database, number, section, path, seq)

    def _moved(self, document: int, derivation: Derivation) -> list[Placement]:
        """Return the placements of the annotations that the derivation puts into another section."""
        before = {row.number: row for row in annotation_table.of_document(self._store, document)}
        if not before:
            return []
        from reader.anchoring.locate import place_all

        placements = place_all(map(annotation_of, before.values()), derivation.reading, derivation.outline)
        old = {number: (row.section, row.path_now) for number, row in before.items()}
        return [p for p in placements if (p.section, p.path) != old[p.annotation.number]]


def decisions_of(stored: Sequence[DecisionRow]) -> Decisions:
    """Return the decisions as the derivation takes them."""
    from reader.library.derivation import Decisions

    return Decisions(kept=kept_spans(stored), title=next((d.value for d in stored if d.kind == TITLE), None))


def kept_spans(stored: Sequence[DecisionRow]) -> tuple[Span, ...]:
    """Return the stretches of the source text that the cleaning must leave alone."""
    return tuple(Span(d.start, d.end) for d in stored if d.kind == KEPT and d.start is not None and d.end is not None)
