"""The first rows of a task table, as they will stand in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from reader.export.tasks_table import TaskColumn
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from reader.export.tasks_table import TaskTable

Index = QModelIndex | QPersistentModelIndex
SHOWN = 20  # rows
_LONGEST = 100  # characters of a cell that are shown
_NOWHERE = QModelIndex()
_WIDTHS = {TaskColumn.NUMBER: 36, TaskColumn.TASK: 96, TaskColumn.MEASURE: 204, TaskColumn.SOURCE: 96}  # px
_USUAL = 84
_SMALL = 0.9  # of the window's letters, so that the units are seen without scrolling
_LOOK = """
QTableView { background: palette(base); gridline-color: palette(mid); }
QTableView::item { padding: 4px; }
QAbstractScrollArea::corner { border: none; }
"""


class PreviewModel(QAbstractTableModel):
    """Long cells are cut; their tooltip has the whole text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: TaskTable | None = None
        self._rows = 0

    def set_table(self, table: TaskTable | None) -> None:
        self.beginResetModel()
        self._table = table
        self._rows = 0 if table is None else min(len(table.rows), SHOWN)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None or orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._table.heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._table is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            centred = self._table.columns[index.column()] is TaskColumn.NUMBER
            side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignTop)
        text = self._table.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(*text.split("\n"))
        if role == Qt.ItemDataRole.DisplayRole:
            return text if len(text) <= _LONGEST else text[: _LONGEST - 2] + "……"
        return None


class TaskPreview(QTableView):
    """Cells that are one in the file are one here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PreviewModel(self)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("预览"))
        self.setStyleSheet(_LOOK)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        self.setFont(font)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_table(self, table: TaskTable | None) -> None:
        self.clearSpans()
        self._model.set_table(table)
        if table is None:
            return
        for place, column in enumerate(table.columns):
            self.setColumnWidth(place, _WIDTHS.get(column, _USUAL))
        for merge in table.merges:
            last = min(merge.last, self._model.rowCount() - 1)
            if merge.first < last:
                self.setSpan(merge.first, merge.column, last - merge.first + 1, 1)
        self.resizeRowsToContents()
        for row in range(self._model.rowCount()):  # the padding of the cells is not counted in
            self.setRowHeight(row, self.rowHeight(row) + self.fontMetrics().lineSpacing())
        self.scrollToTop()
