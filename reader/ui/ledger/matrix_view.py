"""The matrix on screen, by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from reader.ui.ledger.heads import Corner, DocumentHead, UnitHead
from reader.ui.ledger.model import MatrixModel, MatrixRole
from reader.ui.ledger.painting import paint_counts, small

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelectionRange
    from PySide6.QtGui import QKeyEvent

    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_PAUSE = 60  # ms: who runs through the cells with the arrow keys is not answered at each
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Pick(NamedTuple):
    """What is looked into: a cell, with only a row a unit, with only a column a document."""

    row: int | None = None
    column: int | None = None


class MatrixView(QTableView):
    """Ctrl and an arrow go to the next cell that holds anything; Shift+Space takes the row, Ctrl+Space the column."""

    picked = Signal(object)  # Pick
    entered = Signal()  # Enter or a double click: on to the clauses
    copy_requested = Signal()

    def __init__(self, theme: Theme, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.units, self.documents = UnitHead(theme, model, self), DocumentHead(theme, model, self)
        self.setVerticalHeader(self.units)
        self.setHorizontalHeader(self.documents)
        self.cells = CellDelegate(theme, self)
        self.setItemDelegate(self.cells)
        self.setModel(model)
        self.corner = Corner(theme, self)
        self._dress()
        self._pick = Pick()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._tell)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._selected())
        self.selectionModel().currentChanged.connect(lambda _new, _old: self._selected())
        model.modelReset.connect(self._forget)
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    def set_theme(self, theme: Theme) -> None:
        for part in (self.cells, self.units, self.documents, self.corner):
            part.theme = theme
        self.corner.update()
        self.viewport().update()
        self.units.viewport().update()
        self.documents.viewport().update()

    def pick(self) -> Pick:
        """Return what is looked into."""
        return self._pick

    def take_row(self, row: int) -> None:
        """Look into a unit."""
        if self._model.unit_row(row) is not None and self._model.columnCount():
            self._choose(self._model.index(row, max(self.currentIndex().column(), 0)), rows=True)

    def take_column(self, column: int) -> None:
        """Look into a document."""
        row = self.currentIndex().row() if self.currentIndex().isValid() else self._first_row()
        if self._model.document(column) is not None and row >= 0:
            self._choose(self._model.index(row, column), columns=True)

    def range(self) -> tuple[list[int], list[int]]:
        """Return the rows and columns of the selection; its units may stand apart, its groups are left out."""
        rows: set[int] = set()
        columns: set[int] = set()
        for part in self._parts():
            rows.update(range(part.top(), part.bottom() + 1))
            columns.update(range(part.left(), part.right() + 1))
        return sorted(rows), sorted(columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = _STEPS.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.take_row(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Space and control:
            self.take_column(self.currentIndex().column())
        elif step is not None and control:
            self._leap(*step)
        else:
            super().keyPressEvent(event)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        frame = self.frameWidth()
        self.corner.setGeometry(frame, frame, self.units.width(), self.documents.height())

    def _leap(self, down: int, right: int) -> None:
        """Go to the next cell in a direction that holds anything."""
        here = self.currentIndex()
        row, column = here.row() + down, here.column() + right
        while 0 <= row < self._model.rowCount() and 0 <= column < self._model.columnCount():
            if self._model.matrix.cell(row, column):
                self.setCurrentIndex(self._model.index(row, column))
                return
            row, column = row + down, column + right

    def _choose(self, index: QModelIndex, *, rows: bool = False, columns: bool = False) -> None:
        flags = QItemSelectionModel.SelectionFlag
        whole = flags.Rows if rows else flags.Columns if columns else flags.NoUpdate
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(index, flags.ClearAndSelect | whole)

    def _selected(self) -> None:
        pick = self._picked()
        self.units.here = -1 if pick.row is None else pick.row
        self.documents.here = -1 if pick.column is None else pick.column
        self.units.viewport().update()
        self.documents.viewport().update()
        if pick != self._pick:
            self._pick = pick
            self._soon.start()

    def _picked(self) -> Pick:
        here, parts = self.currentIndex(), self._parts()
        if not here.isValid():
            return Pick()
        left, right = min((p.left() for p in parts), default=0), max((p.right() for p in parts), default=0)
        rows = sum(part.height() for part in parts)
        if rows == 1 and left < right == self._model.columnCount() - 1:
            return Pick(row=here.row())
        if 1 < rows >= self._model.matrix.units and left == right:  # in several parts: groups stand between them
            return Pick(column=here.column())
        return Pick(here.row(), here.column())

    def _parts(self) -> list[QItemSelectionRange]:
        parts: list[QItemSelectionRange] = list(self.selectionModel().selection())  # type: ignore[call-overload]
        return parts

    def _tell(self) -> None:
        self.picked.emit(self._pick)

    def _forget(self) -> None:
        self._pick = Pick()
        self.units.here = self.documents.here = -1
        self._soon.stop()

    def _first_row(self) -> int:
        rows = self._model.matrix.rows
        return next((number for number, row in enumerate(rows) if row.unit is not None), -1)

    def _dress(self) -> None:
        self.setAccessibleName(self.tr("责任台账：单位与文件"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget(self))  # where the scroll bars meet the style would paint one of its own


class CellDelegate(QStyledItemDelegate):
    """A cell on paper; the one under the cursor has a red frame."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self.theme, QRect(option.rect)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        unit = bool(index.flags())
        painter.fillRect(rect, QColor(theme.selection if selected else theme.paper if unit else theme.panel))
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if unit:
            painter.drawLine(rect.topRight(), rect.bottomRight())
            counts = index.data(MatrixRole.COUNTS)
            if counts:
                paint_counts(painter, rect.adjusted(8, 0, -4, 0), counts, small(option.font), theme)
            if index == self._view.currentIndex():
                painter.setPen(QPen(QColor(theme.red), 1.4))
                painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()
