"""The grammar of section markers: 一、 (一) 1. (1) ① —— 第三条 附件1.

Cleaning needs it to rejoin broken lines, structure to build the tree.
"""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.decimals import match_decimal, parts_of
from reader.text.numerals import number
from reader.text.patterns import pattern

if TYPE_CHECKING:
    import re


class Style(IntEnum):
    """How a marker is written; a smaller value stands above a larger one in the tree."""

    ANNEX = 0
    PART = 1  # 第一编
    CHAPTER = 2  # 第一章
    DIVISION = 3  # 第一节
    ARTICLE = 4  # 第一条
    HAN = 5  # 一、
    HAN_BRACKET = 6  # （一）
    DIGIT = 7  # 1.
    DIGIT_BRACKET = 8  # （1）
    DIGIT_HALF = 9  # 1）
    CIRCLED = 10  # ①
    DASH = 11  # ——


class Marker(NamedTuple):
    """A marker at the start of a line: its characters as written, its number and where the text behind it begins."""

    style: Style
    number: int | None
    text: str
    end: int  # in the line, behind the marker and the blanks that follow it
    level: int = 1  # 2 for 1.1, 3 for 1.1.1 in a text numbered decimally; 2 for 第一分编


_BLANK = r"[ \t\u00a0\u2002\u2003\u3000]{0,6}"
_HAN = "一二三四五六七八九十百零〇"
_DIGIT = r"[0-9０-９]{1,3}"
_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = tuple(
    (style, pattern(source))
    for style, source in (
        (Style.HAN, rf"([{_HAN}]{{1,4}}){_BLANK}[、．.](?![{_HAN}0-9])"),
        (Style.HAN_BRACKET, rf"[（(〔]{_BLANK}([{_HAN}]{{1,4}}){_BLANK}[）)〕][、.．]?"),
        # 3.2018年要在… is the third item, and begins with a year.
        (Style.DIGIT, rf"({_DIGIT}){_BLANK}[.．、](?:(?![0-9０-９])|(?=(?:19|20)[0-9]{{2}}年))"),
        (Style.DIGIT_BRACKET, rf"[（(]{_BLANK}({_DIGIT}){_BLANK}[）)][、.．]?"),
        (Style.DIGIT_HALF, rf"({_DIGIT})[）)]"),
        (Style.CIRCLED, r"([①-⑳㈠-㈩⑴-⒇⒈-⒛])[、.．]?"),
        (Style.DASH, r"()(?:[—―─]{1,4}|[－-]{2,4})(?![—―─－-])"),
        # 第三条规定的… at the start of a broken line cites an article, it does not open one.
        (
            Style.ARTICLE,
            rf"第{_BLANK}([{_HAN}千0-9０-９]{{1,8}}){_BLANK}条(?:之[{_HAN}]{{1,3}})?(?!规定|第|所|的|、|和|至|及|或|中|款|项|例|件|[—-])",
        ),
        (Style.CHAPTER, rf"第{_BLANK}([{_HAN}0-9０-９]{{1,6}}){_BLANK}[章](?!规定|第|所|的|、|和|至|及|或|中|程)"),
        (Style.DIVISION, rf"第{_BLANK}([{_HAN}0-9０-９]{{1,6}}){_BLANK}[节](?!规定|第|所|的|、|和|至|及|或|中|能|约)"),
        (
            Style.PART,
            rf"第{_BLANK}([{_HAN}0-9０-９]{{1,6}}){_BLANK}(?:分编|编|篇|部分)(?!规定|第|所|的|、|和|至|及|或|中|制)",
        ),
    )
)
_CIRCLED = "".join(chr(c) for c in (*range(0x2460, 0x249C), *range(0x3220, 0x322A)))
_FIRST_OF = {
    Style.HAN: _HAN,
    Style.HAN_BRACKET: "（(〔",
    Style.DIGIT: "0123456789０１２３４５６７８９",
    Style.DIGIT_BRACKET: "（(",
    Style.DIGIT_HALF: "0123456789０１２３４５６７８９",
    Style.CIRCLED: _CIRCLED,
    Style.DASH: "—―─－-",
}
# Which patterns a line may match, by its first character.
_BY_FIRST = {
    first: [row for row in _PATTERNS if first in _FIRST_OF.get(row[0], "第")]
    for first in {*"第", *"".join(_FIRST_OF.values())}
}
_ANNEX = pattern(rf"附{_BLANK}(?:件|录){_BLANK}([0-9０-９]{{1,3}}|[{_HAN}]{{1,3}})?{_BLANK}[:：.．、]?")
_TRAILING_BLANK = pattern(_BLANK)
_ANNEX_LINE = 60  # characters: a longer line that begins with 附件 is a sentence about one
# A number that measures something is no item number: 5G, 2.0版本, 12条产业链.
_MEASURED = pattern(r"[0-9０-９]+[.．、](?!(?:19|20)[0-9]{2}年)[0-9０-９]")


def read_marker(line: str, *, decimals: bool = False) -> Marker | None:
    """Return the marker that a line (stripped of blanks before it) begins with, or None.

    ``decimals``: the text is numbered decimally throughout, so 1.1 and a bare 1 open sections too.
    """
    rows = _BY_FIRST.get(line[:1])
    if not rows:
        return None
    head = line[:40]
    if decimals and (decimal := match_decimal(head)):
        return _decimal_marker(line, decimal)
    if _MEASURED.match(head):
        return None
    for style, row in rows:
        found = row.match(head)
        if not found:
            continue
        level = 2 if "分编" in found[0] else 1
        return Marker(style, number(found[1]) if found[1] else None, found[0], _behind(line, found.end()), level)
    return None


def marker_of(written: str) -> Marker | None:
    """Return the marker that a section bears as ``Section.marker``, in whatever text it stands."""
    if len(written) <= 2 and written.isdigit():
        return Marker(Style.DIGIT, number(written), written, len(written))
    return read_marker(written, decimals=True) or read_annex_marker(written)


def _decimal_marker(line: str, found: re.Match[str]) -> Marker:
    parts = parts_of(found[1])
    return Marker(Style.DIGIT, parts[-1], found[0].rstrip(), _behind(line, found.end()), len(parts))


def _behind(line: str, at: int) -> int:
    """Offset behind the blanks that follow a marker."""
    blanks = _TRAILING_BLANK.match(line, at)
    return blanks.end() if blanks else at


def read_annex_marker(line: str) -> Marker | None:
    """Return the marker of a line that opens an annex: 附件, 附件1, 附件：名词解释; None for a sentence about one."""
    if not line.startswith("附") or len(line) > _ANNEX_LINE:
        return None
    found = _ANNEX.match(line)
    if not found or "。" in line or line.endswith(("，", "；", ",", ";")):
        return None
    behind = line[found.end() :]
    if (
        behind
        and not found[0].endswith((":", "：", ".", "．", "、"))
        and behind[:1] not in " \t\u3000\u00a0\u2003《〔（("
        and found[1] is None
    ):
        return None  # 附件所列…, 附件中…
    return Marker(Style.ANNEX, number(found[1]) if found[1] else None, found[0].rstrip(), _behind(line, found.end()))


@lru_cache(maxsize=4096)  # markers repeat
def path_part(marker: str) -> str:
    """Normalise a marker for a path: NFKC without blanks (（一） becomes (一), １． becomes 1.)."""
    plain = "".join(unicodedata.normalize("NFKC", marker).split())
    if plain and set(plain) <= set("—―─-"):
        return "——"
    if plain.startswith("附"):
        return plain.rstrip(":.、")
    return plain
