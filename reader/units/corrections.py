"""What the user corrected in who is responsible, laid over what was read: the reading may change, the decision stays."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment
from reader.units.placed import Home, Placed
from reader.units.roles import duty_of
from reader.units.shapes import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.structure.section import Outline, Section
    from reader.text.reading_text import ReadingText

OPS = ("add", "remove", "rename", "role", "move")


class Correction(NamedTuple):
    """One decision about one unit; offsets count in the source text, so that no better reading can move them.

    ``start`` to ``end`` is the unit's mention, empty for one that was added to a clause without a mention. ``name`` is
    the unit's name from now on, ``was`` the one it had, ``role`` its role from now on; ``to`` a place in the clause
    that an added or moved unit belongs to.
    """

    uuid: str
    op: str
    start: int
    end: int
    raw: str
    name: str
    role: str
    to: int | None = None
    made_at: str = ""
    author: str = ""
    was: str = ""


class Outcome(NamedTuple):
    """Assignments as the user wants them, and the corrections that found nothing left to change."""

    assignments: tuple[Assignment, ...]
    unmet: tuple[Correction, ...]


def apply(
    assignments: Sequence[Assignment], corrections: Iterable[Correction], reading: ReadingText, outline: Outline
) -> tuple[Assignment, ...]:
    """Return the assignments with the corrections laid over them; what the user did carries ``by_user``."""
    return outcome(assignments, corrections, reading, outline).assignments


def outcome(
    assignments: Sequence[Assignment], corrections: Iterable[Correction], reading: ReadingText, outline: Outline
) -> Outcome:
    """Apply corrections in their order.

    One whose mention is no longer read adds the unit as the user wanted it; a removal has nothing left to do then and
    is returned as unmet.
    """
    state = _State(assignments, reading, outline)
    unmet = tuple(correction for correction in corrections if not state.take(correction))
    return Outcome(state.assignments(), unmet)


def correction(
    op: str,
    unit: AssignedUnit,
    assignment: Assignment,
    reading: ReadingText,
    *,
    name: str = "",
    role: str = "",
    section: Section | None = None,
    author: str = "",
) -> Correction:
    """Return a new decision about a unit that is shown; what is not given stays as it is."""
    mention = reading.map.span_to_source(unit.span)
    to = reading.map.to_source(section.span.start) if section else None
    return _new(op, mention, unit.raw, name or unit.name, role or assignment.role, to, author, unit.name)


def addition(
    name: str, role: str, section: Section, reading: ReadingText, *, mention: Span | None = None, author: str = ""
) -> Correction:
    """Return a new decision that a clause names one more unit; ``mention`` is the selected text, if any was."""
    to = reading.map.to_source(section.span.start)
    if mention is None:
        return _new("add", Span(to, to), "", name, role, to, author)
    raw = mention.text(reading.simplified).replace("\n", "")
    return _new("add", reading.map.span_to_source(mention), raw, name, role, to, author)


def _new(
    op: str, mention: Span, raw: str, name: str, role: str, to: int | None, author: str, was: str = ""
) -> Correction:
    from uuid import uuid4  # slow to load

    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    return Correction(uuid4().hex, op, *mention, raw, name, role, to, made_at, author, was)


class _State:
    """The assignments while corrections are applied to them one after the other."""

    def __init__(self, assignments: Sequence[Assignment], reading: ReadingText, outline: Outline) -> None:
        self._reading, self._outline = reading, outline
        self._homes = [Home(assignment) for assignment in assignments]
        self._at: dict[Span, list[Placed]] = {}
        for placed in self._all():
            self._at.setdefault(placed.unit.span, []).append(placed)

    def assignments(self) -> tuple[Assignment, ...]:
        """Return the assignments as they are now, in the order of the sections; those left without units are gone."""
        left = (home.assignment() for home in self._homes if home.placed)
        return tuple(sorted(left, key=lambda assignment: assignment.section))

    def take(self, correction: Correction) -> bool:
        """Apply one correction; return whether anything is as it says now."""
        span = self._mention(correction)
        if correction.op == "add":
            self._add(correction, span)
            return True
        placed = self._find(correction, span)
        if correction.op == "remove":
            if placed is not None:
                placed.leave()
            return placed is not None
        if correction.op not in OPS:
            return False
        if placed is None or placed.home is None:
            self._add(correction, span)
        elif correction.op == "rename":
            self._rename(placed, correction.name)
        else:
            self._settle(placed, placed.home, correction)
        return True

    def _all(self) -> Iterator[Placed]:
        return (placed for home in self._homes for placed in home.placed)

    def _offset(self, source_offset: int) -> int:
        return min(max(0, self._reading.map.to_reading(source_offset)), len(self._reading.text))

    def _mention(self, correction: Correction) -> Span:
        start = self._offset(correction.start)
        if correction.op == "add" and not correction.raw:
            return Span(start, start)
        return Span(start, max(start, self._offset(correction.end)))

    def _section(self, correction: Correction) -> Section:
        return self._outline.at(self._offset(correction.start if correction.to is None else correction.to))

    def _find(self, correction: Correction, span: Span) -> Placed | None:
        """Return the unit that is meant: at this very mention, else one of the same words that overlaps it."""
        found = [placed for placed in self._at.get(span, ()) if placed.home is not None]
        if not found:
            words = {correction.raw, correction.name, correction.was} - {""}
            alike = (placed for placed in self._all() if words & {placed.unit.raw, placed.unit.name})
            found = [placed for placed in alike if self._near(placed.unit.span, span)]
        was = correction.was or ("" if correction.op == "rename" else correction.name)
        same_role = correction.op != "role"

        def likeness(placed: Placed) -> tuple[bool, ...]:
            role = placed.home.read.role if placed.home else ""
            return placed.unit.name == was, same_role and role == correction.role, placed.unit.raw == correction.raw

        return max(found, key=likeness, default=None)

    def _near(self, one: Span, other: Span) -> bool:
        """Tell whether mentions overlap, or both are none (a unit that was added) in one clause."""
        if one.start == one.end and other.start == other.end:
            return self._outline.at(one.start).number == self._outline.at(other.start).number
        return one.overlaps(other)

    def _rename(self, placed: Placed, name: str) -> None:
        unit = placed.unit
        placed.unit = unit._replace(name=name, restored=False, kind=kind_of(name), by_user=True)

    def _settle(self, placed: Placed, before: Home, correction: Correction) -> None:
        """Give a unit another role, another clause, or both."""
        role = correction.role or before.read.role
        unit = placed.unit
        duty = unit.duty if role == before.read.role else duty_of(role)
        placed.leave()
        placed.unit = unit._replace(duty=duty, by_user=True)
        if correction.op == "role":
            made = before.read._replace(role=role, units=(), open_ended=False, source="user", note=None)
        else:
            section = self._section(correction)
            made = Assignment(section.number, section.path, role, (), False, unit.raw, unit.span, "user")
        self._house(made, before).take_in(placed)

    def _add(self, correction: Correction, span: Span) -> None:
        """Add a unit, or own to the one that is read there now."""
        section, name, role = self._section(correction), correction.name or correction.raw, correction.role
        for home in self._homes:
            if (home.read.section, home.read.role) == (section.number, role):
                for placed in home.placed:
                    if placed.unit.name == name:
                        placed.unit = placed.unit._replace(by_user=True)
                        return
        unit = AssignedUnit(
            name,
            correction.raw or name,
            restored=False,
            span=span,
            duty=duty_of(role),
            kind=kind_of(name),
            by_user=True,
        )
        placed = Placed(unit)
        self._at.setdefault(span, []).append(placed)
        made = Assignment(section.number, section.path, role, (), False, unit.raw, span, "user")
        self._house(made).take_in(placed)

    def _house(self, made: Assignment, beside: Home | None = None) -> Home:
        """Return where a unit goes: the assignment of the same role it stands in, else one of the user's own."""
        for home in self._homes:
            read = home.read
            if (read.section, read.role) != (made.section, made.role) or not home.placed:
                continue
            inside = made.span.start >= read.span.start and made.span.end <= read.span.end
            if inside or (read.source == "user" and read.covers == made.covers):
                return home
        home = Home(made)
        at = self._homes.index(beside) + 1 if beside is not None and beside.read.section == made.section else None
        self._homes.insert(len(self._homes) if at is None else at, home)
        return home
