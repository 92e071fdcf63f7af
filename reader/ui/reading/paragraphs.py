"""Which part each paragraph plays, so that it can be set as GB/T 9704-2012 sets it; no Qt.

Only paragraphs that are more than plain body text are told of: a document of a million characters has few of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.dates import only_date
from reader.text.doc_numbers import only_doc_number
from reader.text.folding import folded
from reader.text.markers import Style, marker_of
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.records import OpenDocument
    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Section


class Part(Enum):
    """What a paragraph is; ``lead`` of a Paragraph says how much of it is the heading."""

    TITLE = auto()
    LETTERHEAD = auto()
    DOC_NUMBER = auto()
    ADDRESSEES = auto()
    SIGNATURE = auto()
    IMPRINT = auto()  # 抄送, 印发
    CHAPTER = auto()
    FIRST = auto()  # 一、
    SECOND = auto()  # (一)
    THIRD = auto()  # 1.
    ARTICLE = auto()  # 第一条
    ANNEX = auto()


class Paragraph(NamedTuple):
    """A paragraph of the reading text (without its newline) and the heading it begins with."""

    span: Span
    part: Part
    lead: Span

    @property
    def bare(self) -> bool:
        """Whether the heading is the whole paragraph."""
        return self.lead.end >= self.span.end


_PARTS = {
    Style.ANNEX: Part.ANNEX,
    Style.PART: Part.CHAPTER,
    Style.CHAPTER: Part.CHAPTER,
    Style.DIVISION: Part.CHAPTER,
    Style.ARTICLE: Part.ARTICLE,
    Style.HAN: Part.FIRST,
    Style.HAN_BRACKET: Part.SECOND,
    Style.DIGIT: Part.THIRD,
}
_IMPRINT = re.compile(r"(?:抄\s*送|主\s*送|分\s*送)\s*[:：]|.{2,40}\d\s*日\s*印\s*发\s*$")
_LOOSE = 400  # paragraphs outside of all clauses that are looked at; in a text without clauses all of them are
_LONGEST = 120  # characters of a paragraph that can be a title or a signature


class Paragraphs:
    """The paragraphs of a document that are not plain body text, worked out as they are asked for."""

    def __init__(self, document: OpenDocument) -> None:
        self._text = document.reading.simplified
        self._sections = document.outline.sections
        self._loose = list(_loose(document))

    @property
    def length(self) -> int:
        """Length of the reading text."""
        return len(self._text)

    @property
    def titles(self) -> list[Paragraph]:
        return [p for p in self._loose if p.part is Part.TITLE]

    @property
    def first_title(self) -> Paragraph | None:
        """Return the last paragraph of the first title, which may be set in several."""
        found: Paragraph | None = None
        for title in self.titles:
            if found is not None and title.span.start != found.span.end + 1:
                break
            found = title
        return found

    def between(self, start: int, end: int) -> list[Paragraph]:
        """Return those that begin between two offsets, in order."""
        found = {p.span.start: p for p in self._loose if start <= p.span.start < end}
        found.update((p.span.start, p) for p in self._headings(start, end))
        return [found[at] for at in sorted(found)]

    def _headings(self, start: int, end: int) -> Iterator[Paragraph]:
        first = max(1, bisect_left(self._sections, start, key=_begin))
        for section in self._sections[first : bisect_left(self._sections, end, lo=first, key=_begin)]:
            part = _part(section.marker)
            if part is None:
                continue
            begin = section.marker_span.start
            found = self._text.find("\n", begin)
            span = Span(begin, len(self._text) if found < 0 else found)
            yield Paragraph(span, part, _lead(section, part, span, self._text))


def _begin(section: Section) -> int:
    return section.marker_span.start if section.number else 0


@lru_cache(maxsize=1024)  # markers repeat
def _part(marker: str) -> Part | None:
    found = marker_of(marker)
    return _PARTS.get(found.style) if found else None


def _lead(section: Section, part: Part, span: Span, text: str) -> Span:
    if part is Part.ARTICLE:
        return section.marker_span
    end = max(section.marker_span.end, min(section.heading_span.end, span.end))
    if text[end : end + 1] in ("。", "：", "；") and not text[end + 1 : span.end].strip():
        end += 1
    return Span(span.start, span.end if not text[end : span.end].strip() else end)


def _loose(document: OpenDocument) -> Iterator[Paragraph]:
    """Judge the paragraphs outside of all clauses: titles, letterhead, signature, imprint."""
    text, outline = document.reading.simplified, document.outline
    ends = (*outline.starts[1:], len(text))
    pieces = [Span(start, end) for start, end, n in zip(outline.starts, ends, outline.owners, strict=True) if n == 0]
    seen = 0
    for i, piece in enumerate(pieces):
        judge = _Judge(document.front, behind_body=i > 0)
        lines = list(_lines(text, piece, _LOOSE - seen))
        seen += len(lines)
        yield from judge.judged(lines, text)


def _lines(text: str, piece: Span, limit: int) -> Iterator[Span]:
    start = piece.start
    while start < piece.end and limit > 0:
        end = text.find("\n", start, piece.end)
        end = piece.end if end < 0 else end
        if end > start:
            limit -= 1
            yield Span(start, end)
        start = end + 1


class _Judge:
    """Tells the part of loose paragraphs from what the front matter says."""

    def __init__(self, front: FrontMatter, *, behind_body: bool) -> None:
        self._titles = [folded(t) for t in (front.title, front.notice_title) if t]
        self._issuers = frozenset(folded(i) for i in front.issuers)
        self._addressees = folded(front.addressees or "")
        self._behind_body = behind_body

    def judged(self, lines: list[Span], text: str) -> Iterator[Paragraph]:
        i = 0
        while i < len(lines):
            taken = self._title_lines([folded(s.text(text)) for s in lines[i : i + 4] if s.end - s.start <= _LONGEST])
            for span in lines[i : i + taken]:
                yield Paragraph(span, Part.TITLE, span)
            if not taken:
                span = lines[i]
                part = self._part(span.text(text)) if span.end - span.start <= _LONGEST * 4 else None
                if part:
                    yield Paragraph(span, part, Span(span.start, span.start))
            i += taken or 1

    def _title_lines(self, lines: list[str]) -> int:
        """Return how many of the lines make up a title: it may be set in several."""
        for title in self._titles:
            joined = ""
            for count, line in enumerate(lines, start=1):
                joined += line
                if joined == title:
                    return count
                if not title.startswith(joined):
                    break
        return 0

    def _part(self, line: str) -> Part | None:
        plain = folded(line)
        if only_doc_number(line):
            return Part.DOC_NUMBER
        if plain in self._issuers or only_date(line):
            return Part.SIGNATURE
        if plain.endswith("文件") and any(plain.startswith(i) for i in self._issuers):
            return Part.LETTERHEAD
        if _IMPRINT.match(line.strip()):
            return Part.IMPRINT
        if not self._behind_body and self._addressees and plain == self._addressees + ":":
            return Part.ADDRESSEES
        return None
