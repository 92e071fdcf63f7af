"""A mark colour as a round button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

if TYPE_CHECKING:
    from reader.ui.theme import Theme

_SIZE = 22  # px
_RADIUS = 6.0


class ColourDot(QAbstractButton):
    """Checked it has a ring; the name of the colour is its tooltip."""

    def __init__(self, colour: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleName(colour)
        self.setToolTip(colour)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.mark_line(self.colour)))
        painter.drawEllipse(middle, _RADIUS, _RADIUS)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            ring = self._theme.ink if self.isChecked() else self._theme.faint
            painter.setPen(QPen(QColor(ring), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, _RADIUS + 3, _RADIUS + 3)


class ColourDots(QWidget):
    """All mark colours in a row; ``exclusive`` lets one be checked, else any."""

    picked = Signal(str)  # the one pressed
    checked_changed = Signal(object)  # frozenset of the checked names

    def __init__(
        self, colours: tuple[str, ...], theme: Theme, *, exclusive: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exclusive = exclusive
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._dots = [ColourDot(colour, theme, self) for colour in colours]
        for dot in self._dots:
            row.addWidget(dot)
            dot.clicked.connect(lambda _=False, one=dot: self._clicked(one))

    def dot(self, colour: str) -> ColourDot:
        return next(dot for dot in self._dots if dot.colour == colour)

    def checked(self) -> frozenset[str]:
        return frozenset(dot.colour for dot in self._dots if dot.isChecked())

    def check(self, *colours: str) -> None:
        """Check just these, without telling."""
        for dot in self._dots:
            dot.setChecked(dot.colour in colours)

    def set_theme(self, theme: Theme) -> None:
        for dot in self._dots:
            dot.set_theme(theme)

    def _clicked(self, pressed: ColourDot) -> None:
        if self._exclusive:
            self.check(pressed.colour)
        self.picked.emit(pressed.colour)
        self.checked_changed.emit(self.checked())
