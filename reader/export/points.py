"""The outline of what was marked (要点提纲): headings, under them the words marked, under these what was noted."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.export.blocks import Block, Kind, head, nothing, orphans
from reader.export.choices import ALL, BY_TEXT, chosen
from reader.export.citation import THEN
from reader.export.note_details import FORMER_SOURCE
from reader.export.note_list import about_lines, heading_line, new_headings
from reader.structure.section import path_label
from reader.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.anchoring.anchor import Placement
    from reader.export.choices import NoteChoice
    from reader.export.note_list import NotesSheet
    from reader.structure.section import Section
    from reader.text.spans import Span

KIND = "要点提纲"
NOTE = "批注："


class Point(NamedTuple):
    """Words that were marked with all that was noted on them, in ``text`` without what the heading has said already.

    ``marked`` are all of the words. ``former`` is where words stood that have lost their place.
    """

    text: str
    notes: tuple[str, ...]
    former: str = ""
    marked: str = ""


class PointGroup(NamedTuple):
    """The points of one section under those headings (level, text) that were not printed yet."""

    section: int
    headings: tuple[tuple[int, str], ...]
    points: tuple[Point, ...]


def list_points(sheet: NotesSheet, choice: NoteChoice = ALL) -> Iterator[PointGroup]:
    """Yield the sections with marks in the order of the outline, whatever the order of the notes chosen.

    What stands behind the items of a section, but belongs to it, comes before them: an outline names each heading once.
    """
    outline = sheet.outline
    placed = [p for p in _leaving(sheet, choice) if p.span is not None]
    placed.sort(key=lambda p: p.section)
    printed: set[int] = set()
    for number, placements in groupby(placed, lambda p: p.section):
        section = outline.sections[number]
        points = tuple(_points(sheet, placements, section))
        yield PointGroup(number, new_headings(outline, section, printed), points)


def lost_points(sheet: NotesSheet, choice: NoteChoice = ALL) -> tuple[Point, ...]:
    """Return the points that have lost their place."""
    lost = (p.annotation for p in _leaving(sheet, choice) if p.span is None)
    return tuple(
        Point(mark.anchor.exact.strip("\n"), (mark.note,) if mark.note else (), path_label(mark.anchor.path) + THEN)
        for mark in lost
    )


def points_blocks(sheet: NotesSheet, choice: NoteChoice = ALL) -> Iterator[Block]:
    """Yield the outline from its title to the points that have lost their place."""
    yield from head(sheet.name, KIND, about_lines(sheet.front))
    leaving = _leaving(sheet, choice)
    for group in list_points(sheet, choice):
        yield from (Block(Kind.HEADING, text, level=level) for level, text in group.headings)
        for point in group.points:
            yield from _point(point)
    yield from orphans(map(_point, lost_points(sheet, choice)))
    if not leaving:
        yield nothing(left_out=bool(sheet.placements))


def _leaving(sheet: NotesSheet, choice: NoteChoice) -> tuple[Placement, ...]:
    return chosen(sheet.placements, choice._replace(order=BY_TEXT), sheet.outline)


def _points(sheet: NotesSheet, placements: Iterable[Placement], section: Section) -> Iterator[Point]:
    """Yield a point for each stretch: what was marked twice has both notes under it."""
    said = {folded(heading_line(section)), folded(section.heading)} if section.number else set()
    for span, marks in groupby(placements, lambda p: p.span):
        text = span.text(sheet.reading.simplified).strip("\n") if span else ""
        notes = tuple(mark.annotation.note for mark in marks if mark.annotation.note)
        repeats = folded(text).rstrip("。:;") in said
        if notes or not repeats:
            yield Point("" if repeats or not span else _behind_heading(sheet, span, section), notes, marked=text)


def _behind_heading(sheet: NotesSheet, span: Span, section: Section) -> str:
    """Return the words of a stretch, without the heading of its section where that stands above them in full."""
    text, heading = sheet.reading.simplified, section.heading_span
    within = span.start <= heading.start < heading.end < span.end
    if section.number and within and section.heading in heading_line(section):
        return text[heading.end : span.end].lstrip("。：: 　\n").rstrip("\n")
    return span.text(text).strip("\n")


def _point(point: Point) -> Iterator[Block]:
    if point.text:
        yield Block(Kind.QUOTE, point.text)
    yield from (Block(Kind.NOTE, note, NOTE) for note in point.notes)
    if point.former:
        yield Block(Kind.DETAIL, point.former, f"{FORMER_SOURCE}：")
