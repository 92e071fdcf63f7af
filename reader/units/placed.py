"""Assignments whose units may come and go, while corrections are applied to them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.units.assignment import AssignedUnit, Assignment


class Home:
    """An assignment whose units may change."""

    def __init__(self, assignment: Assignment) -> None:
        self.read = assignment
        self.placed = [Placed(unit, self) for unit in assignment.units]

    def take_in(self, placed: Placed) -> None:
        """Put a unit where its mention stands among the others."""
        placed.home = self
        self.placed.insert(bisect_right(self.placed, placed.unit.span.start, key=lambda p: p.unit.span.start), placed)

    def assignment(self) -> Assignment:
        units = tuple(placed.unit for placed in self.placed)
        return self.read if units == self.read.units else self.read._replace(units=units)


class Placed:
    """A unit and the assignment it belongs to at the moment; None once it is removed."""

    def __init__(self, unit: AssignedUnit, home: Home | None = None) -> None:
        self.unit = unit
        self.home = home

    def leave(self) -> None:
        if self.home is not None:
            self.home.placed.remove(self)
            self.home = None
