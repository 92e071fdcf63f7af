"""What the list of notes shows, apart from how."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reader.ui.widgets.matching import FilterTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.anchoring.anchor import Annotation, Placement
    from reader.library.records import OpenDocument


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of a group: the notes of one section, or those that have lost their place."""

    section: int
    label: str
    heading: str
    count: int
    orphans: bool = False


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note with its quote as the document says it today; an orphan keeps what it once said."""

    placement: Placement
    quote: str

    @property
    def annotation(self) -> Annotation:
        return self.placement.annotation

    @property
    def number(self) -> int:
        return self.placement.annotation.number

    @property
    def orphan(self) -> bool:
        return self.placement.span is None


Row = GroupRow | NoteRow


@dataclass(frozen=True)
class NoteFilter:
    """Which notes are shown: any of the chosen values of a kind, and all of the kinds; nothing chosen shows all."""

    query: str = ""
    colours: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()

    @property
    def active(self) -> bool:
        return bool(self.query.strip() or self.colours or self.styles or self.tags)

    def keeps(self, note: Annotation) -> bool:
        """Judge by colour, style and tags; the text is for FilterTexts."""
        return (
            (not self.colours or note.colour in self.colours)
            and (not self.styles or note.style in self.styles)
            and (not self.tags or bool(self.tags.intersection(note.tags)))
        )


class NoteList:
    """The notes of one document, ready to be filtered and grouped."""

    def __init__(self, document: OpenDocument | None, placements: Iterable[Placement]) -> None:
        self._document = document
        rows = [NoteRow(p, _quote(document, p)) for p in placements] if document is not None else []
        self._rows = sorted(rows, key=_order)
        self._by_number = {row.number: row for row in self._rows}
        self._texts: FilterTexts | None = None

    def get(self, number: int) -> NoteRow | None:
        return self._by_number.get(number)

    def notes(self) -> Sequence[NoteRow]:
        """Return all notes: orphans first, then in the order of the text."""
        return self._rows

    def tags(self) -> tuple[str, ...]:
        """Return the tags in use, sorted."""
        return tuple(sorted({tag for row in self._rows for tag in row.annotation.tags}))

    def shown(self, chosen: NoteFilter, in_hand: int | None = None) -> list[NoteRow]:
        """Return the notes that pass; the one in hand stays, even when recolouring it takes it out of the filter."""
        if self._texts is None and chosen.query.strip():
            self._texts = FilterTexts([_searched(row) for row in self._rows])
        found = set(self._texts.matches(chosen.query)) if self._texts is not None else None
        return [
            row
            for i, row in enumerate(self._rows)
            if row.number == in_hand or ((found is None or i in found) and chosen.keeps(row.annotation))
        ]

    def grouped(self, notes: Iterable[NoteRow]) -> list[Row]:
        """Put the heads of the groups between the notes."""
        out: list[Row] = []
        for _, members in groupby(notes, key=lambda row: -1 if row.orphan else row.placement.section):
            group = list(members)
            out.append(self._head(group))
            out += group
        return out

    def _head(self, group: list[NoteRow]) -> GroupRow:
        number = group[0].placement.section
        if group[0].orphan:
            return GroupRow(number, "", "", len(group), orphans=True)
        sections = self._document.outline.sections if self._document is not None else ()
        if not 0 < number < len(sections):
            return GroupRow(0, "", "", len(group))
        return GroupRow(number, sections[number].label, sections[number].heading, len(group))


def parse_tags(line: str) -> tuple[str, ...]:
    """Read a line of tags, parted by commas of any kind, 、, ; or blanks; each once."""
    for separator in "、，,；;＃#":
        line = line.replace(separator, " ")
    return tuple(dict.fromkeys(line.split()))


def _quote(document: OpenDocument | None, placement: Placement) -> str:
    if document is None or placement.span is None:
        return placement.annotation.anchor.exact
    return placement.span.text(document.reading.simplified)


def _order(row: NoteRow) -> tuple[int, int, int, int]:
    span = row.placement.span
    if span is None:
        return (0, 0, row.annotation.anchor.start, row.number)
    return (1, row.placement.section, span.start, row.number)


def _searched(row: NoteRow) -> str:
    note = row.annotation
    return "\n".join((row.quote, note.note, *note.tags, note.author, note.colour))
