"""Between what is derived and how it lies in the store: compact JSON, a list for each column."""

from __future__ import annotations

import gc
import json
from contextlib import contextmanager
from dataclasses import asdict, fields
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from db.records import AssignmentRow, ListingRow, ReadingRow
from reader.library.stored_sections import StoredSections, outline_columns
from reader.structure.front_matter import FrontMatter
from reader.structure.section import Outline
from reader.text.edits import Edit, Reason
from reader.text.findings import Finding
from reader.text.later import Later
from reader.text.reading_text import ReadingText
from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.library.derivation import Derivation

_REASONS = tuple(Reason)
_REASON_NUMBERS = {reason: i for i, reason in enumerate(_REASONS)}
_TUPLES = frozenset(f.name for f in fields(FrontMatter) if "tuple" in str(f.type))


def reading_row(derivation: Derivation, stamp: int) -> ReadingRow:
    """Return the derivation as a row; slow for a long document, so done before the transaction."""
    reading = derivation.reading
    return ReadingRow(
        derivation=stamp,
        front=_json(asdict(derivation.front)),
        outline=_json(outline_columns(derivation.outline)),
        findings=_json(derivation.findings),
        edits=_json(_edit_columns(reading.edits)),
        text=reading.text,
        cleaned=reading.cleaned,
        simplified=reading.simplified if reading.simplified != reading.text else None,
    )


def assignment_rows(assignments: Iterable[Assignment]) -> list[AssignmentRow]:
    return [
        AssignmentRow(a.section, a.path, a.role, _json(a.units), int(a.open_ended), a.text, *a.span, a.source)
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
    columns = json.loads(row.outline)
    return Outline(StoredSections(columns), tuple(columns["starts"]), tuple(columns["owners"]))


class OutlinePaths(NamedTuple):
    """Which section each stretch of the text belongs to, and the paths of the sections: what the index needs."""

    starts: list[int]
    owners: list[int]
    paths: list[str]


def outline_paths_of(row: ReadingRow) -> OutlinePaths:
    columns = json.loads(row.outline)
    return OutlinePaths(columns["starts"], columns["owners"], columns["paths"])


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
            Span(row.start, row.end), row.source,
        )
        for row, named in zip(rows, units, strict=True)
    ]  # fmt: skip


@contextmanager
def many_objects() -> Iterator[None]:
    """Spare the garbage collector a look at each of the tens of thousands of tuples that a long document makes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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


def _units(units: list[Any]) -> tuple[AssignedUnit, ...]:
    return tuple(AssignedUnit(name, raw, restored, Span(*span)) for name, raw, restored, span in units)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
