"""How documents and columns look that can be ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.widgets.painting import paint_ground, smaller

if TYPE_CHECKING:
    from reader.library.records import Entry
    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ENTRY = int(Qt.ItemDataRole.UserRole)
FILE = ENTRY + 1  # name of the file where only that tells a document from another, else empty
_SIDE, _HIGH, _GAP, _BOX = 8, 6, 2, 14  # px
_SMALL = 0.9  # of the size of the title
_DOT = " · "


class DocumentDelegate(QStyledItemDelegate):
    """A box, the title, below it where the document is from."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self.theme)
        metrics = QFontMetrics(option.font)
        top = rect.top() + _HIGH
        box = QRectF(rect.left() + _SIDE + 0.5, top + (metrics.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        paint_box(painter, box, self.theme, ticked=is_ticked(index))
        left, width = round(box.right()) + _SIDE, rect.right() - round(box.right()) - 2 * _SIDE
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.ink if entry.units else self.theme.faint))
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QPointF(left, top + metrics.ascent()), title)
        painter.setFont(smaller(option.font, _SMALL))
        painter.setPen(QColor(self.theme.secondary if entry.units else self.theme.faint))
        line = source_line(entry, index.data(FILE), painter.fontMetrics(), width)
        painter.drawText(QPointF(left, top + metrics.height() + _GAP + painter.fontMetrics().ascent()), line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = QFontMetrics(option.font).height() + _GAP + QFontMetrics(smaller(option.font, _SMALL)).height()
        return QSize(0, high + 2 * _HIGH)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        return toggled(event, model, index)


class ColumnDelegate(QStyledItemDelegate):
    """A box and the name of a column."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self.theme)
        box = QRectF(rect.left() + _SIDE + 0.5, rect.center().y() - _BOX / 2 + 1, _BOX - 1, _BOX - 1)
        paint_box(painter, box, self.theme, ticked=is_ticked(index))
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.ink if is_ticked(index) else self.theme.secondary))
        left = round(box.right()) + _SIDE
        painter.drawText(rect.adjusted(left - rect.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, QFontMetrics(option.font).height() + 2 * _HIGH)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        return toggled(event, model, index)


def paint_box(painter: QPainter, box: QRectF, theme: Theme, *, ticked: bool) -> None:
    painter.setPen(QPen(QColor(theme.faint), 1))
    painter.setBrush(QColor(theme.field))
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        painter.setPen(QPen(QColor(theme.ink), 1.6))
        painter.drawPolyline([box.topLeft() + QPointF(x, y) for x, y in ((3, 6.8), (5.6, 9.4), (10.2, 3.8))])


def is_ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked


def toggled(event: QEvent, model: QAbstractItemModel, index: Index) -> bool:
    """Tick a row, or take its tick away, by a click anywhere in it or by the blank key."""
    clicked = (
        isinstance(event, QMouseEvent)
        and event.type() == QEvent.Type.MouseButtonRelease
        and event.button() == Qt.MouseButton.LeftButton
    )
    keyed = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
    if not clicked and not keyed:
        return False
    state = Qt.CheckState.Unchecked if is_ticked(index) else Qt.CheckState.Checked
    return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def source_line(entry: Entry, file: str, metrics: QFontMetrics, width: int) -> str:
    """Return number or issuer, how many units there are, and the file if given, in its middle as short as it must be."""
    tr = QCoreApplication.translate
    units = tr("export", "{0} 个单位").format(entry.units) if entry.units else tr("export", "未写明责任单位")
    line = _DOT.join(filter(None, (entry.doc_number or entry.issuer or entry.issued_on, units)))
    if not file:
        return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
    name = metrics.elidedText(
        file, Qt.TextElideMode.ElideMiddle, max(width - metrics.horizontalAdvance(line + _DOT), width * 3 // 5)
    )
    room = width - metrics.horizontalAdvance(_DOT + name)
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) + _DOT + name
