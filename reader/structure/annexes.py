"""Where the annexes begin, and which 附件 lines only announce them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.structure.back_matter import is_date_line, is_note, is_signature
from reader.text.markers import Marker, Style, read_annex_marker, read_marker

if TYPE_CHECKING:
    from reader.structure.paragraphs import Paragraph

_LONGEST_LIST = 60  # annexes
_LIST_ITEM = 120  # characters: a longer line under 附件： is text, not the name of an annex


def annex_lines(lines: list[Paragraph], begin: int, first_marker: int) -> dict[int, Marker]:
    """Return which paragraphs open an annex: behind the body, and not the list that announces them (附件说明).

    ``begin`` is the end of a table of contents. A body without any marker ends with its signature: only behind that
    may an annex stand before ``first_marker``.
    """
    found: dict[int, Marker] = {}
    signed = False
    for i in range(begin, len(lines)):
        text = lines[i].text
        marker = read_annex_marker(text)
        if marker and (i >= first_marker or signed) and not _announces(lines, i, marker):
            found[i] = marker
        signed = signed or is_date_line(text) or is_note(text)
    return found


def _announces(lines: list[Paragraph], at: int, marker: Marker) -> bool:
    """Tell whether a 附件 line is part of the list below the body: 附件：1.… 2.…, then signature or end."""
    rest = lines[at].text[marker.end :]
    if rest and read_marker(rest):  # 附件：1.名词解释
        return True
    if not rest and not (lines[at].text.endswith(("：", ":")) and _is_item(lines, at + 1)):
        return False
    behind = lines[at + 1 : at + 1 + _LONGEST_LIST]
    for line in behind:
        annex = read_annex_marker(line.text)
        if annex and annex.end >= len(line.text):  # the annex itself, on a page of its own
            return True
        if (annex or _is_listed(line.text)) and len(line.text) <= _LIST_ITEM and "。" not in line.text:
            continue
        return is_date_line(line.text) or is_signature(line.text)
    return len(behind) < _LONGEST_LIST


def _is_listed(text: str) -> bool:
    inner = read_marker(text)
    return inner is not None and inner.style is Style.DIGIT


def _is_item(lines: list[Paragraph], at: int) -> bool:
    return at < len(lines) and _is_listed(lines[at].text)


def announced_items(lines: list[Paragraph], at: int) -> int:
    """Return the index behind the list of annexes that begins at ``at``: its items count on from the first."""
    head = read_annex_marker(lines[at].text)
    first = read_marker(lines[at].text[head.end :]) if head else None
    expected = (first.number or 0) + 1 if first and first.style is Style.DIGIT else 1
    end = at + 1
    while end < len(lines):
        inner = read_marker(lines[end].text)
        if inner is None or inner.style is not Style.DIGIT or inner.number != expected:
            break
        if re.search("[。；]", lines[end].text):
            break
        expected += 1
        end += 1
    return end
