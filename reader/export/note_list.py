"""What a list of notes says, before it takes the shape of Word, HTML or plain text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from reader.export.choices import ALL, BY_COLOUR, BY_TEXT, chosen
from reader.export.citation import BEGINNING, UNTITLED, Citations, plain_marker, title_in_marks
from reader.export.local_time import date_in_words, local
from reader.export.note_details import FORMER_SOURCE, MOVED, SOURCE, about_note, responsible
from reader.text.markers import Style, marker_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.anchoring.anchor import Placement
    from reader.export.choices import NoteChoice
    from reader.export.note_details import Details
    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline, Section
    from reader.text.reading_text import ReadingText
    from reader.units.assignment import Assignment

_LEVELS = {
    Style.PART: 0,
    Style.CHAPTER: 0,
    Style.HAN: 0,
    Style.DIVISION: 1,
    Style.ARTICLE: 1,
    Style.HAN_BRACKET: 1,
    Style.DIGIT: 2,
}
_LONGEST_HEADING = 60  # characters; a run-in heading may be a whole paragraph


@dataclass(frozen=True)
class NotesSheet:
    """One document with all its notes; ``title`` is the library's name for it where the text has none."""

    front: FrontMatter
    outline: Outline
    reading: ReadingText
    placements: tuple[Placement, ...]
    assignments: Sequence[Assignment] = ()
    title: str | None = None

    @property
    def name(self) -> str:
        """The title between 《》."""
        return title_in_marks(self.title or self.front.title or self.front.notice_title or UNTITLED)

    @cached_property
    def assigned(self) -> dict[int, list[Assignment]]:
        """Assignments by section number."""
        found: dict[int, list[Assignment]] = {}
        for assignment in self.assignments:
            found.setdefault(assignment.section, []).append(assignment)
        return found


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """One note as it is printed; ``details`` are named lines: 责任单位, 标签, 批注人, 出处.

    Of ``placement`` a table takes what a list does not say.
    """

    number: int
    label: str
    quote: str
    note: str
    details: Details
    placement: Placement


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """The notes of one section under those headings (level, text) that were not printed yet; or of a colour or a day."""

    headings: tuple[tuple[int, str], ...]
    entries: tuple[NoteEntry, ...]


@dataclass(frozen=True, slots=True)
class NoteList:
    """A whole list: heads, groups in the order chosen, then the notes that have lost their place.

    ``left_out`` tells whether the document has notes that were not chosen.
    """

    title: str
    about: str
    about_lines: str
    groups: tuple[NoteGroup, ...]
    orphans: tuple[NoteEntry, ...]
    left_out: bool = False

    @property
    def empty(self) -> bool:
        return not self.groups and not self.orphans


def list_notes(sheet: NotesSheet, choice: NoteChoice = ALL) -> NoteList:
    """Arrange the notes that leave by section, in the order of the text; or by colour, or by the day they were made."""
    placements = chosen(sheet.placements, choice, sheet.outline)
    placed = [p for p in placements if p.span is not None]
    writer = _Entries(sheet, choice)
    if choice.order == BY_TEXT:
        groups = tuple(_by_section(sheet.outline, placed, writer))
    else:
        groups = tuple(_by_heading(placed, writer, _heading(choice)))
    return NoteList(
        title=sheet.name,
        about=about(sheet.front),
        about_lines=about_lines(sheet.front),
        groups=groups,
        orphans=tuple(writer.of(p) for p in placements if p.span is None),
        left_out=len(placements) < len(sheet.placements),
    )


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
        return BEGINNING
    heading = section.heading
    if len(heading) > _LONGEST_HEADING:
        heading = heading[: _LONGEST_HEADING - 2] + "……"
    marker = plain_marker(section)
    return f"{marker}　{heading}".strip() if marker.startswith(("第", "附")) else marker + heading


def new_headings(outline: Outline, section: Section, printed: set[int]) -> tuple[tuple[int, str], ...]:
    """Return level and text of the headings down to a section that were not printed yet, and of itself; note them."""
    if len(outline.sections) == 1:
        return ()
    line = [*reversed(list(outline.ancestors(section))), section]
    # A section is named again where notes of its children came between.
    new = [s for s in line if s.number not in printed or s is section]
    printed.update(s.number for s in line)
    return tuple((heading_level(s), heading_line(s)) for s in new)


def _by_section(outline: Outline, placed: Sequence[Placement], writer: _Entries) -> Iterator[NoteGroup]:
    printed: set[int] = set()
    for number, placements in groupby(placed, lambda p: p.section):
        headings = new_headings(outline, outline.sections[number], printed)
        yield NoteGroup(headings, tuple(map(writer.of, placements)))


def _by_heading(placed: Sequence[Placement], writer: _Entries, name: Callable[[Placement], str]) -> Iterator[NoteGroup]:
    for heading, placements in groupby(placed, name):
        yield NoteGroup(((0, heading),) if heading else (), tuple(map(writer.of, placements)))


def _heading(choice: NoteChoice) -> Callable[[Placement], str]:
    if choice.order == BY_COLOUR:
        return _colour
    return _nothing if choice.outward else _day


def _nothing(_placement: Placement) -> str:
    """When a note was made stays at home with its author."""
    return ""


def _colour(placement: Placement) -> str:
    return placement.annotation.colour


def _day(placement: Placement) -> str:
    return date_in_words(local(placement.annotation.created)[:10])


class _Entries:
    """Makes entries of notes, asked in the order in which they are printed: numbers and citations go by it."""

    def __init__(self, sheet: NotesSheet, choice: NoteChoice) -> None:
        self._sheet, self._choice = sheet, choice
        self._citations = Citations(sheet.front, sheet.outline, sheet.reading.simplified, sheet.title, choice.form)
        self._number = 0

    def of(self, placement: Placement) -> NoteEntry:
        """Return the entry of the next note."""
        self._number += 1
        annotation = placement.annotation
        quote = placement.span.text(self._sheet.reading.simplified) if placement.span else annotation.anchor.exact
        details = (*self._units(placement), *about_note(annotation, self._choice), self._source(placement))
        return NoteEntry(self._number, annotation.colour, quote.strip("\n"), annotation.note, details, placement)

    def _units(self, placement: Placement) -> Details:
        if placement.span is None or not self._choice.units:
            return ()
        sheet = self._sheet
        return responsible(sheet.outline, sheet.outline.sections[placement.section], sheet.assigned)

    def _source(self, placement: Placement) -> tuple[str, str]:
        if placement.span is None:
            return (FORMER_SOURCE, self._citations.former(placement.annotation.anchor.path))
        cited = self._citations.of(placement.span)
        return (SOURCE, cited + (MOVED if placement.status == "moved" else ""))
