"""From what is known of a document to the shapes drawn about its text."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from reader.ui.reading.shapes import CLAUSE_TINTS, Band, Layer, Shape, Tint
from reader.ui.theme import mixed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument
    from reader.text.spans import Span
    from reader.ui.reading.positions import ShownText
    from reader.ui.theme import Theme
    from reader.units.assignment import Assignment


def fact_layer(document: OpenDocument, shown: ShownText, theme: Theme, *, until: int | None = None) -> Layer:
    """Units with their dotted foot (a plain one where the user corrected them), and damaged text; ``until`` is an offset behind which nothing is looked at."""
    assignments: Iterable[Assignment] = document.assignments
    if until is not None:  # they come nearly in the order of the text; the rest is drawn with all of them later
        assignments = takewhile(lambda one: one.span.start < until, assignments)
    units = [unit for one in assignments for unit in one.units if unit.span.start < unit.span.end]
    lines = ("dotted", "underline")
    shapes = [Shape(*shown.qt_span(u.span), theme.unit_ground, lines[u.by_user], theme.unit) for u in units]
    damaged = [f.span for f in document.findings if f.kind == "damaged" and f.span]
    shapes += [
        Shape(*shown.qt_span(s), theme.damaged_ground, "wavy", theme.damaged)
        for s in damaged
        if until is None or s.start < until
    ]
    return Layer(shapes)


def mark_layer(placements: Iterable[Placement], shown: ShownText, theme: Theme, *, until: int | None = None) -> Layer:
    """The annotations that have a place."""
    shapes = []
    fills = {name: theme.mark_fill(name) for name in theme.marks}
    for placement in placements:
        if placement.span is None or (until is not None and placement.span.start >= until):
            continue
        mark = placement.annotation
        plain = mark.style == "highlight"
        fill = (fills.get(mark.colour) or theme.mark_fill(mark.colour)) if plain else ""
        line = "foot" if plain else mark.style
        start, end = shown.qt_span(placement.span)
        shapes.append(Shape(start, end, fill, line, theme.mark_line(mark.colour), mark.number, bool(mark.note)))
    return Layer(shapes)


def span_layer(spans: Iterable[Span], shown: ShownText, fill: str, line: str = "", colour: str = "") -> Layer:
    """Many stretches of one look: what was found, what flashes."""
    return Layer(Shape(*shown.qt_span(span), fill, line, colour) for span in spans)


def tint_layer(tints: Iterable[Tint], shown: ShownText, theme: Theme) -> Layer:
    """What differs inside clauses: removed struck through, added underlined, on gold where it matters."""
    looks = {
        "cut": (theme.removed_ground, "strike", theme.removed),
        "put": (theme.added_ground, "foot", theme.added),
        "cut_key": (theme.changed_ground, "strike", theme.removed),
        "put_key": (theme.changed_ground, "foot", theme.added),
        "shared": ("", "underline", theme.moved),
    }
    return Layer(Shape(*shown.qt_span(t.span), *looks[t.kind]) for t in tints if t.kind in looks)


def tint_bands(tints: Iterable[Tint], shown: ShownText, theme: Theme) -> list[Band]:
    """Whole clauses that differ, in order: moved ones have a double bar, those of one side only a single one."""
    looks = {
        "changed": (mixed(theme.changed_ground, theme.paper, 0.3), "", theme.changed),
        "moved": (theme.moved_ground, "double", theme.moved),
        "added": (theme.added_ground, "single", theme.added),
        "removed": (theme.removed_ground, "single", theme.removed),
        "renumbered": ("", "", theme.secondary),
        "alone": ("", "dotted", theme.secondary),
    }
    bands = []
    for tint in tints:
        if tint.kind in CLAUSE_TINTS:
            fill, bar, colour = looks[tint.kind]
            bands.append(Band(*shown.qt_span(tint.span), fill, bar, colour, tint.label))
    return sorted(bands)
