"""Documents, notes and units out into files; pure, so it may run in any thread."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.anchoring.anchor import Placement
    from reader.export.note_list import NotesSheet
    from reader.export.styles import GongwenType
    from reader.library.records import OpenDocument


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


def export_units(document: OpenDocument, path: Path, *, type_: GongwenType | None = None, author: str = "") -> int:
    """Write who is responsible for what as .docx; return how many assignments. Raises ExportFailed."""
    from reader.export.atomic import write_atomically
    from reader.export.units import UnitsSheet, units_docx

    title = document.entry.title
    sheet = UnitsSheet(document.front, document.outline, document.reading, document.assignments, title)
    write_atomically(path, units_docx(sheet, type_, author=author, created=datetime.now(UTC)))
    return len(document.assignments)


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
