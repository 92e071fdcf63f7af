"""The annotated document (批注稿): the whole text, marks as shading and lines, notes as native Word comments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from reader.export.annotated_comments import Comment, add_comments, add_property, add_styles
from reader.export.annotated_lines import Line, set_lines, title_line
from reader.export.annotated_marks import Mark, Marks, MarkStyles, Stretch, line_of, over
from reader.export.annotated_origin import comment_text, text_digest
from reader.export.blocks import ORPHANS, ORPHANS_EXPLAINED
from reader.export.choices import BY_TEXT, NoteChoice, chosen
from reader.export.citation import UNTITLED
from reader.export.imprint import begin_imprint, rules
from reader.export.note_list import about
from reader.export.styles import Label
from reader.structure.section import path_label
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from reader.anchoring.anchor import Placement
    from reader.export.gongwen import Gongwen
    from reader.export.note_list import NotesSheet
    from reader.export.styles import GongwenType

NAME = "批注稿"
LEGEND = "标记说明"
_ALL = NoteChoice()
_INDENT = {"center": {"w:firstLineChars": "0", "w:firstLine": "0"}, "right": {"w:rightChars": "200", "w:right": "640"}}


def annotated_docx(
    sheet: NotesSheet,
    choice: NoteChoice = _ALL,
    type_: GongwenType | None = None,
    *,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return a .docx of the whole document with the chosen notes as comments on exactly the words they are about.

    Notes that have lost their place are comments on the title, and listed at the end. What leaves for other offices
    (``outward``) names no author, no time and no tags.
    """
    from reader.export.gongwen import Gongwen, Properties  # python-docx is slow to load

    title = sheet.title or sheet.front.title or sheet.front.notice_title or UNTITLED
    by = "" if choice.outward else author
    paper = Gongwen(Properties(title + f"（{NAME}）", about(sheet.front), by, created), type_)
    if not sheet.reading.simplified.strip():
        paper.title(title)
    _Annotated(paper, sheet, choice).write()
    return paper.bytes()


