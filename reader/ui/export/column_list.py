"""Which columns a task table has, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from reader.export.tasks_table import COLUMN_TITLES, DEFAULT_COLUMNS, TaskColumn
from reader.ui.export.ticked import ColumnDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDropEvent, QKeyEvent

    from reader.ui.theme import Theme

_COLUMN = int(Qt.ItemDataRole.UserRole)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnList(QListWidget):
    """Columns are ticked, and moved with the mouse or with Alt and the arrow keys."""

    columns_changed = Signal()

    def __init__(
        self, theme: Theme, columns: Sequence[TaskColumn] = DEFAULT_COLUMNS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._delegate = ColumnDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("列"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip(self.tr("勾选要列出的列；拖动或按 Alt+↑、Alt+↓ 调整次序"))
        self.set_columns(columns)
        self.itemChanged.connect(lambda _item: self.columns_changed.emit())

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def columns(self) -> tuple[TaskColumn, ...]:
        """Return the ticked columns in their order."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(item.data(_COLUMN) for item in items if item.checkState() == Qt.CheckState.Checked)

    def set_columns(self, columns: Sequence[TaskColumn]) -> None:
        """Tick these columns, in this order; each of the others stays where it stands by default."""
        before = self.blockSignals(True)
        self.clear()
        for column in _all(columns):
            item = QListWidgetItem(COLUMN_TITLES[column], self)
            item.setData(_COLUMN, column)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if column in columns else Qt.CheckState.Unchecked)
        self.setCurrentRow(0)
        self.blockSignals(before)
        self.columns_changed.emit()

    def step(self, by: int) -> None:
        """Move the column under the cursor up (-1) or down (1)."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.setCurrentRow(row + by)
            self.columns_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step(step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.columns_changed.emit()


def _all(columns: Sequence[TaskColumn]) -> list[TaskColumn]:
    """Return every column once: the chosen ones in their order, each other behind the one it follows by default."""
    out = list(dict.fromkeys(columns))
    before: TaskColumn | None = None
    for column in TaskColumn:
        if column not in out:
            out.insert(out.index(before) + 1 if before is not None else 0, column)
        before = column
    return out
