"""A unit as a small rounded label that can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.ui.theme import Theme, mixed
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from reader.ui.units.rows import Mention

_SIDE = 9
_HIGH = 3


class UnitChip(QAbstractButton):
    """Shows one unit; a restored name has a dotted line below, the own unit is red and says so."""

    hovered = Signal(object)  # Mention, or None when the mouse left

    def __init__(self, mention: Mention, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mention = mention
        self._theme = theme
        # Not setText: an & in a name would become a key.
        self._shown = mention.name + (self.tr(" · 本单位") if mention.own else "")
        self.setAccessibleName(self._shown)
        lines = [mention.name]
        if mention.restored:
            lines.append(self.tr("据名录还原，原文作“{0}”").format(mention.raw))
        self.setToolTip(tooltip(*lines))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def shown_text(self) -> str:
        return self._shown

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._shown) + 2 * _SIDE + 2, metrics.height() + 2 * _HIGH)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.hovered.emit(self.mention)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        colour, ground = (theme.red, theme.red_ground) if self.mention.own else (theme.unit, theme.unit_ground)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.hasFocus() or self.underMouse() or self.mention.own
        painter.setPen(QPen(QColor(mixed(colour, ground, 0.9 if strong else 0.25)), 1))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(colour))
        inner = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        text = self.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)
        if self.mention.restored:
            painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
            foot = self.rect().bottom() - _HIGH
            painter.drawLine(inner.left(), foot, inner.right(), foot)
