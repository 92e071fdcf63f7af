"""A table of contents (目录) in front of the body: its entries are no sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.markers import read_annex_marker

if TYPE_CHECKING:
    from reader.structure.paragraphs import Paragraph
    from reader.text.markers import Marker

_LEADER = ".．…·—- \t\u00a0\u3000"  # between an entry and the number of its page
_DIGITS = "0123456789０１２３４５６７８９"
_PAGE = 4  # digits of a page number
_REACH = 40  # paragraphs in which a table of contents begins
_ENTRY = 60  # characters
_ENTRIES = 3  # a table without its title has so many at least


def contents_end(lines: list[Paragraph], markers: list[Marker | None]) -> int:
    """Return the index behind a table of contents; 0 where there is none."""
    titled = next((i + 1 for i, line in enumerate(lines[:_REACH]) if _is_title(line.text)), None)
    start = next((i for i in range(titled or 0, len(lines)) if markers[i]), len(lines))
    if start >= len(lines) or (titled is None and start > _REACH):
        return 0
    first = _entry(lines[start].text)
    for j in range(start + 1, len(lines)):
        if first and _entry(lines[j].text).startswith(first) and (titled or j - start >= _ENTRIES):
            return j
        if titled is None and (markers[j] is None or "。" in lines[j].text):
            break
        if len(lines[j].text) > _ENTRY and not read_annex_marker(lines[j].text):
            break
    return 0


def _is_title(text: str) -> bool:
    return "".join(text.split()).strip("【】[]") in ("目录", "目次")


def _entry(text: str) -> str:
    text = text.rstrip()
    page = min(len(text) - len(text.rstrip(_DIGITS)), _PAGE)
    return "".join(text[: len(text) - page].rstrip(_LEADER).split())