class _Annotated:
    def __init__(self, paper: Gongwen, sheet: NotesSheet, choice: NoteChoice) -> None:
        self._paper, self._choice = paper, choice
        self._text = sheet.reading.simplified
        self._digest = text_digest(sheet.reading)
        self._lines = set_lines(sheet, paper.page.text_width)
        self._styles = MarkStyles()
        self._placed: list[tuple[Placement, Span]] = []
        self._lost: list[Placement] = []
        for placement in chosen(sheet.placements, choice._replace(order=BY_TEXT)):
            if span := _on_paper(placement.span, self._lines):
                self._placed.append((placement, span))
            else:
                self._lost.append(placement)
        self._comments = tuple(self._made_comments(title_line(sheet, self._lines)))

    def write(self) -> None:
        self._write_lines([line for line in self._lines if not line.imprint])
        self._list_lost()
        self._explain()
        if imprint := [line for line in self._lines if line.imprint]:
            begin_imprint(self._paper)
            self._write_lines(imprint)
        document = self._paper.document
        if self._comments:
            add_comments(document, self._comments, self._paper.type.fonts)
        add_styles(document, self._styles.elements())
        add_property(document, self._digest)

    def _write_lines(self, lines: Iterable[Line]) -> None:
        marks = Marks(Mark(span, placement.annotation) for placement, span in self._placed)
        opening, closing = _by_edges(self._comments)
        for line in lines:
            paragraph = self._paragraph(line)
            for stretch in marks.stretches(line.span, (*line.breaks, *(line.setting.lead or ()))):
                for comment in opening.get(stretch.span.start, ()):
                    paragraph.extend(_starts(comment))
                paragraph.extend(self._runs(line, stretch))
                for comment in closing.get(stretch.span.end, ()):
                    paragraph.extend(_ends(comment))
            self._paper.add(paragraph)

    def _made_comments(self, title: Line | None) -> Iterator[Comment]:
        """Yield the comments: of marks with a note (or tags that may be seen), of lost ones on the title."""
        tags = not self._choice.outward
        on_title = [(placement, title.span) for placement in self._lost] if title else []
        said = [
            (p, span) for p, span in (*on_title, *self._placed) if p.annotation.note or (tags and p.annotation.tags)
        ]
        said.sort(key=lambda one: (one[1].start, -one[1].end))
        for number, (placement, span) in enumerate(said):
            mark = placement.annotation
            author, moment = ("", "") if self._choice.outward else (mark.author, mark.modified or mark.created)
            yield Comment(number, span, comment_text(placement, tags=tags), author, moment, mark.uuid)

    def _paragraph(self, line: Line) -> Any:
        """Return an empty paragraph, set as it is to be; what belongs to ``w:pPr`` in the order that Word asks for."""
        paragraph = self._paper.paragraph_element(line.setting.style, [])
        properties = paragraph.get_or_add_pPr()
        if line.imprint:
            rules(properties)
        if line.new_page:
            properties.append(_element("w:pageBreakBefore"))
        if line.above:
            properties.append(_element("w:spacing", {"w:before": str(line.above * self._paper.type.pitch_twips)}))
        if line.setting.align:
            properties.append(_element("w:ind", _INDENT[line.setting.align]))
        if line.setting.align:
            properties.append(_element("w:jc", {"w:val": line.setting.align}))
        return paragraph

    def _runs(self, line: Line, stretch: Stretch) -> Iterator[Any]:
        """Yield the runs of a stretch, in the type of its place and with the looks of its marks."""
        lead = line.setting.lead
        style = line.setting.lead_style if lead and lead.holds(stretch.span.start) else line.setting.style
        start, end = stretch.span
        broken = stretch.span.start in line.breaks
        made = self._paper.paragraph_element(style, ["", self._text[start:end]] if broken else [self._text[start:end]])
        marked, lined = over(stretch.marks)
        for run in made.r_lst:
            properties = run.get_or_add_rPr()
            if marked:
                properties.insert(0, _element("w:rStyle", {"w:val": self._styles.style(marked)}))
            if style == "Heading3" and style != line.setting.style and self._paper.type.bold_headings:
                properties.append(_element("w:b"))
                properties.append(_element("w:bCs"))
            if lined:
                kind, colour = line_of(lined)
                properties.append(_element("w:u", {"w:val": kind, "w:color": colour}))
            yield run

    def _list_lost(self) -> None:
        """List the notes that have lost their place behind the text, on a page of their own."""
        if not self._lost:
            return
        paper = self._paper
        heading = paper.paragraph_element("Heading1", [ORPHANS])
        heading.get_or_add_pPr().append(_element("w:pageBreakBefore"))
        paper.add(heading)
        paper.paragraph("BodyText", ORPHANS_EXPLAINED)
        for number, placement in enumerate(self._lost, 1):
            mark = placement.annotation
            paper.paragraph("Quote", Label(f"〔{number}·{mark.colour}〕"), mark.anchor.exact.strip("\n"))
            if mark.note:
                paper.paragraph("Note", Label("批注："), mark.note)
            if mark.tags and not self._choice.outward:
                paper.paragraph("Detail", Label("标签："), "、".join(mark.tags))
            if place := path_label(mark.anchor.path):
                paper.paragraph("Detail", Label("原出处："), f"{place}（批注时）")

    def _explain(self) -> None:
        """Name the marks, each in its own look: where all is printed grey they can still be told apart."""
        if not (looks := list(self._styles.legend())):
            return
        made = self._paper.paragraph_element("Detail", [[Label(f"{LEGEND}：")]])
        for number, (identity, name) in enumerate(looks):
            if number:
                made.extend(self._paper.paragraph_element("Detail", ["　"]).r_lst)
            for run in self._paper.paragraph_element("Detail", [name]).r_lst:
                run.rPr.insert(0, _element("w:rStyle", {"w:val": identity}))
                made.append(run)
        self._paper.blank()
        self._paper.add(made)


def _on_paper(span: Span | None, lines: Sequence[Line]) -> Span | None:
    """Return the part of a span that is set, without the line ends and blanks at its edges; None where nothing is."""
    if span is None:
        return None
    first = bisect_right(lines, span.start, key=lambda line: line.span.end)
    last = bisect_left(lines, span.end, key=lambda line: line.span.start) - 1
    if first > last:
        return None
    return Span(max(span.start, lines[first].span.start), min(span.end, lines[last].span.end))


def _by_edges(comments: Iterable[Comment]) -> tuple[dict[int, list[Comment]], dict[int, list[Comment]]]:
    """Return the comments by where they begin, the longest first, and by where they end, the shortest first."""
    opening: dict[int, list[Comment]] = defaultdict(list)
    closing: dict[int, list[Comment]] = defaultdict(list)
    for comment in comments:
        opening[comment.span.start].append(comment)
        closing[comment.span.end].insert(0, comment)
    return opening, closing


def _starts(comment: Comment) -> Iterator[Any]:
    number = {"w:id": str(comment.number)}
    if comment.bookmark:
        yield _element("w:bookmarkStart", {**number, "w:name": comment.bookmark})
    yield _element("w:commentRangeStart", number)


def _ends(comment: Comment) -> Iterator[Any]:
    number = {"w:id": str(comment.number)}
    yield _element("w:commentRangeEnd", number)
    if comment.bookmark:
        yield _element("w:bookmarkEnd", number)
    run, properties = _element("w:r"), _element("w:rPr")
    properties.append(_element("w:rStyle", {"w:val": "CommentReference"}))
    run.extend((properties, _element("w:commentReference", number)))
    yield run


def _element(tag: str, values: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    return OxmlElement(tag, {qn(name): value for name, value in (values or {}).items()})
