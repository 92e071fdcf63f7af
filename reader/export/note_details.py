"""The named lines under a note: 责任单位, 标签, 批注人, 出处."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.local_time import local
from reader.units.tasks import RESTORED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.anchoring.anchor import Annotation
    from reader.export.choices import NoteChoice
    from reader.structure.section import Outline, Section
    from reader.units.assignment import AssignedUnit, Assignment

TAGS, AUTHOR, SOURCE, FORMER_SOURCE = "标签", "批注人", "出处", "原出处"
MOVED = "（位置有变动，待核）"

Details = tuple[tuple[str, str], ...]


def about_note(annotation: Annotation, choice: NoteChoice) -> Details:
    """Return tags and author, which stay at home by choice."""
    if choice.outward:
        return ()
    details = []
    if annotation.tags:
        details.append((TAGS, "、".join(annotation.tags)))
    if annotation.author:
        details.append((AUTHOR, f"{annotation.author}　{local(annotation.modified or annotation.created)}"))
    return tuple(details)


def responsible(outline: Outline, section: Section, assigned: Mapping[int, Sequence[Assignment]]) -> Details:
    """Return the roles and units of a section; a section without any has those of the nearest one above it."""
    for nearest in (section, *outline.ancestors(section)):
        if assignments := assigned.get(nearest.number):
            source = "" if nearest is section else f"〔据{nearest.label}〕"
            return tuple((a.role, units_in_words(a) + source) for a in assignments)
    return ()


def units_in_words(assignment: Assignment) -> str:
    """Return the units of an assignment in one line, in the order of the text."""
    return "、".join(_unit(u) for u in assignment.units) + ("等" if assignment.open_ended else "")


def _unit(unit: AssignedUnit) -> str:
    return f"{unit.name}（{RESTORED}）" if unit.restored else unit.name
