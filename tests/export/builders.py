"""Documents for the tests of the export, built without the parser."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.anchoring.anchor import Anchor, Annotation, Placement
from reader.export.note_list import NotesSheet
from reader.structure.front_matter import FrontMatter
from reader.structure.section import Outline, Section
from reader.text.reading_text import ReadingText
from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment

FRONT = FrontMatter(
    title="关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见",
    notice_title="关于印发《关于加快推进上海自贸试验区杨浦联动创新区建设的实施意见》的通知",
    doc_number="杨府发〔2024〕11号",
    issuers=("上海市杨浦区人民政府",),
    issued_on="2024-10-25",
)
LINES = (
    "一、总体要求",
    "（一）功能定位",
    "——国际化科技创新协同区。汇聚“全球”创新资源——加快集聚……",
    "二、重点任务",
    "（一）推动国际化科技创新协同",
    "1.打造科技成果转化高地。支持“环同济”知识经济圈——面向全球。",
    "2.建设开放平台。到2025年底，引进机构12家。",
    "附件1 名词解释",
    "1.在线新经济：以人工智能等为支撑。",
)
_MARKER = re.compile(r"附件\d|第[一-龥]{1,3}[章条]|[一二三四五六七八九十]+、|（[一-龥]+）|\d+\.|——")
_DEPTHS = (r"附件|第.+章", r"第.+条", r".+、", r"（.+）", r"\d", r"——")


@dataclass(frozen=True)
class Built:
    reading: ReadingText
    outline: Outline

    def section(self, path: str) -> Section:
        return next(s for s in self.outline.sections if s.path == path)

    def span(self, quote: str) -> Span:
        start = self.reading.text.index(quote)
        return Span(start, start + len(quote))

    def placement(self, quote: str, note: str = "", number: int = 1, **fields) -> Placement:
        span = self.span(quote)
        section = self.outline.at(span.start)
        return Placement(
            annotation(quote, note, number, start=span.start, **fields), "located", section.number, section.path, span
        )


def built(*lines: str) -> Built:
    """Make reading text and section tree; the heading of a line reaches to its first 。"""
    text = "".join(f"{line}\n" for line in lines)
    sections = [_section(0, None, 0, "", "", "", Span(0, 0), annex=False)]
    starts, owners = [0], [0]
    ranks: list[tuple[int, Section]] = []
    offset = 0
    for line in lines:
        if marker := _MARKER.match(line):
            ranks = _open(sections, ranks, line, marker[0], Span(offset, offset + len(line)))
            starts.append(offset)
            owners.append(sections[-1].number)
        offset += len(line) + 1
    return Built(
        ReadingText(text, text, ()), Outline(tuple(_closed(sections, len(text))), tuple(starts), tuple(owners))
    )


def annotation(quote: str, note: str = "", number: int = 1, start: int = 0, **fields) -> Annotation:
    anchor = Anchor(start, start + len(quote), quote, "", "", fields.pop("path", ""))
    values = {
        "style": "highlight",
        "colour": "重点",
        "tags": (),
        "author": "王敏",
        "created": "2026-11-22T02:15:00Z",
        "modified": "2026-11-22T02:15:00Z",
    } | fields
    return Annotation(number=number, uuid=f"u{number}", document=1, anchor=anchor, note=note, **values)


def orphan(quote: str, note: str = "", number: int = 9, path: str = "二、/(一)") -> Placement:
    return Placement(annotation(quote, note, number, path=path), "orphan", 0, path)


def assignment(section: Section, role: str, *names: str, restored: str = "", open_ended: bool = False) -> Assignment:
    units = tuple(AssignedUnit(name, name, name == restored, Span(0, 0)) for name in names)
    return Assignment(section.number, section.path, role, units, open_ended, "", Span(0, 0), "bracket")


def notes_sheet(document: Built, *placements: Placement, **fields) -> NotesSheet:
    return NotesSheet(fields.pop("front", FRONT), document.outline, document.reading, placements, **fields)


def _open(sections: list[Section], ranks: list[tuple[int, Section]], line: str, marker: str, span: Span):
    rank = next(n for n, pattern in enumerate(_DEPTHS) if re.match(pattern, marker))
    above = [(r, s) for r, s in ranks if r < rank]
    parent = above[-1][1] if above else None
    path = marker.replace("（", "(").replace("）", ")")
    annex = marker.startswith("附件") or (parent is not None and parent.annex)
    heading = line[len(marker) :].strip().split("：" if annex else "。")[0]
    section = _section(
        len(sections),
        parent.number if parent else None,
        len(above),
        marker.replace("（", "(").replace("）", ")"),
        heading,
        f"{parent.path}/{path}" if parent else path,
        span,
        annex=annex,
    )
    sections.append(section)
    return [*above, (rank, section)]


def _section(number, parent, depth, marker, heading, path, span, *, annex) -> Section:
    start = span.start + len(marker)
    heading_span = Span(start, start + len(heading))
    body = (Span(min(heading_span.end + 1, span.end), span.end),)
    return Section(
        number, parent, depth, marker, heading, path, "test", span, Span(span.start, start), heading_span, body, annex
    )


def _closed(sections: list[Section], end: int):
    """Let the span of each section reach to the end of its last descendant."""
    from dataclasses import replace

    for section in sections:
        after = (s.span.start for s in sections[section.number + 1 :] if s.depth <= section.depth)
        yield replace(section, span=Span(section.span.start, next(after, end)))
