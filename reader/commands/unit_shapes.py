"""The JSON shapes of everything about responsible units (every name here is a promise to scripts)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.units.deadlines import clause_deadlines
from reader.units.gaps import gaps
from reader.units.jurisdiction import place_of
from reader.units.scope_notes import scope_notes
from reader.units.targets import targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.clauses import LedgerClause
    from reader.library.ledger import Ledger
    from reader.library.records import OpenDocument
    from reader.units.assignment import Assignment
    from reader.units.identity import Identifier
    from reader.units.roster import RosterEntry


def assignment_shape(document: OpenDocument, assignment: Assignment) -> dict[str, Any]:
    """Return one role of one section; the lists run side by side, one item a unit."""
    text, units = document.reading.simplified, assignment.units
    return {
        "document": document.entry.number or None,
        "section": assignment.section,
        "path": assignment.path,
        "role": assignment.role,
        "units": [unit.name for unit in units],
        "open_ended": assignment.open_ended,
        "text": assignment.text,
        "raw_units": [unit.raw for unit in units],
        "restored": [unit.restored for unit in units],
        "source": assignment.source,
        "duties": [str(unit.duty) for unit in units],
        "kinds": [str(unit.kind) for unit in units],
        "groups": [unit.group for unit in units],
        "by_user": [unit.by_user for unit in units],
        "covers": assignment.covers.text(text) if assignment.covers else None,
        "scope_note": assignment.note.text(text) if assignment.note else None,
    }


def document_shape(document: OpenDocument, identifier: Identifier) -> dict[str, list[dict[str, Any]]]:
    """Return all that `units` says of a document, a list for each key."""
    where, front = place_of(document.front, document.assignments), document.front
    number = document.entry.number or None
    assignments = []
    for assignment in document.assignments:
        found = [identifier.identify(unit.name, where, front.issued_on) for unit in assignment.units]
        shape = assignment_shape(document, assignment)
        shape["jurisdiction"] = [identity.jurisdiction.label or None for identity in found]
        shape["full_names"] = [identity.full_name for identity in found]
        assignments.append(shape)
    text = document.reading.simplified
    missing = gaps(text, document.outline, document.assignments, front.issued_on)
    return {
        "assignments": assignments,
        "scope_notes": [
            {
                "document": number,
                **_place(document, note.section),
                "kind": note.kind,
                "text": note.text,
                "units": list(note.units),
            }
            for note in scope_notes(text, document.outline)
        ],
        "deadlines": list(_deadlines(document)),
        "targets": list(_targets(document)),
        "gaps": [
            {"document": number, "section": gap.section, "path": gap.path, "kind": str(gap.kind), "text": gap.text}
            for gap in missing
        ],
        "unmet_corrections": [
            {"document": number, "op": one.op, "name": one.name, "was": one.was, "role": one.role, "raw": one.raw}
            for one in document.unmet
        ],
    }


def ledger_shape(ledger: Ledger) -> dict[str, Any]:
    """Return the matrix of units and documents; only cells that are not empty."""
    return {
        "units": [
            {
                "key": unit.key,
                "name": unit.name,
                "full_name": unit.full_name,
                "jurisdiction": unit.jurisdiction or None,
                "kind": unit.kind,
                "counts": _counts(unit.counts),
                "documents": unit.documents,
            }
            for unit in ledger.units
        ],
        "documents": [
            {"id": one.number, "title": one.title, "doc_number": one.doc_number, "issued_on": one.issued_on}
            for one in ledger.documents
        ],
        "cells": [
            {"unit": key, "document": document, "counts": _counts(counts)}
            for (key, document), counts in ledger.cells.items()
        ],
    }


def clause_shape(clause: LedgerClause) -> dict[str, Any]:
    """Return a clause that gives a unit a duty."""
    return {
        "document": clause.document,
        "section": clause.section,
        "path": clause.path,
        "heading": clause.heading,
        "role": clause.role,
        "duty": str(clause.duty),
        "unit": clause.name,
        "raw_unit": clause.raw,
        "restored": clause.restored,
        "deadlines": list(clause.deadlines),
    }


def roster_shape(entry: RosterEntry) -> dict[str, Any]:
    """Return a unit of the office's list."""
    return {
        "full_name": entry.full_name,
        "short_name": entry.short_name,
        "former": list(entry.former),
        "rank": entry.rank,
        "counterpart": list(entry.counterpart),
    }


def _counts(counts: Any) -> dict[str, int]:
    return {str(duty): count for duty, count in counts.items()}


def _place(document: OpenDocument, section: int) -> dict[str, Any]:
    return {"section": section, "path": document.outline.sections[section].path}


def _deadlines(document: OpenDocument) -> Iterator[dict[str, Any]]:
    for section in document.outline.sections[1:]:
        text, front = document.reading.simplified, document.front
        for one in clause_deadlines(text, section, document.outline, front.issued_on):
            yield {
                "document": document.entry.number or None,
                **_place(document, section.number),
                "text": one.text,
                "due": one.due,
                "kind": str(one.kind),
            }


def _targets(document: OpenDocument) -> Iterator[dict[str, Any]]:
    for section in document.outline.sections[1:]:
        for one in targets(document.reading.simplified, (section.heading_span, *section.body)):
            yield {
                "document": document.entry.number or None,
                **_place(document, section.number),
                "text": one.text,
                "value": one.value,
                "unit": one.unit,
                "at_least": one.at_least,
            }
