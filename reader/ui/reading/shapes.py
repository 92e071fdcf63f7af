"""What is drawn about the text: fills and lines of marks, units, finds and differences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.text.spans import Span

# Kinds of line; each tells itself apart in grey. The foot closes a fill, the strike lies over the text.
LINES = ("foot", "underline", "wavy", "double", "dotted", "strike")


class Shape(NamedTuple):
    """One stretch in Qt's positions: a fill, a line, or both (colours as #rrggbb, empty for none)."""

    start: int
    end: int
    fill: str = ""
    line: str = ""
    colour: str = ""
    key: int = 0  # the annotation it stands for
    noted: bool = False


class Band(NamedTuple):
    """Whole paragraphs in Qt's positions: a ground across the measure and a bar at its side."""

    start: int
    end: int
    fill: str = ""
    bar: str = ""  # "", single, double or dotted
    colour: str = ""
    label: str = ""  # a word behind the last line: → 现7


class Layer:
    """Shapes in order of their start; finding those in view costs a search, however many there are."""

    def __init__(self, shapes: Iterable[Shape] = ()) -> None:
        self.shapes = sorted(shapes)
        self._starts = [s.start for s in self.shapes]
        self._reach = list(accumulate((s.end for s in self.shapes), max))

    def within(self, start: int, end: int) -> Iterator[Shape]:
        """Yield the shapes that touch ``[start, end)``."""
        first = bisect_right(self._reach, start)
        for shape in self.shapes[first : bisect_left(self._starts, end)]:
            if shape.end > start:
                yield shape

    def at(self, qt_position: int) -> Shape | None:
        """Return the shortest shape over a position: the one most precisely meant."""
        return min(self.within(qt_position, qt_position + 1), key=lambda s: s.end - s.start, default=None)


class Tint(NamedTuple):
    """What a comparison has to say about a stretch of the reading text.

    Kinds for whole clauses: changed, moved, added, removed, renumbered, by topics alone (nothing answers it); inside a
    clause: cut (struck through), put (underlined), cut_key and put_key (the same where it matters: a number, a duty, a
    unit, a scope), shared (said on both sides).
    """

    span: Span
    kind: str
    label: str = ""


CLAUSE_TINTS = frozenset(("changed", "moved", "added", "removed", "renumbered", "alone"))
