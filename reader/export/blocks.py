"""A list of notes as a row of blocks: every format writes the same ones in its own way."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.export.choices import ALL
from reader.export.note_list import list_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.export.choices import NoteChoice
    from reader.export.note_list import NoteEntry, NotesSheet

KIND_OF_LIST = "批注清单"
ORPHANS = "待重新定位的批注"
ORPHANS_EXPLAINED = "下列批注所引原文在现有文本中未能确定位置，按原样列出。"
NOTHING = "本文件尚无批注。"
NONE_CHOSEN = "没有符合所选条件的批注。"


class Kind(StrEnum):
    """What a block is; the values are ids of paragraph styles, but for headings, which have levels."""

    TITLE = "Title"
    ABOUT = "Subtitle"
    HEADING = "Heading"
    TEXT = "BodyText"
    QUOTE = "Quote"
    NOTE = "Note"
    DETAIL = "Detail"


class Block(NamedTuple):
    """``label`` is what stands before the text and apart from it (责任单位：), ``level`` that of a heading, from 0.

    In a title the line behind a newline is what the whole is: 批注清单.
    """

    kind: Kind
    text: str
    label: str = ""
    level: int = 0


def notes_blocks(sheet: NotesSheet, choice: NoteChoice = ALL) -> Iterator[Block]:
    """Yield the list of the notes chosen from its title to the notes that have lost their place."""
    notes = list_notes(sheet, choice)
    yield from head(notes.title, KIND_OF_LIST, notes.about_lines)
    for group in notes.groups:
        yield from (Block(Kind.HEADING, text, level=level) for level, text in group.headings)
        for entry in group.entries:
            yield from _entry(entry)
    yield from orphans(_entry(entry) for entry in notes.orphans)
    if notes.empty:
        yield nothing(left_out=notes.left_out)


def head(title: str, kind: str, about: str) -> Iterator[Block]:
    """Yield the title, and number, issuer and date under it as far as they are known."""
    yield Block(Kind.TITLE, f"{title}\n{kind}")
    if about:
        yield Block(Kind.ABOUT, about)


def orphans(entries: Iterable[Iterable[Block]]) -> Iterator[Block]:
    """Yield the part of what has lost its place, if there is any."""
    blocks = [block for entry in entries for block in entry]
    if blocks:
        yield Block(Kind.HEADING, ORPHANS)
        yield Block(Kind.TEXT, ORPHANS_EXPLAINED)
        yield from blocks


def nothing(*, left_out: bool) -> Block:
    """Return what stands where no note leaves."""
    return Block(Kind.TEXT, NONE_CHOSEN if left_out else NOTHING)


def _entry(entry: NoteEntry) -> Iterator[Block]:
    yield Block(Kind.QUOTE, entry.quote, f"〔{entry.number}·{entry.label}〕")
    if entry.note:
        yield Block(Kind.NOTE, entry.note, "批注：")
    yield from (Block(Kind.DETAIL, value, f"{name}：") for name, value in entry.details)
