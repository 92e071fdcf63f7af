"""Rows as they lie in the store: text, numbers and JSON, no meaning.

Named tuples, since they are made before the first paint: a dataclass takes four times as long to define.
"""

from __future__ import annotations

from typing import NamedTuple


class DocumentRow(NamedTuple):
    """One line of the list of documents; ``notes`` counts its annotations that are not deleted.

    ``stage`` is which draft it is, where the user said so.
    """

    number: int
    sha256: str
    file: str
    imported_at: str
    binned_at: str | None
    seq: int
    title: str
    title_typed: int
    doc_number: str | None
    issuer: str | None
    issued_on: str | None
    sections: int
    units: int
    characters: int
    traditional: int
    notes: int
    stage: str | None = None


class SourceRow(NamedTuple):
    """What was imported: it never changes."""

    encoding: str
    replaced: int
    text_sha256: str
    text: str
    data: bytes


class AssignmentRow(NamedTuple):
    """One role of one section; ``units`` is JSON."""

    section: int
    path: str
    role: str
    units: str
    open_ended: int
    text: str
    start: int
    end: int
    source: str


class ListingRow(NamedTuple):
    """What the list of documents shows of a reading."""

    title: str
    title_typed: int
    doc_number: str | None
    issuer: str | None
    issued_on: str | None
    sections: int
    units: int
    characters: int
    traditional: int


class ReadingRow(NamedTuple):
    """What was derived; ``front``, ``outline``, ``findings`` and ``edits`` are JSON, ``simplified`` None if as text."""

    derivation: int
    front: str
    outline: str
    findings: str
    edits: str
    cleaned: int  # edits that are shown as such
    text: str
    simplified: str | None


class AnnotationRow(NamedTuple):
    """An annotation; ``tags`` is JSON, ``section`` and ``path_now`` are where it last stood."""

    number: int
    uuid: str
    document: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    path: str
    style: str
    colour: str
    tags: str
    note: str
    author: str
    created: str
    modified: str
    deleted_at: str | None
    section: int
    path_now: str


class DecisionRow(NamedTuple):
    """Something the user decided about a derivation."""

    kind: str
    start: int | None
    end: int | None
    value: str | None
