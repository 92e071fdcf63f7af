"""Which difference a note was made on, as the comparison stands now."""

from __future__ import annotations

from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.anchoring.anchor import Placement
    from reader.library.comparisons import DifferenceNote
    from reader.ui.compare.differences import Difference


class NoteText(NamedTuple):
    """A note as it stands under its difference."""

    annotation: int
    text: str
    colour: str
    author: str = ""


class NotesOfDifferences(NamedTuple):
    """The notes by the place of their difference, and those whose difference is no more."""

    by_place: Mapping[int, tuple[NoteText, ...]] = MappingProxyType({})
    lost: tuple[NoteText, ...] = ()


def notes_of(
    differences: Sequence[Difference], notes: Iterable[DifferenceNote], placements: Mapping[int, Placement] | None
) -> NotesOfDifferences:
    """Give each note to the difference it was made on: the same clauses, then the same kind and words, then the place.

    Where the ``placements`` of the two documents are known, a note that is not among them was deleted and left out.
    """
    of_left: dict[int | None, list[int]] = defaultdict(list)
    of_right: dict[int | None, list[int]] = defaultdict(list)
    for place, difference in enumerate(differences):
        if difference.left is not None:
            of_left[difference.left].append(place)
        if difference.right is not None:
            of_right[difference.right].append(place)
    of_none = [place for place, row in enumerate(differences) if row.left is None and row.right is None]
    found: dict[int, list[NoteText]] = defaultdict(list)
    lost: list[NoteText] = []
    for note in notes:
        placement = placements.get(note.annotation) if placements is not None else None
        if placement is None and placements is not None:
            continue
        around = {*of_left.get(note.left, ()), *of_right.get(note.right, ())}
        around |= set(of_none) if note.left is None and note.right is None else set()
        best = max(sorted(around), key=lambda at: _likeness(differences[at], note, placement), default=None)
        (lost if best is None else found[best]).append(_text(note, placement))
    return NotesOfDifferences({place: tuple(told) for place, told in found.items()}, tuple(lost))


def _likeness(difference: Difference, note: DifferenceNote, placement: Placement | None) -> tuple[int, ...]:
    spans = (difference.left_span, difference.right_span)
    at = placement.span.start if placement is not None and placement.span is not None else None
    return (
        (difference.left == note.left) + (difference.right == note.right),
        difference.kind == note.kind,
        bool(note.other) and note.other in (difference.old, difference.new),
        at is not None and any(span is not None and span.start <= at <= span.end for span in spans),
    )


def _text(note: DifferenceNote, placement: Placement | None) -> NoteText:
    tr = QCoreApplication.translate
    if placement is None:
        return NoteText(note.annotation, tr("compare", "有批注"), "")
    annotation = placement.annotation
    said = annotation.note or tr("compare", "标注“{0}”").format(annotation.colour)
    return NoteText(note.annotation, said, annotation.colour, annotation.author)
