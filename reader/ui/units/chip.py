"""A unit as a small rounded label that can be pressed, corrected and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from reader.ui.theme import Theme, mixed
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from reader.ui.units.card_text import ChipText

_SIDE = 9
_HIGH = 3
_MARK = 11  # px that the mark of a correction takes


class UnitChip(QAbstractButton):
    """Shows one unit: a restored name has a dotted line below, the own unit is red, a corrected one bears a lozenge."""

    hovered = Signal(object)  # Mention, or None when the mouse left
    edit_requested = Signal(object)  # Mention
    remove_requested = Signal(object)  # Mention
    menu_requested = Signal(object, object)  # Mention, global position

    def __init__(self, text: ChipText, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mention = text.mention
        self._theme = theme
        # Not setText: an & in a name would become a key.
        self._shown = text.shown
        self.setAccessibleName(self._shown)
        self.setAccessibleDescription("，".join(text.said[1:]))
        self.setToolTip(tooltip(*text.said))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def shown_text(self) -> str:
        return self._shown

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        mark = _MARK if self.mention.by_user else 0
        return QSize(metrics.horizontalAdvance(self._shown) + mark + 2 * _SIDE + 2, metrics.height() + 2 * _HIGH)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.hovered.emit(self.mention)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit_requested.emit(self.mention)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_requested.emit(self.mention)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.mapToGlobal(self.rect().bottomLeft())
        self.menu_requested.emit(self.mention, at)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        colour, ground = (theme.red, theme.red_ground) if self.mention.own else (theme.unit, theme.unit_ground)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.hasFocus() or self.underMouse() or self.mention.own
        painter.setPen(QPen(QColor(mixed(colour, ground, 0.9 if strong else 0.25)), 1.6 if self.hasFocus() else 1))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        inner = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        if self.mention.by_user:
            paint_lozenge(painter, QPointF(inner.left() + 3, box.center().y()), colour)
            inner.setLeft(inner.left() + _MARK)
        painter.setPen(QColor(colour))
        text = self.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, text)
        if self.mention.restored:
            painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
            foot = self.rect().bottom() - _HIGH
            painter.drawLine(inner.left(), foot, inner.right(), foot)


def paint_lozenge(painter: QPainter, centre: QPointF, colour: str) -> None:
    """Paint the mark of what the user corrected: its shape tells it apart in grey too."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([centre + QPointF(*to) for to in ((0, -4), (3.5, 0), (0, 4), (-3.5, 0))]))
    painter.restore()
