"""What the card of the clause in view says, apart from how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.units.assignment import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.library.records import OpenDocument
    from reader.structure.section import Section
    from reader.text.spans import Span
    from reader.ui.units.background import Facts
    from reader.ui.units.decisions import Decisions
    from reader.ui.units.listing import Listing
    from reader.ui.units.rows import ClauseRow, Mention, RoleLine
    from reader.units.corrections import Correction
    from reader.units.deadlines import Deadline
    from reader.units.targets import Target

translate = QCoreApplication.translate
_READ_AT_ONCE = 20_000  # characters of a clause that are looked through while the window waits
_MOST = 12  # times or quantities that the card shows


class ChipText(NamedTuple):
    """A unit on the card: what the chip shows, and what its tooltip says."""

    mention: Mention
    shown: str
    said: tuple[str, ...]


class CardLine(NamedTuple):
    """One role on the card: its units in groups, what they answer for, and who would lead by custom."""

    role: str
    groups: tuple[tuple[ChipText, ...], ...]
    open_ended: bool
    covers: tuple[str, Span] | None = None
    by_custom: tuple[Mention, ...] = ()


class Gone(NamedTuple):
    """A unit that the user took away from the clause, and the correction that did it."""

    shown: str
    correction: Correction


class Found(NamedTuple):
    """Times or quantities of a clause as written, each with its place, and how many more there are."""

    shown: tuple[tuple[str, Span], ...] = ()
    more: int = 0

    @classmethod
    def of(cls, found: Sequence[Deadline] | Sequence[Target]) -> Found:
        return cls(tuple((one.text, one.span) for one in found[:_MOST]), max(0, len(found) - _MOST))


class CardText(NamedTuple):
    """What the card says; ``section`` is where a unit can be added; no ``deadlines`` are None where none is missed."""

    path: str
    heading: str
    section: int | None = None
    lines: tuple[CardLine, ...] = ()
    remark: str = ""
    notes: tuple[tuple[str, Span], ...] = ()
    gone: tuple[Gone, ...] = ()
    deadlines: Found | None = None
    targets: Found = Found()
    counterparts: tuple[tuple[str, Mention], ...] = ()  # units of the office's list that answer to one named here


class CardWriter:
    """Writes the card of each clause of one document."""

    def __init__(self, document: OpenDocument, listing: Listing, facts: Facts, decisions: Decisions) -> None:
        self._document = document
        self._clauses = listing.clause_of
        self._names = listing.counts("")[1]
        self._facts = facts
        self._decisions = decisions

    def answering(self, section: Section) -> int | None:
        """Return the clause whose units answer for a section: its own, else that of the nearest above."""
        chain = (section, *self._document.outline.ancestors(section))
        return next((one.number for one in chain if one.number in self._clauses), None)

    def whole(self) -> CardText:
        """Return the card of the document as a whole."""
        said = translate("units", "{0}项写明责任单位，涉及{1}家").format(len(self._clauses), self._names)
        notes = tuple(
            (translate("units", "说明：{0}").format(_bare(note.text)), note.span) for note in self._facts.notes
        )
        return CardText(translate("units", "全文"), self._document.entry.title, remark=said, notes=notes)

    def clause(self, section: Section) -> CardText:
        """Return the card of a clause."""
        row = self._clauses.get(self.answering(section) or -1)
        own = row is not None and row.section == section.number
        deadlines, targets = self._found(section)
        return CardText(
            section.label,
            section.heading,
            section.number,
            tuple(self._line(row, line) for line in row.lines) if row is not None else (),
            "" if own else self._remark(section, row),
            tuple(self._notes(section, row)),
            tuple(self._gone(one) for one in self._decisions.gone_from(section)),
            deadlines if deadlines is not None and (own or deadlines.shown) else None,
            targets,
            self._counterparts(row) if own and row is not None else (),
        )

    def _remark(self, section: Section, row: ClauseRow | None) -> str:
        if row is not None:
            return translate("units", "责任单位见上级条款 {0}").format(row.label)
        sections = self._document.outline.sections
        below = sum(section.span.holds(sections[number].span.start) for number in self._clauses)
        return (
            translate("units", "下级条款中{0}项写明责任单位").format(below)
            if below
            else translate("units", "本条未写明责任单位")
        )

    def _line(self, row: ClauseRow, line: RoleLine) -> CardLine:
        text = self._document.reading.simplified
        covers = (line.covers.text(text).strip(), line.covers) if line.covers is not None else None
        groups = tuple(tuple(self._chip(mention) for mention in group) for group in line.groups)
        return CardLine(line.role, groups, line.open_ended, covers, row.leads_by_custom(line))

    def _chip(self, mention: Mention) -> ChipText:
        place = self._facts.place(mention.name)
        shown = [
            mention.name,
            translate("units", "牵头") if mention.ranked else "",
            translate("units", "属地落实") if mention.kind == UnitKind.LOCAL else "",
            place,
            translate("units", "本单位") if mention.own else "",
        ]
        said = [mention.name, place and translate("units", "属{0}").format(place)]
        if mention.restored:
            said.append(translate("units", "据名录还原，原文作“{0}”").format(mention.raw))
        said += [told(one, self._decisions) for one in self._decisions.of(mention)]
        if mention.by_user and len(said) == 2:
            said.append(translate("units", "人工更正"))
        return ChipText(mention, " · ".join(filter(None, shown)), tuple(filter(None, said)))

    def _counterparts(self, row: ClauseRow) -> tuple[tuple[str, Mention], ...]:
        named = {mention.name for mention in row.mentions}
        found = {self._facts.counterparts.get(mention.name, ""): mention for mention in row.mentions}
        return tuple((name, mention) for name, mention in found.items() if name and name not in named)

    def _gone(self, one: Correction) -> Gone:
        target = self._decisions.target(one)
        shown = one.name or one.raw
        return Gone(translate("units", "{0} → {1}").format(shown, target.label) if target is not None else shown, one)

    def _notes(self, section: Section, row: ClauseRow | None) -> Iterator[tuple[str, Span]]:
        """Yield the notes that rank the units of a clause, stand in it, or name units for every clause behind it."""
        text = self._document.reading.simplified
        ranking = dict.fromkeys(line.note for line in row.lines if line.note is not None) if row is not None else {}
        for span in ranking:
            yield translate("units", "依“{0}”").format(_bare(span.text(text))), span
        for note in self._facts.notes:
            if note.section == section.number and note.span not in ranking:
                yield translate("units", "说明：{0}").format(_bare(note.text)), note.span
            elif note.kind == "everywhere" and note.section < section.number and not section.annex:
                yield translate("units", "另依“{0}”").format(_bare(note.text)), note.span

    def _found(self, section: Section) -> tuple[Found | None, Found]:
        """Return deadlines and quantities; a clause as long as a book is not looked through while the window waits."""
        from reader.units.deadlines import clause_deadlines
        from reader.units.targets import targets

        spans = (section.heading_span, *section.body)
        if sum(span.end - span.start for span in spans) > _READ_AT_ONCE:
            return None, Found()
        text, outline = self._document.reading.simplified, self._document.outline
        dates = clause_deadlines(text, section, outline, self._document.front.issued_on)
        return Found.of(dates), Found.of(tuple(targets(text, spans)))


def told(one: Correction, decisions: Decisions) -> str:
    """Return what a correction did, who made it and when, in one line."""
    from reader.export.local_time import local

    target = decisions.target(one)
    done = {
        "add": translate("units", "人工添加"),
        "remove": translate("units", "人工删去"),
        "rename": translate("units", "人工更正，原作“{0}”").format(one.was or one.raw),
        "role": translate("units", "人工更正责任类型为{0}").format(one.role),
        "move": translate("units", "人工移至{0}").format(target.label if target is not None else ""),
    }.get(one.op, translate("units", "人工更正"))
    return "，".join(filter(None, (done, one.author, local(one.made_at) if one.made_at else "")))


def _bare(note: str) -> str:
    return note.strip("（）()。； ")
