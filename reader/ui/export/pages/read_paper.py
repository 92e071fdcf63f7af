"""The document that is read, as it goes to the printer: with its marks, and its notes numbered behind it. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.export.annotated_lines import Line, set_lines
from reader.export.annotated_marks import LOOKS, Mark, Marks, line_of, over
from reader.export.blocks import ORPHANS
from reader.export.local_time import local
from reader.export.page import DOCUMENT
from reader.export.styles import LABEL
from reader.structure.section import path_label
from reader.text.spans import Span
from reader.ui.export.pages.paper import Paper, Paragraph, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.anchoring.anchor import Annotation, Placement
    from reader.export.note_list import NotesSheet
    from reader.export.styles import GongwenType, Style
    from reader.library.records import OpenDocument
    from reader.settings import Settings
    from reader.text.reading_text import ReadingText

NOTES, LEGEND = "批注", "标记说明："
_TITLE = "Title"
_OTHER = "其他"
_LINED = {"underline": "下划线", "wavy": "波浪线", "double": "双线"}
_NOWHERE = Span(0, 0)


class PrintChoice(NamedTuple):
    """What is printed of the annotations: the marks, the notes behind the text; ``outward`` leaves authors and tags out."""

    marks: bool = True
    notes: bool = False
    outward: bool = False


_MARKS = PrintChoice()


def printed_paper(
    sheet: NotesSheet, type_: GongwenType, choice: PrintChoice = _MARKS, text: str | None = None
) -> Paper:
    """Return the whole document; ``text`` is the reading text in the script that is shown, simplified without it.

    Notes are numbered in the order in which the words end that they are about.
    """
    return _Printed(sheet, type_, choice, text).paper()


def read_paper(
    document: OpenDocument, placements: Sequence[Placement], settings: Settings, choice: PrintChoice
) -> Paper:
    """Return a document as it is read: in the script and the type that the settings ask for."""
    from reader.export.choices import NoteChoice, chosen
    from reader.export.template import type_of
    from reader.library.exporting import notes_sheet

    leaving = chosen(placements, NoteChoice(outward=choice.outward))
    sheet = notes_sheet(document, leaving)
    return printed_paper(sheet, type_of(settings), choice, _in_script(document.reading, settings.script))


class _Printed:
    def __init__(self, sheet: NotesSheet, type_: GongwenType, choice: PrintChoice, text: str | None) -> None:
        self._sheet, self._type, self._choice = sheet, type_, choice
        self._text = sheet.reading.simplified if text is None else text
        self._page = (type_.template.page if type_.template else None) or DOCUMENT
        self._lines = set_lines(sheet, self._page.text_width)
        placed = [p for p in sheet.placements if p.span is not None]
        self._marks = Marks(Mark(p.span, p.annotation) for p in placed if p.span is not None and choice.marks)
        self._noted = [p for p in sheet.placements if choice.notes and _says(p, choice)]
        self._ends = self._numbered()
        self._looks: dict[tuple[str, str], Annotation] = {}

    def paper(self) -> Paper:
        blocks = [self._paragraph(line) for line in self._lines]
        if self._noted:
            blocks += self._notes()
        if self._looks:
            blocks += self._legend()
        return Paper(self._page, self._type, tuple(blocks), {})

    def _numbered(self) -> dict[int, list[tuple[int, Placement]]]:
        """Return the notes with their numbers by the place behind which the number stands."""
        spans = [(_end(p.span, self._lines), p) for p in self._noted if p.span is not None]
        spans.sort(key=lambda one: (one[0], one[1].annotation.number))
        found: dict[int, list[tuple[int, Placement]]] = defaultdict(list)
        for number, (end, placement) in enumerate(spans, 1):
            found[end].append((number, placement))
        return found

    def _paragraph(self, line: Line) -> Paragraph:
        style = _aligned(self._type.style(line.setting.style), line)
        above = line.above * self._type.line_pitch
        return Paragraph(style, tuple(self._pieces(line)), above, line.new_page)

    def _pieces(self, line: Line) -> Iterator[Piece]:
        lead = line.setting.lead
        ends = [end for end in self._ends if line.span.start < end < line.span.end]
        for stretch in self._marks.stretches(line.span, (*line.breaks, *(lead or ()), *ends)):
            start, end = stretch.span
            leading = lead is not None and lead.holds(start)
            style = self._type.style(line.setting.lead_style if leading else line.setting.style)
            said = self._text[start:end]
            yield self._marked(stretch.marks, "\n" + said if start in line.breaks else said, style, leading=leading)
            for number, _placement in self._ends.get(end, ()):
                yield Piece(f"〔{number}〕", raised=True)

    def _marked(self, marks: tuple[Mark, ...], text: str, style: Style, *, leading: bool) -> Piece:
        font = style.east_asian(self._type.fonts) if leading else ""
        shaded, lined = over(marks)
        ground = foot = ""
        colour = ""
        if shaded is not None and shaded.style not in _LINED:
            look = LOOKS.get(shaded.colour, LOOKS[_OTHER])
            ground, foot, colour = look.ground, look.foot, look.line
        else:
            lined = lined or shaded
        for mark in (shaded, lined):
            if mark is not None:
                self._looks.setdefault((mark.colour, mark.style if mark.style in _LINED else ""), mark)
        if lined is not None:
            foot, colour = line_of(lined)
        return Piece(text, font, bool(style.bold) and leading, ground=ground, line=foot, line_colour=colour)

    def _notes(self) -> Iterator[Paragraph]:
        yield Paragraph(self._type.style("Heading1"), (Piece(NOTES),), self._type.line_pitch)
        for numbered in self._ends.values():
            for number, placement in numbered:
                yield from self._note(f"〔{number}〕", placement.annotation)
        lost = [p.annotation for p in self._noted if p.span is None]
        if lost:
            yield Paragraph(self._type.style("Heading1"), (Piece(ORPHANS),))
            for mark in lost:
                place = path_label(mark.anchor.path)
                quote = mark.anchor.exact.strip("\n")
                yield Paragraph(
                    self._type.style("Quote"), (Piece(f"“{quote}”" + (f"（{place}，批注时）" if place else "")),)
                )
                yield from self._note("", mark)

    def _note(self, number: str, mark: Annotation) -> Iterator[Paragraph]:
        lines = mark.note.split("\n")
        yield Paragraph(self._type.style("Note"), (Piece(number), Piece(lines[0])))
        yield from (Paragraph(self._type.style("Note"), (Piece(line),)) for line in lines[1:])
        if not self._choice.outward and (about := _about(mark)):
            yield Paragraph(self._type.style("Detail"), (Piece(about),))

    def _legend(self) -> Iterator[Paragraph]:
        """Name the marks, each in its own look: where all is printed grey they can still be told apart."""
        detail, font = self._type.style("Detail"), LABEL.east_asian(self._type.fonts)
        pieces = [Piece(LEGEND, font)]
        for (colour, style), mark in list(self._looks.items()):
            name = f"{colour}·{_LINED[style]}" if style else colour
            pieces += [self._marked((Mark(_NOWHERE, mark),), name, detail, leading=False), Piece("　")]
        yield Paragraph(detail, tuple(pieces[:-1]), self._type.line_pitch)


def _in_script(reading: ReadingText, script: str) -> str:
    """Return the reading text in a script; all have the same length."""
    if script == "simplified":
        return reading.simplified
    if script == "source" or reading.traditional:
        return reading.text
    from reader.text.scripts import to_traditional  # opencc is slow to load

    return to_traditional(reading.text)


def _says(placement: Placement, choice: PrintChoice) -> bool:
    mark = placement.annotation
    return bool(mark.note.strip() or (mark.tags and not choice.outward))


def _about(mark: Annotation) -> str:
    tags = "标签：" + "、".join(mark.tags) if mark.tags else ""
    by = f"{mark.author}　{local(mark.modified or mark.created)}" if mark.author else ""
    return "　".join(filter(None, (tags, by)))


def _end(span: Span, lines: Sequence[Line]) -> int:
    """Return where the number of a note stands: at the end of its words, or of the last line of them."""
    last = bisect_left(lines, span.end, key=lambda line: line.span.start) - 1
    return min(span.end, lines[last].span.end) if last >= 0 else span.end


def _aligned(style: Style, line: Line) -> Style:
    if line.setting.style == _TITLE:
        return replace(style, after=True)
    if line.setting.align == "center":
        return replace(style, align="center", first_line=0)
    return replace(style, align="right", right=200) if line.setting.align == "right" else style
