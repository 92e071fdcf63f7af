"""Blanks inside words and numbers: `2024 年 10 月`, `责 任 单 位`."""

from __future__ import annotations

import re

from reader.text.edits import Edit, Reason

_B = r"[ \u00a0\u2002-\u200a\u202f]"
_HAN = r"\u3400-\u9fff"
_RUN = re.compile(rf"(?<=\S)({_B}{{1,2}})(?=\S)")
# In any text a blank goes between a number and the word that measures it, and beside the brackets of a year.
_MEASURES = frozenset("年月日号%％条项个章节万亿千百家次期届时元吨米")
_BEFORE_NUMBER = frozenset("年月第约由近超达共")
_SPREAD = re.compile(rf"(?<![{_HAN}])(?:[{_HAN}]{_B}){{2,}}[{_HAN}](?![{_HAN}])")
_BLANK = re.compile(f"{_B}+")
# In a text that came out of a PDF: blanks beside a Chinese character were put in by the typesetting.
_SINGLE = re.compile(
    rf"(?<=[{_HAN}\u3001-\u3011\uff01-\uff5e“”‘’—·]){_B}(?=\S)(?!{_B})|(?<=\S){_B}(?=[{_HAN}\u3001-\u3011\uff01-\uff5e“”‘’—·])"
)
_ARTICLE = re.compile(rf"^第[一二三四五六七八九十百千零\d]{{1,8}}[编章节条]{_B}", re.MULTILINE)


def blank_edits(text: str, *, reflowed: bool) -> list[Edit]:
    """Return the edits that take blanks out of words and numbers; ``reflowed`` texts lose those of the typesetting."""
    found = {run.span() for run in _RUN.finditer(text) if _parts_number(text[run.start() - 1], text[run.end()])}
    if not found and not reflowed and " " not in text and "\u00a0" not in text:
        return []
    for spread in _SPREAD.finditer(text):
        found |= {(spread.start() + b.start(), spread.start() + b.end()) for b in _BLANK.finditer(spread[0])}
    if reflowed:
        kept = {match.end() - 1 for match in _ARTICLE.finditer(text)}
        found |= {m.span() for m in _SINGLE.finditer(text) if m.start() not in kept and not _in_row(text, m)}
    return [Edit(start, end, "", Reason.BLANK) for start, end in sorted(found)]


def _parts_number(before: str, after: str) -> bool:
    if before.isdigit():
        return after in _MEASURES or after == "〕"
    return (after.isdigit() and (before in _BEFORE_NUMBER or before in "〔〕")) or (before == "〕" and after == "第")


def _in_row(text: str, match: re.Match[str]) -> bool:
    """Tell whether the blank is one of several in a row: those part columns."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return any(c in " \u00a0\u3000" for c in around)
