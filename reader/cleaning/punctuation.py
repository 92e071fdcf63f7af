"""Half-width punctuation beside Chinese characters, lost by a scraper, becomes full-width again."""

from __future__ import annotations

import re

from reader.text.damage import damaged_spans
from reader.text.edits import Edit, Reason

_FULL = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！"}
_HAN = r"\u3400-\u9fff\u3001-\u3011\u3014-\u3017\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f“”‘’—…"
_CHINESE = re.compile(f"[{_HAN}]")
# Behind a Chinese character, or behind Latin text or a bracket and before one: 企业(AEO),享受; 12:30 and 1,000 are neither.
_MARK = re.compile(rf'(?<=[{_HAN}])[,:;?!](?!/)|(?<=[\w)%"])[,:;?!](?=[{_HAN}])')
_OPEN_OR_CLOSE = re.compile(r"[()]")
_LONGEST = 400  # characters between a pair of brackets


def punctuation_edits(text: str) -> list[Edit]:
    """Return one edit a character; numbers, Latin text and damaged runs stay as they are, brackets change in pairs."""
    damaged = damaged_spans(text)
    inside = {offset for span in damaged for offset in range(span.start, span.end)}
    edits = [
        Edit(mark.start(), mark.end(), _FULL[mark[0]], Reason.PUNCTUATION)
        for mark in _MARK.finditer(text)
        if mark.start() not in inside
    ]
    for opening, closing in _pairs(text):
        if opening in inside or closing in inside:
            continue
        if _pair_is_chinese(text, opening, closing):
            edits.append(Edit(opening, opening + 1, "（", Reason.PUNCTUATION))
            edits.append(Edit(closing, closing + 1, "）", Reason.PUNCTUATION))
    return sorted(edits)


def _pairs(text: str) -> list[tuple[int, int]]:
    """Return the half-width round brackets that belong together, on one line and not too far apart."""
    found, open_ = [], []
    for mark in _OPEN_OR_CLOSE.finditer(text):
        if mark[0] == "(":
            open_.append(mark.start())
        elif open_:
            opening = open_.pop()
            if mark.start() - opening <= _LONGEST and "\n" not in text[opening : mark.start()]:
                found.append((opening, mark.start()))
    return found


def _pair_is_chinese(text: str, opening: int, closing: int) -> bool:
    if _CHINESE.search(text, opening + 1, closing):
        return True
    before, after = text[max(0, opening - 1) : opening], text[closing + 1 : closing + 2]
    if not before or before == "\n":  # an item number: (1)
        return bool(_CHINESE.match(after))
    return bool(_CHINESE.match(before))
