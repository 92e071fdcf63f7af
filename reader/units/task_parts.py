"""What belongs together in a clause: the units of one bracket, or of one stretch of text, by what they have to do."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Assignment, Duty, UnitKind
from reader.units.roles import duty_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.structure.section import Section

_IN_BRACKETS = ("bracket", "line")


def bracket_of(assignment: Assignment) -> Span | None:
    """Return where the words stand that name units and are no part of the task; None for those of a sentence."""
    cell = assignment.source == "table" and assignment.covers is not None
    return assignment.span if cell or assignment.source in _IN_BRACKETS else None


class TaskUnit(NamedTuple):
    """A unit of a task with its role as written; ``open_ended``: 等 stands behind it.

    ``group`` counts on where ， or ； sets units apart, and from one list to the next.
    """

    name: str
    role: str
    restored: bool = False
    open_ended: bool = False
    by_user: bool = False
    kind: UnitKind = UnitKind.ORGAN
    group: int = 0


class Part(NamedTuple):
    """The assignments of one stretch of a clause; without ``covers`` that is all of it."""

    covers: Span | None
    stretch: Span  # from the first sentence covered to the end of the bracket
    assignments: list[Assignment]


def parts_of(assignments: Sequence[Assignment], as_read: Sequence[Assignment], section: Section) -> list[Part]:
    """Group the assignments of a section by what they cover, in the order of the text.

    What there is to cover is told by the assignments ``as_read``: corrections leave the brackets where they are.
    """
    covered = _covered((*as_read, *assignments))
    starts = [part.stretch.start for part in covered]
    known = {part.covers: part for part in covered}
    rest: list[Assignment] = []

    def around(mention: Span, assignment: Assignment) -> tuple[int, ...]:
        """Return the places of the parts that a unit is named for; nothing where it stands beside them."""
        place = bisect_right(starts, mention.start) - 1
        if mention.end > mention.start and place >= 0 and covered[place].stretch.holds(mention.start):
            return (place,)
        for_all = assignment.source == "user" and not _is_of_body(mention, section)
        return tuple(range(len(covered))) if for_all else ()

    for assignment in assignments:
        if assignment.covers is not None:
            known[assignment.covers].assignments.append(assignment)
            continue
        named: defaultdict[tuple[int, ...], list[AssignedUnit]] = defaultdict(list)
        for unit in assignment.units:  # of the user's each for itself: one role may hold what he named here and there
            named[around(unit.span if assignment.source == "user" else assignment.span, assignment)].append(unit)
        for places, units in named.items():
            for listed in [covered[place].assignments for place in places] or [rest]:
                listed.append(assignment._replace(units=tuple(units)))
    parts = [part for part in covered if part.assignments]
    if rest:
        start = min(assignment.span.start for assignment in rest)
        parts.append(Part(None, Span(start, start), rest))
    return sorted(parts, key=lambda part: part.stretch.start)


def _covered(assignments: Iterable[Assignment]) -> list[Part]:
    """Return the parts that the brackets of a section make of it, for assignments to be put into."""
    ends: dict[Span, int] = {}
    for assignment in assignments:
        if covers := assignment.covers:
            bracket = bracket_of(assignment) or covers
            ends[covers] = max(ends.get(covers, covers.end), bracket.end)
    return [Part(covers, Span(covers.start, ends[covers]), []) for covers in sorted(ends)]


def _is_of_body(mention: Span, section: Section) -> bool:
    """Tell whether a unit is named in the text of a section: not one added without a mention, or from elsewhere."""
    return mention.end > mention.start and any(span.holds(mention.start) for span in section.body)


def duties_of(assignments: Sequence[Assignment]) -> dict[Duty, tuple[TaskUnit, ...]]:
    """Return the units by what is written of them, each once, in the order of the text; last what the user added."""
    found: defaultdict[Duty, dict[str, TaskUnit]] = defaultdict(dict)
    group = 0
    for assignment in sorted(assignments, key=lambda a: (a.source == "user", a.span.start)):
        last = assignment.units[-1]
        for unit in assignment.units:
            listed = found[_column(unit, assignment.role)]
            open_ended = assignment.open_ended and unit is last
            listed.setdefault(
                unit.name,
                TaskUnit(
                    unit.name, assignment.role, unit.restored, open_ended, unit.by_user, unit.kind, group + unit.group
                ),
            )
        group += last.group + 1
    return {duty: tuple(found[duty].values()) for duty in Duty if duty in found}


def _column(unit: AssignedUnit, role: str) -> Duty:
    """Return which of 牵头 责任 配合 is written; 责任单位 that support a lead stay 责任单位."""
    if unit.duty in (Duty.LEAD, Duty.MEMBER, Duty.GUIDE):
        return unit.duty
    written = duty_of(role)
    return written if written in (Duty.RESPONSIBLE, Duty.SUPPORT) else unit.duty


def lines_of(text: str, assignments: Sequence[Assignment], section: Section) -> tuple[Span, ...]:
    """Return the lines of a section in which assignments stand: before the first marker there are no clauses."""
    lines = {}
    for assignment in (a for a in assignments if section.span.holds(a.span.start)):
        start = text.rfind("\n", 0, assignment.span.start) + 1
        end = text.find("\n", assignment.span.start)
        lines[start] = Span(start, len(text) if end < 0 else end)
    return tuple(lines[start] for start in sorted(lines))
