"""A comparison with everything that is drawn of it, worked out away from the window's thread; no Qt objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.records import NEAR
from reader.ui.compare.map_marks import MapMark, map_marks
from reader.ui.compare.scroll_sync import ScrollSync
from reader.ui.compare.tinting import tints
from reader.ui.reading.extents import Extents

if TYPE_CHECKING:
    from reader.comparison.records import Comparison, Pair
    from reader.library.records import OpenDocument
    from reader.ui.reading.shapes import Tint

Sided = tuple[dict[int, str], dict[int, str]]


class Outcome(NamedTuple):
    """What came of comparing; pairs of lists and mappings are for the left and the right document."""

    comparison: Comparison
    tints: tuple[list[Tint], list[Tint]]
    marks: tuple[list[MapMark], list[MapMark]]
    badges: Sided
    sync: ScrollSync


def outcome(comparison: Comparison, left: OpenDocument, right: OpenDocument) -> Outcome:
    """Work out what is drawn of a comparison of two documents."""
    extents = tuple(Extents(d.outline, len(d.reading.text)) for d in (left, right))
    pieces = (extents[0].pieces, extents[1].pieces)
    lengths = (len(left.reading.text), len(right.reading.text))
    own = tuple(lambda n, of=of: sum(p.end - p.start for p in of(n)) for of in pieces)
    return Outcome(
        comparison,
        tints(comparison, (left.outline, right.outline), pieces),
        map_marks(comparison, pieces, lengths),
        badges(comparison),
        ScrollSync(comparison, (own[0], own[1])),
    )


def badges(comparison: Comparison) -> Sided:
    """Return what the two section trees say of each section; those that are the same have no word."""
    found: Sided = ({}, {})
    for pair in comparison.pairs:
        word = _word(pair)
        for marks, sections in zip(found, (pair.lefts, pair.rights), strict=True):
            for section in sections if word else ():
                marks.setdefault(section, word)
    for section in comparison.right_alone:
        found[1].setdefault(section, "unanswered")
    return found


def _word(pair: Pair) -> str:
    if pair.status == "same":
        return ""
    return NEAR if pair.level == NEAR else pair.status
