"""How each paragraph of a whole document is set (GB/T 9704-2012): title, addressees, headings, text, signature."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.export.note_list import heading_level
from reader.export.styles import HEADINGS
from reader.text.dates import only_date
from reader.text.folding import folded
from reader.text.markers import Style, marker_of
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.comparison.records import Side
    from reader.structure.section import Section

_HEADING = 40  # characters; what is longer is text
_CENTRED = (Style.PART, Style.CHAPTER, Style.DIVISION)
_SENTENCE = ("。", "；", "：", "，", ":", ";")
_LETTERHEAD = "文件"


class Setting(NamedTuple):
    """The style of a paragraph by its id; ``align`` where it is not that of the style (centre, right, edge).

    ``lead`` is what opens the paragraph in other type: 第三条, or a heading that runs into the text.
    """

    style: str
    align: str = ""
    lead: Span | None = None
    lead_style: str = ""


class Settings:
    """The settings of all paragraphs of a document."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._text = side.reading.simplified
        self._lines = self._text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines[:-1])]
        self._sections = {section.span.start: section for section in side.outline.sections[1:]}
        self._first = min(self._sections, default=len(self._text))
        front = side.front
        self._titles = {folded(title) for title in (front.title, front.notice_title) if title}
        self._issuers = {folded(name) for name in (*front.issuers, front.issuer, "".join(front.issuers)) if name}
        self._number = folded(front.doc_number or "")
        self._addressees = folded(front.addressees or "").rstrip(":")
        self._title_start = self._first_title()
        self._last: tuple[int, Setting] | None = None

    def at(self, offset: int) -> Setting:
        """Return how the paragraph is set that holds the character at an offset of the reading text."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        if self._last is None or self._last[0] != index:  # a paragraph is asked for again for each piece of it
            self._last = index, self._of_line(index)
        return self._last[1]

    def _of_line(self, index: int) -> Setting:
        start, line = self._starts[index], self._lines[index]
        start += len(line) - len(line.lstrip())
        section = self._sections.get(start)
        return self._plain(line.strip(), start) if section is None else self._headed(section, line.strip())

    def _headed(self, section: Section, line: str) -> Setting:
        marker = marker_of(section.marker)
        if section.annex and section.parent is None:
            return Setting("Normal", lead=section.marker_span, lead_style="Heading1")
        if marker is None:
            return Setting("BodyText")
        if marker.style is Style.ARTICLE:
            return Setting("BodyText", lead=section.marker_span, lead_style="Heading1")
        level = HEADINGS[heading_level(section)]
        if marker.style in _CENTRED:
            return Setting(level, "center")
        if self._in_article(section) or len(section.heading) > _HEADING:
            return Setting("BodyText")
        if section.heading_span.end + 1 - section.span.start < len(line):  # text runs on behind it
            return Setting("BodyText", "", Span(section.span.start, section.heading_span.end), level)
        return Setting("BodyText") if line.endswith(_SENTENCE) else Setting(level)

    def _in_article(self, section: Section) -> bool:
        markers = (marker_of(above.marker) for above in self._side.outline.ancestors(section))
        return any(marker is not None and marker.style is Style.ARTICLE for marker in markers)

    def _plain(self, line: str, start: int) -> Setting:
        said = folded(line)
        if said in self._titles:
            return Setting("Title")
        if said == self._number:
            return Setting("Normal", "center")
        if said in self._issuers or only_date(line):
            return Setting("Normal", "right") if start > self._title_start else Setting("Title")
        if start < self._title_start and line.endswith(_LETTERHEAD):
            return Setting("Title")
        if self._addressees and said.rstrip(":") == self._addressees:
            return Setting("Normal")
        if self._title_start < start < self._first and line[0] in "（(" and line[-1] in "）)":
            return Setting("Subtitle")  # （2023年3月1日通过）
        return Setting("BodyText")

    def _first_title(self) -> int:
        lines = zip(self._starts, self._lines, strict=True)
        return next((start for start, line in lines if folded(line) in self._titles), 0)
