"""Splits a list of units: A、B，C（人才办）和D等."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.brackets import PAIRS, closing
from reader.text.damage import damaged_spans
from reader.text.organs import is_organ
from reader.text.spans import Span
from reader.units.assignment import AssignedUnit
from reader.units.restoring import restore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.units.lexicon import Lexicon

_SEPARATORS = "、，,；;"
_KIND = "(?:单位|部门|企业|机构|地区|院校)"
_OPEN_END = re.compile(rf"(?:等(?:有关|相关|各)?{_KIND}?(?:[和及、](?:有关|相关)?{_KIND})?|等等)[。.]?$")
_GLOSS = re.compile(
    r"[（(〈〔](?:含|包括|以下|下同|不含)[^（()）]{0,80}[）)〉〕]$|[（(〈〔][^（()）]{0,80}下同[）)〉〕]$"
)
_GROUP = re.compile(r"^(各|有关|相关|其他|本市|全市|全区).{1,20}")
_PHRASE = re.compile(r"下同|不再列出|均需|列第|为牵头|逗号|按照|按职责|负责$|牵头$|配合$|落实$")
_LONGEST = 40  # characters of a unit's name
_JOINED = re.compile(r"(?<=[局委办部厅会院府])(?:和|与|及|以及)(?=.{3})")


class UnitList:
    """The units of a list, and whether it is open-ended (等)."""

    def __init__(self, units: list[AssignedUnit], *, open_ended: bool) -> None:
        self.units = tuple(units)
        self.open_ended = open_ended


def read_list(text: str, span: Span, lexicon: Lexicon) -> UnitList:
    """Read the list that stands in ``span`` of a text into units; offsets count in that text."""
    open_ended = False
    units: list[AssignedUnit] = []
    for piece in _pieces(text, span):
        raw = piece.text(text).replace("\n", "")
        if gloss := _GLOSS.search(raw):  # 各区政府（含各管委会，下同）
            piece = Span(piece.start, piece.end - (len(raw) - gloss.start()))
            raw = raw[: gloss.start()]
        if found := _OPEN_END.search(raw):
            open_ended = True
            piece = Span(piece.start, piece.end - (len(raw) - found.start()))
            raw = raw[: found.start()]
        units += _units(raw, piece, lexicon)
    return UnitList(units, open_ended=open_ended)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Yield the stretches between the separators that stand outside brackets."""
    start = i = span.start
    while i < span.end:
        character = text[i]
        if character in PAIRS:
            end = closing(text, i, span.end)
            i = end + 1 if end >= 0 else i + 1
            continue
        if character in _SEPARATORS:
            yield _stripped(text, start, i)
            start = i + 1
        i += 1
    yield _stripped(text, start, span.end)


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \n。.：:*＊":
        start += 1
    while end > start and text[end - 1] in " \n。.：:":
        end -= 1
    return Span(start, end)


def _units(raw: str, span: Span, lexicon: Lexicon) -> Iterator[AssignedUnit]:
    if not 2 <= len(raw) <= _LONGEST or _PHRASE.search(raw):
        return
    if damaged_spans(raw):
        for name in restore(raw, lexicon) or (raw,):
            yield AssignedUnit(name, raw, name != raw, span)
        return
    if raw in lexicon or not _JOINED.search(raw):
        yield AssignedUnit(raw, raw, restored=False, span=span)
        return
    start = 0
    for part in (*_JOINED.finditer(raw), None):
        end = part.start() if part else len(raw)
        name = raw[start:end]
        yield AssignedUnit(name, name, restored=False, span=Span(span.start + start, span.start + end))
        start = part.end() if part else end


def is_unit(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is an organ or a group of organs (各区政府, 各有关部门)."""
    return name in lexicon or is_organ(name) or bool(_GROUP.match(name))
