"""Documents, notes and units out into files; pure, so it may run in any thread."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from reader.anchoring.anchor import Placement
    from reader.export.choices import NoteChoice
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
    kind: str = "notes",
    choice: NoteChoice | None = None,
    type_: GongwenType | None = None,
    author: str = "",
) -> int:
    """Write the notes of a document as ``notes``, ``points`` or ``annotated``, in the format that the path asks for.

    Return how many notes leave. Raises ExportFailed, ValueError for another kind or ending.
    """
    from reader.export.atomic import write_atomically
    from reader.export.choices import ALL, chosen
    from reader.export.notes_files import render

    sheet, choice = notes_sheet(document, placements), choice or ALL
    write_atomically(path, render(sheet, kind, path.suffix.lower(), choice, type_, author, datetime.now(UTC)))
    return len(chosen(placements, choice, document.outline))


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
