"""How a comparison that is kept looks in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.library.kept_rows import KEPT
from reader.ui.widgets.painting import paint_ground, smaller

if TYPE_CHECKING:
    from reader.ui.library.kept_rows import KeptRow
    from reader.ui.theme import Theme

_MARGIN, _GAP, _SMALL, _BAR = 8, 4, 0.88, 10


class KeptDelegate(QStyledItemDelegate):
    """The two titles, a line each, held together by a bracket, and under them how they were compared."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        small = QFontMetrics(smaller(option.font, _SMALL)).height()
        return QSize(0, 2 * _MARGIN + 2 * (QFontMetrics(option.font).height() + 2) + _GAP + small)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: KeptRow = index.data(KEPT)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self.theme)
        inner = rect.adjusted(_MARGIN + 4, _MARGIN, -_MARGIN, -_MARGIN)
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.ink))
        y, line = inner.top(), metrics.height() + 2
        for title in row.titles:
            text = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, inner.width() - _BAR)
            painter.drawText(QPointF(inner.left() + _BAR, y + metrics.ascent()), text)
            y += line
        painter.setPen(QColor(self.theme.faint))
        top, foot, left = inner.top() + line / 2, y - line / 2, inner.left() + 0.5
        painter.drawPolyline([QPointF(left + 5, top), QPointF(left, top), QPointF(left, foot), QPointF(left + 5, foot)])
        painter.setFont(smaller(option.font, _SMALL))
        painter.setPen(QColor(self.theme.secondary))
        small = painter.fontMetrics()
        about = small.elidedText(row.about, Qt.TextElideMode.ElideRight, inner.width() - _BAR)
        painter.drawText(QPointF(inner.left() + _BAR, y + _GAP + small.ascent()), about)
        painter.restore()
