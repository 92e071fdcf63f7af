"""What a digest says: theme by theme the excerpts, each with its source, as every format writes them."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.export.blocks import Block, Kind
from reader.export.digest_sources import Sources
from reader.text.numerals import to_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.digest import Clipping, Digest

NOTHING = "尚未摘录内容。"
_MOST_IN_HAN = 99
OTHERS = "其他"  # what has no theme, beside what has one
THEME, TEXT, SOURCE, REMARK = "主题", "内容", "出处", "备注"


class Passage(NamedTuple):
    """An excerpt as it is printed."""

    text: str
    source: str
    remark: str


class Theme(NamedTuple):
    """A theme with its passages; ``heading`` has its number (一、人才引育) and is empty where no excerpt has a theme."""

    name: str
    heading: str
    passages: tuple[Passage, ...]


def themes(digest: Digest) -> Iterator[Theme]:
    """Yield the themes in their order."""
    sources = Sources(digest.choice.form)
    for number, (theme, clippings) in enumerate(groupby(digest.clippings, attrgetter("theme")), start=1):
        name = theme or (OTHERS if digest.themed else "")
        heading = f"{to_han(number) if number <= _MOST_IN_HAN else number}、{name}" if name else ""
        yield Theme(name, heading, tuple(_passage(digest, clipping, sources) for clipping in clippings))


def digest_blocks(digest: Digest) -> Iterator[Block]:
    """Yield a whole digest as running text, from its title to its last remark."""
    yield Block(Kind.TITLE, digest.title)
    if not digest.clippings:
        yield Block(Kind.TEXT, NOTHING)
    for theme in themes(digest):
        if theme.heading:
            yield Block(Kind.HEADING, theme.heading)
        for passage in theme.passages:
            yield Block(Kind.QUOTE, passage.text)
            yield Block(Kind.DETAIL, passage.source, f"{SOURCE}：")
            if passage.remark:
                yield Block(Kind.NOTE, passage.remark, f"{REMARK}：")


def _passage(digest: Digest, clipping: Clipping, sources: Sources) -> Passage:
    lines = (line.strip() for line in clipping.text.split("\n"))
    text = "\n".join(line for line in lines if line)
    return Passage(text, sources.of(clipping), clipping.remark.strip() if digest.remarked else "")
