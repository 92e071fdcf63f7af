"""The list of notes of one document, and the outline of what was marked, as Word documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.blocks import Kind, notes_blocks
from reader.export.choices import ALL
from reader.export.note_list import about
from reader.export.points import points_blocks
from reader.export.styles import GongwenType, Label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from reader.export.blocks import Block
    from reader.export.choices import NoteChoice
    from reader.export.note_list import NotesSheet


def notes_docx(
    sheet: NotesSheet,
    type_: GongwenType | None = None,
    *,
    choice: NoteChoice = ALL,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return a .docx: title, number, issuer, then the notes by section, then those that have lost their place."""
    return _docx(notes_blocks(sheet, choice), sheet, type_, "" if choice.outward else author, created)


def points_docx(
    sheet: NotesSheet,
    type_: GongwenType | None = None,
    *,
    choice: NoteChoice = ALL,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return a .docx of headings that navigation finds, with the words marked and the notes under them."""
    return _docx(points_blocks(sheet, choice), sheet, type_, "" if choice.outward else author, created)


def _docx(
    blocks: Iterator[Block], sheet: NotesSheet, type_: GongwenType | None, author: str, created: datetime | None
) -> bytes:
    from reader.export.gongwen import Gongwen, Properties  # python-docx is slow to load

    title = next(blocks).text
    paper = Gongwen(Properties(title.replace("\n", ""), about(sheet.front), author, created), type_)
    name, kind = title.rsplit("\n", 1)
    paper.title(name, kind)
    first = True
    for block in blocks:
        if first and block.kind is not Kind.ABOUT:
            paper.blank()
        first = False
        if block.kind is Kind.HEADING:
            paper.heading(block.level, block.text)
        else:
            paper.paragraph(block.kind.value, Label(block.label), block.text)
    return paper.bytes()
