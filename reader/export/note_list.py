"""What a list of notes says, before it takes the shape of Word, HTML or plain text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.export.citation import UNTITLED, Form, cite, plain_marker, title_in_marks
from reader.export.local_time import date_in_words, local
from reader.structure.section import Outline, Section, path_label
from reader.text.markers import Style, marker_of
from reader.units.tasks import RESTORED as RESTORED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.anchoring.anchor import Placement
    from reader.structure.front_matter import FrontMatter
    from reader.text.reading_text import ReadingText
    from reader.units.assignment import AssignedUnit, Assignment

_LEVELS = {
    Style.PART: 0,
    Style.CHAPTER: 0,
    Style.HAN: 0,
    Style.DIVISION: 1,
    Style.ARTICLE: 1,
    Style.HAN_BRACKET: 1,
    Style.DIGIT: 2,
}
_BEFORE_MARKERS = "文首"
_LONGEST_HEADING = 60  # characters; a run-in heading may be a whole paragraph


@dataclass(frozen=True)
class NotesSheet:
    """One document with its notes; ``title`` is the library's name for it where the text has none.

    ``authors`` and ``tags`` may be left out of what goes to other offices.
    """

    front: FrontMatter
    outline: Outline
    reading: ReadingText
    placements: tuple[Placement, ...]
    assignments: Sequence[Assignment] = ()
    title: str | None = None
    form: Form = "full"
    authors: bool = True
    tags: bool = True

    @cached_property
    def assigned(self) -> dict[int, list[Assignment]]:
        """Assignments by section number."""
        found: dict[int, list[Assignment]] = {}
        for assignment in self.assignments:
            found.setdefault(assignment.section, []).append(assignment)
        return found


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """One note as it is printed; ``details`` are named lines: 责任单位, 标签, 批注人, 出处."""

    number: int
    label: str
    quote: str
    note: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """The notes of one section under those headings (level, text) that were not printed yet."""

    headings: tuple[tuple[int, str], ...]
    entries: tuple[NoteEntry, ...]


@dataclass(frozen=True, slots=True)
class NoteList:
    """A whole list: heads, groups in document order, then the notes that have lost their place."""

    title: str
    about: str
    about_lines: str
    groups: tuple[NoteGroup, ...]
    orphans: tuple[NoteEntry, ...]

    @property
    def empty(self) -> bool:
        return not self.groups and not self.orphans


def list_notes(sheet: NotesSheet) -> NoteList:
    """Arrange the notes of a document by section, in the order of the text."""
    placed = [p for p in sheet.placements if p.span is not None]
    placed.sort(key=lambda p: (p.span or (0, 0), p.annotation.number))
    lost = sorted((p for p in sheet.placements if p.span is None), key=lambda p: p.annotation.anchor.start)
    groups: list[NoteGroup] = []
    printed: set[int] = set()
    number = 0
    for section, placements in _by_section(sheet.outline, placed):
        entries = tuple(_entry(sheet, section, p, n) for n, p in enumerate(placements, number + 1))
        number += len(entries)
        groups.append(NoteGroup(_headings(sheet.outline, section, printed), entries))
    orphans = tuple(_orphan(sheet, p, n) for n, p in enumerate(lost, number + 1))
    return NoteList(title_in_marks(_title(sheet)), about(sheet.front), about_lines(sheet.front), tuple(groups), orphans)


def about(front: FrontMatter) -> str:
    """Return number, issuer and date of a document in one line, as far as they are known."""
    parts = (front.doc_number, front.issuer, date_in_words(front.issued_on))
    return "　".join(part for part in parts if part)


def about_lines(front: FrontMatter) -> str:
    """Return the number, and under it issuer and date."""
    second = "　".join(part for part in (front.issuer, date_in_words(front.issued_on)) if part)
    return "\n".join(line for line in (front.doc_number, second) if line)


def heading_level(section: Section) -> int:
    """Return the level whose type the standard asks for: 一、 is 0, （一） is 1, 1. is 2, whatever stands above it."""
    marker = marker_of(section.marker)
    if marker is None:
        return 0  # annexes, and what stands before the first marker
    return _LEVELS.get(marker.style, 3)


def heading_line(section: Section) -> str:
    """Return marker and heading in one line: （一）功能定位; a heading that is a whole paragraph is cut."""
    if not section.number:
        return _BEFORE_MARKERS
    heading = section.heading
    if len(heading) > _LONGEST_HEADING:
        heading = heading[: _LONGEST_HEADING - 2] + "……"
    marker = plain_marker(section)
    return f"{marker}　{heading}".strip() if marker.startswith(("第", "附")) else marker + heading


def _title(sheet: NotesSheet) -> str:
    return sheet.title or sheet.front.title or sheet.front.notice_title or UNTITLED


def _by_section(outline: Outline, placed: Sequence[Placement]) -> Iterable[tuple[Section, list[Placement]]]:
    runs: list[tuple[Section, list[Placement]]] = []
    for placement in placed:
        if not runs or runs[-1][0].number != placement.section:
            runs.append((outline.sections[placement.section], []))
        runs[-1][1].append(placement)
    return runs


def _headings(outline: Outline, section: Section, printed: set[int]) -> tuple[tuple[int, str], ...]:
    if len(outline.sections) == 1:
        return ()
    line = [*reversed(list(outline.ancestors(section))), section]
    # A section is named again where notes of its children came between.
    new = [s for s in line if s.number not in printed or s is section]
    printed.update(s.number for s in line)
    return tuple((heading_level(s), heading_line(s)) for s in new)


def _entry(sheet: NotesSheet, section: Section, placement: Placement, number: int) -> NoteEntry:
    span = placement.span
    quote = span.text(sheet.reading.simplified) if span else placement.annotation.anchor.exact
    citation = cite(
        sheet.front,
        sheet.outline,
        section,
        title=_title(sheet),
        form=sheet.form,
        text=sheet.reading.simplified,
        offset=span.start if span else None,
    )
    if placement.status == "moved":
        citation += "（位置有变动，待核）"
    details = (*responsible(sheet, section), *_about_note(sheet, placement), ("出处", citation))
    return _noted(placement, number, quote, details)


def _orphan(sheet: NotesSheet, placement: Placement, number: int) -> NoteEntry:
    anchor = placement.annotation.anchor
    place = f"{title_in_marks(_title(sheet))}{path_label(anchor.path)}（批注时）"
    return _noted(placement, number, anchor.exact, (*_about_note(sheet, placement), ("原出处", place)))


def _noted(placement: Placement, number: int, quote: str, details: tuple[tuple[str, str], ...]) -> NoteEntry:
    annotation = placement.annotation
    return NoteEntry(number, annotation.colour, quote.strip("\n"), annotation.note, details)


def _about_note(sheet: NotesSheet, placement: Placement) -> tuple[tuple[str, str], ...]:
    annotation = placement.annotation
    details: list[tuple[str, str]] = []
    if sheet.tags and annotation.tags:
        details.append(("标签", "、".join(annotation.tags)))
    if sheet.authors and annotation.author:
        details.append(("批注人", f"{annotation.author}　{local(annotation.modified or annotation.created)}"))
    return tuple(details)


def responsible(sheet: NotesSheet, section: Section) -> tuple[tuple[str, str], ...]:
    """Return the roles and units of a section; a section without any has those of the nearest one above it."""
    for nearest in (section, *sheet.outline.ancestors(section)):
        if assignments := sheet.assigned.get(nearest.number):
            source = "" if nearest is section else f"〔据{nearest.label}〕"
            return tuple((a.role, units_in_words(a) + source) for a in assignments)
    return ()


def units_in_words(assignment: Assignment) -> str:
    """Return the units of an assignment in one line, in the order of the text."""
    return "、".join(_unit(u) for u in assignment.units) + ("等" if assignment.open_ended else "")


def _unit(unit: AssignedUnit) -> str:
    return f"{unit.name}（{RESTORED}）" if unit.restored else unit.name
