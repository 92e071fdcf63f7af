"""Which part of a document is exported: all of it, the clause in view, or one of its sections. Knows no Qt widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.ui.widgets.plain import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.anchoring.anchor import Placement
    from reader.structure.section import Outline, Section

_DEEPEST = 1  # of the sections that are offered
_LONGEST = 24  # characters
_INDENT = "　"


class PartChoice(NamedTuple):
    """A part by its name; ``sections`` with all that stands under them, None for the whole text."""

    text: str
    sections: frozenset[int] | None


def part_choices(outline: Outline, placements: Sequence[Placement], here: int | None) -> Iterator[PartChoice]:
    """Yield the whole text, the clause in view, and the upper sections in which something is marked."""
    tr = QCoreApplication.translate
    marked = {placement.section for placement in placements if placement.span is not None}
    yield PartChoice(tr("export", "全文"), None)
    if here and here < len(outline.sections) and not marked.isdisjoint(with_lower(outline, here)):
        section = outline.sections[here]
        yield PartChoice(tr("export", "当前条款：") + _name(section), with_lower(outline, here))
    for section in outline.sections[1:]:
        if section.depth > _DEEPEST:
            continue
        sections = with_lower(outline, section.number)
        if not marked.isdisjoint(sections):
            yield PartChoice(_INDENT * section.depth + _name(section), sections)


def with_lower(outline: Outline, number: int) -> frozenset[int]:
    """Return a section and all that stands under it, which comes behind it in the outline."""
    depth, behind = outline.sections[number].depth, range(number + 1, len(outline.sections))
    # One after the other: what is behind a section may be a thousand others, which are made as they are asked for.
    end = next((other for other in behind if outline.sections[other].depth <= depth), len(outline.sections))
    return frozenset(range(number, end))


def _name(section: Section) -> str:
    heading = section.heading
    return named(section.label, heading if len(heading) <= _LONGEST else heading[: _LONGEST - 1] + "…")
