"""A tree or list whose rows paint themselves over one calm ground."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHoverEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from reader.ui.theme import RADIUS, Theme

_SCROLLED_BY_PIXELS = 600  # rows


class RowTree(QTreeView):
    """A row is chosen by click or Enter; the one that stands for where the reader is has a warm ground.

    Colours come from the theme; the delegate gets ``State_Selected`` for the row of the place in view and
    ``State_Open`` for an open branch.
    """

    chosen = Signal(QModelIndex)
    BAR = 0  # px, width of the red bar at the row of the place in view

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._hovered = QPersistentModelIndex()
        self._laid_out_for = 0
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self.chosen)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.viewport().update()

    def is_here(self, index: QModelIndex) -> bool:
        """Whether a row stands for the place in view."""
        return False

    def pointed_at(self, index: QModelIndex, position: QPoint) -> None:
        """Called as the mouse moves over the rows; an invalid index says that it left them."""

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        # Written anew instead of extended: the style's own row ground would lie over ours.
        rect = self.visualRect(index)
        row = QRect(0, rect.top(), self.viewport().width(), rect.height())
        here = self.is_here(index)
        self.paint_ground(painter, row, index, here=here)
        self.drawBranches(painter, QRect(0, rect.top(), rect.left(), rect.height()), index)
        cell = QStyleOptionViewItem(option)
        self.initViewItemOption(cell)
        cell.rect = rect
        cell.state = QStyle.StateFlag.State_Enabled
        if here:
            cell.state |= QStyle.StateFlag.State_Selected
        if self.isExpanded(index) and index.model().rowCount(index) > 0:
            cell.state |= QStyle.StateFlag.State_Open
        self.itemDelegate().paint(painter, cell, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:  # type: ignore[override]
        if not index.model().rowCount(index):
            return
        x, y = rect.right() - self.indentation() / 2 + 1, rect.center().y() + 0.5
        points = ((-3.5, -2), (0, 1.5), (3.5, -2)) if self.isExpanded(index) else ((-2, -3.5), (1.5, 0), (-2, 3.5))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.faint), 1.3))
        painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in points])
        painter.restore()

    def paint_ground(self, painter: QPainter, row: QRect, index: QModelIndex, *, here: bool) -> None:
        """Paint what lies under a row."""
        box = QRectF(row.adjusted(0, 1, -1, -1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if here or (self._hovered.isValid() and index == self._hovered):
            painter.setBrush(QColor(self.theme.selection if here else self.theme.hover))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if here and self.BAR:
            painter.setBrush(QColor(self.theme.red))
            painter.drawRoundedRect(QRectF(0, box.top(), self.BAR, box.height()), self.BAR / 2, self.BAR / 2)
        if self.hasFocus() and index == self.currentIndex():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.faint), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def row_width(self) -> int:
        """Return how wide a row is beside a scroll bar, whether or not there is one: heights do not depend on it."""
        return max(1, self.width() - self.verticalScrollBar().sizeHint().width())

    def expect_rows(self, count: int) -> None:
        """Scroll by pixels where all heights are soon worked out, by rows in a list of thousands.

        To be told before the model has the rows: Qt measures them all when the way of scrolling changes.
        """
        mode = QAbstractItemView.ScrollMode
        wanted = mode.ScrollPerItem if count > _SCROLLED_BY_PIXELS else mode.ScrollPerPixel
        if wanted != self.verticalScrollMode():
            self.setVerticalScrollMode(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.uniformRowHeights() and self.row_width() != self._laid_out_for:
            self._laid_out_for = self.row_width()
            self.scheduleDelayedItemsLayout()  # heights follow from the width

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            self._hover(event)
        return super().viewportEvent(event)

    def _hover(self, event: QHoverEvent) -> None:
        position = event.position().toPoint()
        index = QModelIndex() if event.type() == QEvent.Type.HoverLeave else self.indexAt(position)
        if index != self._hovered:
            self._hovered = QPersistentModelIndex(index)
            self.viewport().update()
        self.pointed_at(index, position)
