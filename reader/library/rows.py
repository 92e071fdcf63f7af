"""Between what is derived and how it lies in the store: compact JSON, a list for each column."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from db.records import AssignmentRow, ListingRow, ReadingRow
from reader.library.stored_sections import outline_from, outline_paths, outline_text
from reader.structure.front_matter import FrontMatter
from reader.text.edits import Edit, Reason
from reader.text.findings import Finding
from reader.text.later import Later
from reader.text.reading_text import ReadingText
from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment, Duty, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.derivation import Derivation
    from reader.structure.section import Outline

_REASONS = tuple(Reason)
_REASON_NUMBERS = {reason: i for i, reason in enumerate(_REASONS)}
_USUAL = AssignedUnit._field_defaults["duty"], AssignedUnit._field_defaults["kind"], 0
_TUPLES = frozenset(f.name for f in fields(FrontMatter) if "tuple" in str(f.type))


def reading_row(derivation: Derivation, stamp: int) -> ReadingRow:
    """Return the derivation as a row; slow for a long document, so done before the transaction."""
    reading = derivation.reading
    return ReadingRow(
        derivation=stamp,
        front=_json(asdict(derivation.front)),
        outline=outline_text(derivation.outline),
        findings=_json(derivation.findings),
        edits=_json(_edit_columns(reading.edits)),
        text=reading.text,
        cleaned=reading.cleaned,
        simplified=reading.simplified if reading.simplified != reading.text else None,
    )


def assignment_rows(assignments: Iterable[Assignment]) -> list[AssignmentRow]:
    return [
        AssignmentRow(a.section, a.path, a.role, _units_json(a), int(a.open_ended), a.text, *a.span, a.source)
        for a in assignments
    ]


def listing_row(derivation: Derivation, file: str, *, typed: bool) -> ListingRow:
    """Return what the list of documents shows; without a title it shows the file's name."""
    front, reading = derivation.front, derivation.reading
    return ListingRow(
        title=front.title or front.notice_title or PurePath(file).stem,
        title_typed=typed,
        doc_number=front.doc_number,
        issuer=front.issuer,
        issued_on=front.issued_on,
        sections=len(derivation.outline.sections) - 1,
        units=len({unit.name for assignment in derivation.assignments for unit in assignment.units}),
        characters=len(reading.text),
        traditional=reading.traditional,
    )


def reading_of(row: ReadingRow, *, traditional: bool) -> ReadingText:
    simplified = row.text if row.simplified is None else row.simplified
    edits = Later(None, lambda _start, _end: _edits(json.loads(row.edits)))
    return ReadingText(row.text, simplified, edits, traditional, row.cleaned)


def front_of(row: ReadingRow) -> FrontMatter:
    """Return the front matter; fields that a later version dropped are left out."""
    values: dict[str, Any] = json.loads(row.front)
    names = (f.name for f in fields(FrontMatter) if f.name in values)
    known: dict[str, Any] = {name: tuple(values[name]) if name in _TUPLES else values[name] for name in names}
    return FrontMatter(**known)


def outline_of(row: ReadingRow) -> Outline:
    return outline_from(row.outline)


class OutlinePaths(NamedTuple):
    """Which section each stretch of the text belongs to, and the paths of the sections: what the index needs."""

    starts: list[int]
    owners: list[int]
    paths: list[str]


def outline_paths_of(row: ReadingRow) -> OutlinePaths:
    return OutlinePaths(*outline_paths(row.outline))


def findings_of(row: ReadingRow) -> tuple[Finding, ...]:
    return tuple(
        Finding(kind, path, detail, Span(*span) if span else None)
        for kind, path, detail, span in json.loads(row.findings)
    )


def assignments_of(rows: Sequence[AssignmentRow]) -> Sequence[Assignment]:
    return Later(len(rows), lambda start, end: _assignments(rows[start:end]))


def _assignments(rows: Sequence[AssignmentRow]) -> list[Assignment]:
    units = json.loads(f"[{','.join(row.units for row in rows)}]")  # one call: there may be thousands
    return [
        Assignment(
            row.section, row.path, row.role, _units(named), bool(row.open_ended), row.text,
            Span(row.start, row.end), row.source, *where,
        )
        for row, named in zip(rows, units, strict=True)
        for where in (_taken_off(named),)
    ]  # fmt: skip


def _edit_columns(edits: Sequence[Edit]) -> list[Any]:
    return [
        [e.start for e in edits],
        [e.end for e in edits],
        [e.replacement for e in edits],
        [_REASON_NUMBERS[e.reason] for e in edits],
        list(_REASONS),
    ]


def _edits(columns: list[Any]) -> tuple[Edit, ...]:
    *rest, reasons, names = columns
    named = tuple(map(Reason, names))
    return tuple(map(Edit, *rest, map(named.__getitem__, reasons)))


def _units_json(assignment: Assignment) -> str:
    """Return the units as short as they come: name and place alone where all else is usual.

    A last item tells what the assignment covers and which note ranks it, where it does.
    """
    units: list[Any] = [
        (u.name, *u.span)
        if u[:3] == (u.raw, u.raw, False) and u[4:7] == _USUAL
        else (u.name, *u.span, u.raw, u.restored, *u[4:7])
        for u in assignment.units
    ]
    if assignment.covers or assignment.note:
        units.append({"covers": assignment.covers, "note": assignment.note})
    return _json(units)


def _taken_off(units: list[Any]) -> tuple[Span | None, ...]:
    """Take the last item off where it is no unit; return covers and note."""
    if not units or not isinstance(units[-1], dict):
        return ()
    where = units.pop()
    return tuple(Span(*span) if span else None for span in (where["covers"], where["note"]))


def _units(units: list[Any]) -> tuple[AssignedUnit, ...]:
    return tuple(
        [AssignedUnit(u[0], u[0], False, Span(u[1], u[2])) if len(u) == 3 else _unusual_unit(*u) for u in units]
    )


def _unusual_unit(
    name: str, start: int, end: int, raw: str, restored: bool, duty: str, kind: str, group: int
) -> AssignedUnit:
    return AssignedUnit(name, raw, restored, Span(start, end), Duty(duty), UnitKind(kind), group)


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # made once: there are thousands of lists
