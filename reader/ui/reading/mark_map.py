"""A slim strip at the edge: where in the whole document the marks are, and where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QMouseEvent, QPaintEvent

WIDTH = 12  # px
_TICK = 8  # px wide
_TICK_HEIGHT = 3


class Tick(NamedTuple):
    """A mark as a part (0 to 1) of the document's length."""

    at: float
    colour: str


class MarkMap(QWidget):
    """Shows ticks; a click wishes to go there."""

    going_requested = Signal(float)  # part of the document's length

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._ticks: tuple[Tick, ...] = ()
        self._here: Tick | None = None
        self._known_rows: dict[int, str] = {}
        self._rows_for = -1  # the height they were worked out for

    @property
    def ticks(self) -> tuple[Tick, ...]:
        return self._ticks

    def set_ticks(self, ticks: Iterable[Tick]) -> None:
        self._ticks = tuple(ticks)
        self._rows_for = -1
        self.update()

    def set_here(self, here: Tick | None) -> None:
        """Take the place of the clause in view."""
        if here != self._here:
            self._here = here
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for y, colour in self._rows().items():
            self._draw(painter, y, colour)
        if self._here is not None:
            self._draw(painter, self._row(self._here.at), self._here.colour)

    @staticmethod
    def _draw(painter: QPainter, y: int, colour: str) -> None:
        painter.fillRect(QRectF((WIDTH - _TICK) / 2, y, _TICK, _TICK_HEIGHT), QColor(colour))

    def _rows(self) -> dict[int, str]:
        """Return the rows of pixels that show a tick: many marks share one."""
        if self._rows_for != self.height():
            self._rows_for = self.height()
            self._known_rows = {self._row(tick.at): tick.colour for tick in self._ticks}
        return self._known_rows

    def _row(self, at: float) -> int:
        return round(at * max(0, self.height() - _TICK_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.going_requested.emit(min(max(event.position().y() / max(1, self.height()), 0.0), 1.0))
