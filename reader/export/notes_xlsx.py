"""The list of notes of one document, and the outline of what was marked, as workbooks."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from reader.export.blocks import KIND_OF_LIST, NONE_CHOSEN, NOTHING, ORPHANS
from reader.export.choices import ALL
from reader.export.citation import THEN, cited_stretch, full_name
from reader.export.local_time import date_in_words, local
from reader.export.note_details import AUTHOR, FORMER_SOURCE, MOVED, SOURCE, TAGS
from reader.export.note_list import heading_line, list_notes
from reader.export.points import KIND, Point, list_points, lost_points
from reader.export.sheet_table import NUMBER, Column, SheetTable, without_empty, workbook
from reader.structure.section import path_label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from reader.export.choices import NoteChoice
    from reader.export.note_list import NoteEntry, NotesSheet
    from reader.export.styles import GongwenType
    from reader.structure.section import Section
    from reader.text.spans import Span

QUOTE, NOTE, PLACE, UNITS, COLOUR, TIME = "原文", "批注", "条款", "责任单位", "颜色", "批注时间"
PART, POINT = "所属部分", "要点"
_NOTES = (
    Column(NUMBER, 3.2, centred=True),
    Column(PLACE, 8.7),
    Column(QUOTE),
    Column(NOTE),
    Column(UNITS, 8.7),
    Column(COLOUR, 2.6, centred=True),
    Column(TAGS, 4.2, centred=True),
    Column(AUTHOR, 4.2, centred=True),
    Column(TIME, 5.2, centred=True),
)
_POINTS = (Column(NUMBER, 3.2, centred=True), Column(PART, 9.2), Column(PLACE, 11.2), Column(POINT), Column(NOTE))
_LONGEST_HEADING = 20  # characters that stand under a place


def notes_xlsx(
    sheet: NotesSheet,
    type_: GongwenType | None = None,
    *,
    choice: NoteChoice = ALL,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return an .xlsx with a row for each note; the document is cited in full above the table, in it the places alone."""
    notes = list_notes(sheet, choice)
    entries = chain(*(group.entries for group in notes.groups), notes.orphans)
    said = (_note_row(sheet, entry, choice) for entry in entries)
    rows = tuple(tuple(row[column.head] for column in _NOTES) for row in said)
    table = _table(sheet, KIND_OF_LIST, _NOTES, rows, left_out=notes.left_out)
    return workbook(table, type_, author="" if choice.outward else author, created=created)


def points_xlsx(
    sheet: NotesSheet,
    type_: GongwenType | None = None,
    *,
    choice: NoteChoice = ALL,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return an .xlsx with a row for each point, in the order of the outline."""
    rows = tuple((str(number), *row) for number, row in enumerate(_point_rows(sheet, choice), start=1))
    table = _table(sheet, KIND, _POINTS, rows, left_out=bool(sheet.placements))
    return workbook(table, type_, author="" if choice.outward else author, created=created)


def _table(
    sheet: NotesSheet, kind: str, columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...], *, left_out: bool
) -> SheetTable:
    front = sheet.front
    about = "\n".join(part for part in (full_name(front, sheet.title), date_in_words(front.issued_on)) if part)
    table = SheetTable(kind, f"{sheet.name}\n{kind}", about, columns, rows, NONE_CHOSEN if left_out else NOTHING)
    return without_empty(table, (NUMBER, PLACE, QUOTE, POINT, NOTE))


def _note_row(sheet: NotesSheet, entry: NoteEntry, choice: NoteChoice) -> dict[str, str]:
    placement, annotation = entry.placement, entry.placement.annotation
    units = (f"{name}：{units}" for name, units in entry.details if name not in (TAGS, AUTHOR, SOURCE, FORMER_SOURCE))
    if placement.span is None:
        place = f"{path_label(annotation.anchor.path)}{THEN}\n{ORPHANS}"
    else:
        section = sheet.outline.sections[placement.section]
        place = _place(sheet, section, choice, placement.span) + (MOVED if placement.status == "moved" else "")
    outward = choice.outward
    return {
        NUMBER: str(entry.number),
        PLACE: place,
        QUOTE: entry.quote,
        NOTE: entry.note,
        UNITS: "\n".join(units),
        COLOUR: entry.label,
        TAGS: "" if outward else "、".join(annotation.tags),
        AUTHOR: "" if outward else annotation.author,
        TIME: "" if outward else local(annotation.modified or annotation.created),
    }


def _point_rows(sheet: NotesSheet, choice: NoteChoice) -> Iterator[tuple[str, str, str, str]]:
    for group in list_points(sheet, choice):
        section = sheet.outline.sections[group.section]
        top = [*sheet.outline.ancestors(section)][-1:]
        place = _place(sheet, section, choice)
        named = section.heading in place
        for point in group.points or (Point("", ()),):  # the heading alone was marked
            text = point.text if named else point.marked or heading_line(section)
            yield (heading_line(top[0]) if top else "", place, text, "\n".join(point.notes))
    for point in lost_points(sheet, choice):
        yield ("", f"{point.former}\n{ORPHANS}", point.text, "\n".join(point.notes))


def _place(sheet: NotesSheet, section: Section, choice: NoteChoice, span: Span | None = None) -> str:
    """Return the place of a section, or of a stretch in it, and under it the heading where that is short."""
    if not section.number:
        return heading_line(section)
    place = cited_stretch(sheet.outline, sheet.reading.simplified, span or section.span, choice.form)
    named = 0 < len(section.heading) <= _LONGEST_HEADING and section.heading not in place
    return f"{place}\n{section.heading}" if named else place
