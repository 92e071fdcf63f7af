"""What a list of units is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.units.assignment import AssignedUnit
    from reader.units.shapes import Shape


class Piece(NamedTuple):
    """What stands between two separators of a list; ``group`` counts the stretches that ， or ； set apart."""

    start: int
    end: int
    group: int


class Listed(NamedTuple):
    """A unit of a list, how much its name looks like one, and what is written at it: 牵头, 配合 or *."""

    unit: AssignedUnit
    shape: Shape
    mark: str
