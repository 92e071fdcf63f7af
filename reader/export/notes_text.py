"""The list of notes of one document, and the outline of what was marked, as plain text and as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.export.blocks import Kind, notes_blocks
from reader.export.choices import ALL
from reader.export.points import points_blocks
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.export.blocks import Block
    from reader.export.choices import NoteChoice
    from reader.export.note_list import NotesSheet

_MARKUP = re.compile(r"([\\`*_\[\]<>&~|])")
# What Markdown takes for a heading, a list, a rule or (four blanks) for code.
_LINE_START = re.compile(r"([ \t]{0,64})([#+=-]|\d{1,9}(?=[.)]))?")


def notes_txt(sheet: NotesSheet, choice: NoteChoice = ALL) -> bytes:
    """Return the list as a text file, in UTF-8 with the mark by which older editors know it."""
    return plain(notes_blocks(sheet, choice)).encode("utf-8-sig")


def notes_md(sheet: NotesSheet, choice: NoteChoice = ALL) -> bytes:
    """Return the list as Markdown; whatever the texts hold is escaped."""
    return markdown(notes_blocks(sheet, choice)).encode()


def points_txt(sheet: NotesSheet, choice: NoteChoice = ALL) -> bytes:
    """Return the outline as a text file of the same kind."""
    return plain(points_blocks(sheet, choice)).encode("utf-8-sig")


def points_md(sheet: NotesSheet, choice: NoteChoice = ALL) -> bytes:
    """Return the outline as Markdown of the same kind."""
    return markdown(points_blocks(sheet, choice)).encode()


def plain(blocks: Iterable[Block]) -> str:
    """Return blocks as plain text."""
    return xml_safe("\n".join(map(_plain, blocks))) + "\n"


def markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown; whatever the texts hold is escaped."""
    return "\n\n".join(map(_markdown, blocks)) + "\n"


def _plain(block: Block) -> str:
    match block.kind:
        case Kind.TITLE:
            return block.text.replace("\n", "")
        case Kind.ABOUT:
            return block.text
        case Kind.HEADING:
            return f"\n{block.text}"
        case _:
            lines = f"{block.label}{xml_safe(block.text)}".split("\n")
            words = "\n".join(f"　　{line}" if line else "" for line in lines)
            return f"\n{words}" if block.kind is Kind.QUOTE else words


def _markdown(block: Block) -> str:
    text, label = _escaped(block.text), _escaped(block.label)
    match block.kind:
        case Kind.TITLE:
            return f"# {text.replace(chr(10), '')}"
        case Kind.HEADING:
            return f"{'#' * min(block.level + 2, 6)} {_one_line(text)}"
        case Kind.QUOTE:
            words = f"**{label}** {_broken(text)}" if label else _broken(text)
            return "\n".join(f"> {line}" for line in words.split("\n"))
        case Kind.NOTE:
            return f"**{label}** {_broken(text)}"
        case Kind.DETAIL:
            return f"- {label}{_one_line(text)}"
        case _:
            return _one_line(text)


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _broken(text: str) -> str:
    """Keep line breaks; an empty line would end the paragraph."""
    return "  \n".join(line or "&nbsp;" for line in text.split("\n"))


def _escaped(text: str) -> str:
    return "\n".join(map(_escaped_line, xml_safe(text).split("\n")))


def _escaped_line(line: str) -> str:
    start = _LINE_START.match(line)
    blanks, sign = (start[1], start[2] or "") if start else ("", "")
    rest = _MARKUP.sub(r"\\\1", line[len(blanks) + len(sign) :])
    escaped_sign = f"{sign}\\" if sign.isdigit() else f"\\{sign}" if sign else ""
    return "&nbsp;" * len(blanks) + escaped_sign + rest
