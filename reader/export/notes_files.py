"""The files that the notes of a document become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.choices import ALL

if TYPE_CHECKING:
    from datetime import datetime

    from reader.export.choices import NoteChoice
    from reader.export.note_list import NotesSheet
    from reader.export.styles import GongwenType

NOTES, POINTS, ANNOTATED = "notes", "points", "annotated"
NAMES = {NOTES: "批注清单", POINTS: "要点提纲", ANNOTATED: "批注稿"}
_LISTS = (".docx", ".xlsx", ".html", ".txt", ".md")
SUFFIXES = {NOTES: _LISTS, POINTS: _LISTS, ANNOTATED: (".docx",)}


def render(
    sheet: NotesSheet,
    kind: str,
    suffix: str,
    choice: NoteChoice = ALL,
    type_: GongwenType | None = None,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return the notes chosen as a file of a kind. Raises ValueError for another kind or suffix."""
    if suffix not in SUFFIXES.get(kind, ()):
        raise ValueError(f"no such format: {kind} {suffix}")
    if kind == ANNOTATED:
        from reader.export.annotated import annotated_docx

        return annotated_docx(sheet, choice, type_, author=author, created=created)
    if suffix == ".docx":
        from reader.export.notes import notes_docx, points_docx

        docx = notes_docx if kind == NOTES else points_docx
        return docx(sheet, type_, choice=choice, author=author, created=created)
    if suffix == ".xlsx":
        from reader.export.notes_xlsx import notes_xlsx, points_xlsx

        xlsx = notes_xlsx if kind == NOTES else points_xlsx
        return xlsx(sheet, type_, choice=choice, author=author, created=created)
    return _page(sheet, kind, suffix, choice)


def _page(sheet: NotesSheet, kind: str, suffix: str, choice: NoteChoice) -> bytes:
    from reader.export.notes_html import notes_html, points_html
    from reader.export.notes_text import notes_md, notes_txt, points_md, points_txt

    renderers = {
        (NOTES, ".html"): notes_html,
        (NOTES, ".txt"): notes_txt,
        (NOTES, ".md"): notes_md,
        (POINTS, ".html"): points_html,
        (POINTS, ".txt"): points_txt,
        (POINTS, ".md"): points_md,
    }
    return renderers[kind, suffix](sheet, choice)
