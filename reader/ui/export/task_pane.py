"""The preview of a task table with what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reader.ui.export.task_preview import SHOWN, TaskPreview

if TYPE_CHECKING:
    from reader.export.tasks_table import TaskTable


class PreviewPane(QWidget):
    """A caption over the first rows, or a sentence in their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = QLabel(self)
        self.table = TaskPreview(self)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("emptyText")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self._framed = QFrame(self)
        self._framed.setObjectName("segmented")
        inside = QVBoxLayout(self._framed)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self._framed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.caption)
        column.addWidget(self._pages, 1)
        self.show_nothing("")

    def show_table(self, table: TaskTable, *, first: int | None = None) -> None:
        """Show the first rows; ``first`` is of how many documents they are where that is not all of them."""
        self.table.set_table(table)
        part = self.tr("前 {0} 份文件").format(first) if first is not None else ""
        rows = part + self.tr("共 {0} 项").format(len(table.rows))
        shown = self.tr("，列出前 {0} 项").format(SHOWN) if len(table.rows) > SHOWN else ""
        self.caption.setText(self.tr("预览") + "　" + rows + shown)
        self._pages.setCurrentWidget(self._framed)

    def show_nothing(self, why: str) -> None:
        self.table.set_table(None)
        self.caption.setText(self.tr("预览"))
        self.nothing.setText(why)
        self._pages.setCurrentWidget(self.nothing)
