"""Splits a list of units: A、B，C（人才办）和D等."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.spans import Span
from reader.units.assignment import AssignedUnit, Duty
from reader.units.entries import entries
from reader.units.list_places import shared_governments, whole_places
from reader.units.listed import Listed, Piece
from reader.units.shapes import Shape, kind_of, level_of, shape_of, with_level

if TYPE_CHECKING:
    from reader.units.assignment import UnitKind
    from reader.units.lexicon import Lexicon

_OPENING, _CLOSING = "（(〔［[【〈《", "）)〕］]】〉》"
_MARK = re.compile(f"[{re.escape('、，,；;。/／|｜' + _OPENING + _CLOSING)}]")
_GROUPS = frozenset("，,；;。")
_LONGEST = 3000  # characters of a list


class UnitList(NamedTuple):
    """The units of a list, how much each looks like one and what is written at it: 牵头, 配合 or *.

    ``open_ended``: it ends in 等; ``clean``: nothing stands in it but units.
    """

    units: tuple[AssignedUnit, ...]
    shapes: tuple[Shape, ...]
    marks: tuple[str, ...]
    open_ended: bool
    clean: bool

    @property
    def names_units(self) -> bool:
        """Tell whether a list without a label names units: one is known, most look like one, nothing else is there."""
        return self.clean and Shape.KNOWN in self.shapes and 2 * self.shapes.count(Shape.ODD) < len(self.shapes)

    def shifted(self, by: int) -> UnitList:
        """Return the list with all places moved."""
        units = tuple(
            [
                AssignedUnit(name, raw, restored, Span(start + by, end + by), duty, kind, group)
                for name, raw, restored, (start, end), duty, kind, group, _ in self.units
            ]
        )
        return UnitList(units, self.shapes, self.marks, self.open_ended, self.clean)


def read_list(text: str, span: Span, lexicon: Lexicon) -> UnitList:
    """Read the list that stands in ``span`` of a text into units; offsets count in that text."""
    return _read(text[span.start : min(span.end, span.start + _LONGEST)], lexicon).shifted(span.start)


@lru_cache(maxsize=4096)  # the same lists come again and again
def _read(written: str, lexicon: Lexicon) -> UnitList:
    found: list[Listed] = []
    open_ended, clean, level = False, True, ""
    for start, end, group in whole_places(written, pieces(written, Span(0, len(written)))):
        entry = entries(written[start:end], lexicon)
        open_ended |= entry.open_ended
        clean &= entry.clean
        for one in entry.names:
            name, level, shape, kind = _resolved(one.name, level, lexicon)
            where = Span(start + one.start, start + one.end)
            unit = AssignedUnit(name, one.raw, one.restored, where, Duty.RESPONSIBLE, kind, group)
            found.append(Listed(unit, Shape.KNOWN if one.restored else shape, one.mark))
    found = shared_governments(found)
    units, shapes, marks = (tuple(column) for column in zip(*found, strict=True)) if found else ((), (), ())
    return UnitList(units, shapes, marks, open_ended, clean)


@lru_cache(maxsize=8192)  # the same names come again and again
def _resolved(name: str, level: str, lexicon: Lexicon) -> tuple[str, str, Shape, UnitKind]:
    """Return the name with the level of those before it, the level for those behind it, its shape and its kind."""
    whole = with_level(name, level, lexicon)
    shape = shape_of(whole, lexicon) if whole == name else Shape.KNOWN
    return whole, level_of(whole, lexicon) or level, shape, kind_of(whole)


def pieces(text: str, span: Span) -> list[Piece]:
    """Return the stretches between the separators that stand outside brackets."""
    found: list[Piece] = []
    start, end = span
    depth = group = 0
    for mark in _MARK.finditer(text, start, end):
        character = mark[0]
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth:
            at = mark.start()
            found.append(Piece(start, at, group))
            start = at + 1
            group += character in _GROUPS
    found.append(Piece(start, end, group))
    return found
