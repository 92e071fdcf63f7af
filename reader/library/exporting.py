"""Documents, notes and units out into files; pure, so it may run in any thread."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from reader.anchoring.anchor import Placement
    from reader.export.note_list import NotesSheet
    from reader.export.styles import GongwenType
    from reader.export.tasks_table import TaskSource, TaskTableOptions
    from reader.library.records import OpenDocument
    from reader.units.roster import RosterEntry


def export_notes(
    document: OpenDocument,
    placements: Sequence[Placement],
    path: Path,
    *,
    type_: GongwenType | None = None,
    author: str = "",
) -> int:
    """Write the notes of a document as .docx, .html, .txt or .md, as the path ends; return how many.

    Raises ExportFailed, ValueError for another ending.
    """
    from reader.export.atomic import write_atomically

    write_atomically(path, _rendered(notes_sheet(document, placements), path.suffix.lower(), type_, author))
    return len(placements)


def _rendered(sheet: NotesSheet, suffix: str, type_: GongwenType | None, author: str) -> bytes:
    from reader.export.notes import notes_docx
    from reader.export.notes_html import notes_html
    from reader.export.notes_text import notes_md, notes_txt

    if suffix == ".docx":
        return notes_docx(sheet, type_, author=author, created=datetime.now(UTC))
    renderers = {".html": notes_html, ".txt": notes_txt, ".md": notes_md}
    if suffix not in renderers:
        raise ValueError(f"no such format: {suffix}")
    return renderers[suffix](sheet)


def export_tasks(
    documents: Sequence[OpenDocument],
    path: Path,
    *,
    options: TaskTableOptions | None = None,
    roster: Sequence[RosterEntry] = (),
    type_: GongwenType | None = None,
    author: str = "",
    only: Mapping[int, Collection[int]] | None = None,
) -> int:
    """Write the task table of documents as .docx, .xlsx, .html or .txt, as the path ends; return how many tasks.

    With ``only`` a document has just the tasks of these sections (see ``Units.own_sections``). Raises ExportFailed, ValueError for another ending.
    """
    from reader.export.atomic import write_atomically
    from reader.export.tasks import render, task_table

    sources = [task_source(d, None if only is None else only.get(d.entry.number, ())) for d in documents]
    table = task_table(sources, options, roster)
    write_atomically(path, render(table, path.suffix.lower(), type_, author, datetime.now(UTC)))
    return len(table.rows)


def task_source(document: OpenDocument, only: Collection[int] | None = None) -> TaskSource:
    """Return what a task table is made of, with the tasks of some sections ``only`` if given."""
    from reader.export.tasks_table import TaskSource

    return TaskSource(
        front=document.front,
        outline=document.outline,
        simplified=document.reading.simplified,
        assignments=document.assignments,
        title=document.entry.title,
        number=document.entry.number or None,
        only=None if only is None else frozenset(only),
        as_read=document.as_read,
    )


def notes_sheet(document: OpenDocument, placements: Sequence[Placement]) -> NotesSheet:
    """Return what a list of notes is made of."""
    from reader.export.note_list import NotesSheet

    return NotesSheet(
        front=document.front,
        outline=document.outline,
        reading=document.reading,
        placements=tuple(placements),
        assignments=document.assignments,
        title=document.entry.title,
    )
