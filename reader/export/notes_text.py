"""The list of notes of one document as plain text and as Markdown."""

from __future__ import annotations

import re

from reader.export.blocks import KIND_OF_LIST, Block, Kind, note_blocks
from reader.export.note_list import NoteList, NotesSheet, list_notes
from reader.export.xml_text import xml_safe

_MARKUP = re.compile(r"([\\`*_\[\]<>&~|])")
# What Markdown takes for a heading, a list, a rule or (four blanks) for code.
_LINE_START = re.compile(r"([ \t]{0,64})([#+=-]|\d{1,9}(?=[.)]))?")


def notes_txt(sheet: NotesSheet) -> bytes:
    """Return the list as a text file, in UTF-8 with the mark by which older editors know it."""
    return plain_notes(list_notes(sheet)).encode("utf-8-sig")


def notes_md(sheet: NotesSheet) -> bytes:
    """Return the list as Markdown; whatever the texts hold is escaped."""
    blocks = map(_markdown, note_blocks(list_notes(sheet)))
    return ("\n\n".join(blocks) + "\n").encode()


def plain_notes(notes: NoteList) -> str:
    """Return the list as plain text."""
    return xml_safe("\n".join(map(_plain, note_blocks(notes)))) + "\n"


def _plain(block: Block) -> str:
    match block.kind:
        case Kind.TITLE:
            return block.text + KIND_OF_LIST
        case Kind.ABOUT:
            return block.text
        case Kind.HEADING:
            return f"\n{block.text}"
        case Kind.QUOTE:
            return f"\n　　{block.label}{block.text}"
        case _:
            return f"　　{block.label}{block.text}"


def _markdown(block: Block) -> str:
    text, label = _escaped(block.text), _escaped(block.label)
    match block.kind:
        case Kind.TITLE:
            return f"# {_one_line(text)}{KIND_OF_LIST}"
        case Kind.HEADING:
            return f"{'#' * min(block.level + 2, 6)} {_one_line(text)}"
        case Kind.QUOTE:
            return "\n".join(f"> {line}" for line in f"**{label}** {_broken(text)}".split("\n"))
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
