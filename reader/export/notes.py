"""The list of notes of one document as a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.blocks import KIND_OF_LIST, Kind, note_blocks
from reader.export.note_list import NotesSheet, list_notes
from reader.export.styles import GongwenType, Label

if TYPE_CHECKING:
    from datetime import datetime


def notes_docx(
    sheet: NotesSheet, type_: GongwenType | None = None, *, author: str = "", created: datetime | None = None
) -> bytes:
    """Return a .docx: title, number, issuer, then the notes by section, then those that have lost their place."""
    from reader.export.gongwen import Gongwen, Properties  # python-docx is slow to load

    notes = list_notes(sheet)
    paper = Gongwen(Properties(notes.title + KIND_OF_LIST, notes.about, author, created), type_)
    for block in note_blocks(notes):
        if block.kind is Kind.TITLE:
            paper.title(block.text, KIND_OF_LIST)
            if not notes.about_lines:
                paper.blank()
        elif block.kind is Kind.HEADING:
            paper.heading(block.level, block.text)
        else:
            paper.paragraph(block.kind.value, Label(block.label), block.text)
    return paper.bytes()
