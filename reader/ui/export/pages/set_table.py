"""A table broken into lines; lengths are tenths of a point."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF

from reader.ui.export.pages.fonts import MILLIMETRE, POINT, PageFonts
from reader.ui.export.pages.set_paragraph import SetParagraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.ui.export.pages.paper import Cell, Table
    from reader.ui.export.pages.set_paragraph import SetLine

_SIDE = 1.0 * MILLIMETRE  # free at the sides of a cell
_EDGE = 2.0 * POINT  # free above and below its text


class Part(NamedTuple):
    """What of a row stands on one page: lines with their places, and the rules around its cells."""

    height: float
    lines: list[tuple[SetLine, float, float]]
    rules: list[QLineF]


class SetCell(NamedTuple):
    """The lines of a cell, from ``left`` to ``right`` of the table; ``joined`` to the cell above."""

    left: float
    right: float
    lines: tuple[SetLine, ...]
    joined: bool

    @property
    def height(self) -> float:
        return sum(line.height for line in self.lines) + 2 * _EDGE


class SetRow:
    """Cells side by side; a cell that goes on below does not make its first row higher."""

    def __init__(self, cells: Sequence[SetCell], going_on: Sequence[bool], *, whole: bool) -> None:
        self._cells = cells
        self._going_on = going_on
        self.whole = whole
        own = (cell.height for cell, goes_on in zip(cells, going_on, strict=True) if not goes_on)
        self.height = max(own, default=2 * _EDGE)

    def slices(self, room: float) -> Iterator[Part]:
        """Yield the row in one part where it is whole or there is room, else in parts of one line each."""
        if self.whole or self.height <= room:
            yield self._part(self._cells, self.height, first=True, last=True)
            return
        most = max(len(cell.lines) for cell in self._cells)
        for number in range(most):
            cells = [cell._replace(lines=cell.lines[number : number + 1]) for cell in self._cells]
            first, last = number == 0, number == most - 1
            height = max(sum(line.height for line in cell.lines) for cell in cells) + _EDGE * (first + last)
            yield self._part(cells, height, first=first, last=last)

    def _part(self, cells: Sequence[SetCell], height: float, *, first: bool, last: bool) -> Part:
        lines: list[tuple[SetLine, float, float]] = []
        rules: list[QLineF] = []
        for cell, goes_on in zip(cells, self._going_on, strict=True):
            spare = 0.0 if goes_on or not (first and last) else max(0.0, height - cell.height) / 2
            y = (_EDGE if first else 0.0) + spare
            for line in cell.lines:
                lines.append((line, cell.left + _SIDE, y))
                y += line.height
            rules.append(QLineF(cell.left, 0, cell.left, height))
            if first and not cell.joined:
                rules.append(QLineF(cell.left, 0, cell.right, 0))
            if last and not goes_on:
                rules.append(QLineF(cell.left, height, cell.right, height))
        rules.append(QLineF(cells[-1].right, 0, cells[-1].right, height))
        return Part(height, lines, rules)


class SetTable:
    """All rows of a table, set into the middle of the type area."""

    def __init__(self, table: Table, fonts: PageFonts, width: float) -> None:
        self._fonts = fonts
        self._edges = list(accumulate((one * MILLIMETRE for one in table.widths), initial=0.0))
        self.left = max(0.0, (width - self._edges[-1]) / 2)
        self.heads = sum(row.head for row in table.rows)
        self.rows = [self._row(table, number) for number in range(len(table.rows))]
        self.right = self.left + self._edges[-1]
        self.head_height = sum(row.height for row in self.rows[: self.heads])

    def _row(self, table: Table, number: int) -> SetRow:
        row = table.rows[number]
        below = table.rows[number + 1].cells if number + 1 < len(table.rows) else ()
        joined_below = {place for place, cell in _placed(below) if cell.joined}
        cells, going_on = [], []
        for place, cell in _placed(row.cells):
            cells.append(self._cell(cell, place))
            going_on.append(place in joined_below)
        return SetRow(cells, going_on, whole=row.whole)

    def _cell(self, cell: Cell, place: int) -> SetCell:
        left, right = self._edges[place], self._edges[min(place + cell.across, len(self._edges) - 1)]
        room = max(right - left - 2 * _SIDE, 10 * POINT)
        found = [] if cell.joined else [SetParagraph(p, room, self._fonts) for p in cell.paragraphs]
        return SetCell(left, right, tuple(line for one in found for line in one.lines), cell.joined)


def _placed(cells: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
    """Yield the cells with the number of the column they begin in."""
    place = 0
    for cell in cells:
        yield place, cell
        place += cell.across
