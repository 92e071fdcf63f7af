"""A list of notes as a row of blocks: every format writes the same ones in its own way."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.note_list import NoteEntry, NoteList

KIND_OF_LIST = "批注清单"
ORPHANS = "待重新定位的批注"
ORPHANS_EXPLAINED = "下列批注所引原文在现有文本中未能确定位置，按原样列出。"
NOTHING = "本文件尚无批注。"


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
    """``label`` is what stands before the text and apart from it (责任单位：), ``level`` that of a heading, from 0."""

    kind: Kind
    text: str
    label: str = ""
    level: int = 0


def note_blocks(notes: NoteList) -> Iterator[Block]:
    """Yield the whole list from its title to the notes that have lost their place."""
    yield Block(Kind.TITLE, notes.title)
    if notes.about_lines:
        yield Block(Kind.ABOUT, notes.about_lines)
    for group in notes.groups:
        yield from (Block(Kind.HEADING, text, level=level) for level, text in group.headings)
        for entry in group.entries:
            yield from _entry(entry)
    if notes.orphans:
        yield Block(Kind.HEADING, ORPHANS)
        yield Block(Kind.TEXT, ORPHANS_EXPLAINED)
        for entry in notes.orphans:
            yield from _entry(entry)
    if notes.empty:
        yield Block(Kind.TEXT, NOTHING)


def _entry(entry: NoteEntry) -> Iterator[Block]:
    yield Block(Kind.QUOTE, entry.quote, f"〔{entry.number}·{entry.label}〕")
    if entry.note:
        yield Block(Kind.NOTE, entry.note, "批注：")
    yield from (Block(Kind.DETAIL, value, f"{name}：") for name, value in entry.details)
