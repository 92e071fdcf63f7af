"""What of the notes of a document leaves, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.anchoring.anchor import Placement
    from reader.export.citation import Form
    from reader.structure.section import Outline

COLOURS = ("重点", "疑问", "待办", "引用", "其他")  # in the order in which they are offered
INTERNAL = "内部"  # the tag of notes that other offices do not get
_INTERNAL = frozenset((INTERNAL, "內部"))
BY_TEXT, BY_COLOUR, BY_TIME = "text", "colour", "time"


class NoteChoice(NamedTuple):
    """Which annotations leave, and what is said of them; None stands for all.

    ``sections`` are meant with all that stands under them. ``outward`` leaves out authors, tags and internal notes;
    ``order`` is that of the text, or by colour or time. ``form`` is that of citations, ``units`` asks for lines of 责任单位.
    """

    colours: frozenset[str] | None = None
    tags: frozenset[str] | None = None
    styles: frozenset[str] | None = None
    only_noted: bool = False
    sections: frozenset[int] | None = None
    order: str = BY_TEXT
    outward: bool = False
    form: Form = "full"
    units: bool = True


ALL = NoteChoice()


def chosen(
    placements: Iterable[Placement], choice: NoteChoice = ALL, outline: Outline | None = None
) -> tuple[Placement, ...]:
    """Return the annotations that leave, in the order chosen; those without a place stand last.

    Without an ``outline`` the sections chosen are taken alone.
    """
    if outline is not None and choice.sections is not None:
        choice = choice._replace(sections=_with_lower(choice.sections, outline))
    return tuple(sorted((p for p in placements if _leaves(p, choice)), key=lambda p: _order(p, choice.order)))


def _with_lower(sections: frozenset[int], outline: Outline) -> frozenset[int]:
    """Return the sections and all that stand under them, which come behind them in the outline."""
    found = set(sections)
    for section in outline.sections:
        if section.parent in found and section.parent:
            found.add(section.number)
    return frozenset(found)


def _leaves(placement: Placement, choice: NoteChoice) -> bool:
    mark = placement.annotation
    return (
        (choice.colours is None or mark.colour in choice.colours)
        and (choice.tags is None or not choice.tags.isdisjoint(mark.tags))
        and (choice.styles is None or mark.style in choice.styles)
        and (not choice.only_noted or bool(mark.note.strip()))
        and (choice.sections is None or (placement.span is not None and placement.section in choice.sections))
        and not (choice.outward and any(folded(tag) in _INTERNAL for tag in mark.tags))
    )


def _order(placement: Placement, order: str) -> tuple[object, ...]:
    mark = placement.annotation
    lost = placement.span is None
    place = (placement.span or (0, 0), mark.anchor.start, mark.number)
    if order == BY_COLOUR:
        return (lost, COLOURS.index(mark.colour) if mark.colour in COLOURS else len(COLOURS), mark.colour, *place)
    return (lost, mark.created, *place) if order == BY_TIME else (lost, *place)
