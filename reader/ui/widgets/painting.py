"""What the rows of several lists paint alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QStyle

from reader.ui.theme import RADIUS

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reader.ui.theme import Theme


def smaller(font: QFont, share: float) -> QFont:
    """Return a font of a share of the size."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * share)
    return small


def paint_line(painter: QPainter, box: QRect, text: str, colour: str) -> None:
    """Paint a text in the middle of the height of a box, and elided where the box is too narrow."""
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme, side: int = 0) -> None:
    """Paint what lies under a row that is pointed at or selected; ``side`` px stay free at its sides.

    A row is one pixel lower than its rectangle, and without room at the sides one narrower: the next begins there.
    """
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    if selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.selection if selected else theme.hover))
        ground = QRectF(option.rect).adjusted(side, 1, -(side or 1), -1)
        painter.drawRoundedRect(ground, RADIUS, RADIUS)
