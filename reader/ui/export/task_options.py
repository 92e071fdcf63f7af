"""How a task table is made: order of the rows, what comes in, its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.export.tasks_table import TaskColumn, TaskTableOptions
from reader.ui.export.fields import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_TITLE = 100
_ROSTER = 1


class TaskOptions(QWidget):
    """Every choice is seen in the preview at once."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = Segments((self.tr("按条款先后"), self.tr("按单位名录")), self)
        self.order.button(_ROSTER).setToolTip(
            self.tr("按牵头单位（没有牵头单位的按责任单位）在名录里的次序；名录里没有的按通行次序")
        )
        self.members = QCheckBox(self.tr("列出专班成员单位"), self)
        self.members.setToolTip(self.tr("专班、领导小组的组长单位和成员单位，一般不算任务"))
        self.own = QCheckBox(self.tr("只列本单位"), self)
        self.own.setToolTip(self.tr("只列涉及本单位的任务；别名、曾用名和“各区政府”之类也算在内"))
        self.first_leads = QCheckBox(self.tr("首位列为牵头"), self)
        self.first_leads.setToolTip(
            self.tr("原文只写“责任单位”的，把排在首位的列为牵头单位，并在备注里注明“惯例，待核”；原文没有这样说")
        )
        self.blank_columns = QCheckBox(self.tr("保留空列"), self)
        self.blank_columns.setToolTip(self.tr("没有内容的列也列出，留待填写；“备注”总是列出"))
        self.blank_columns.setChecked(True)
        self.merged = QCheckBox(self.tr("合并单元格"), self)
        self.merged.setToolTip(self.tr("来源文件、任务类别相同的合并成一格；要在表格里排序、筛选的，不要合并"))
        self.merged.setChecked(True)
        self.title = QLineEdit(self)
        self.title.setAccessibleName(self.tr("标题"))
        self.title.setMaxLength(_LONGEST_TITLE)
        self._build()
        for box in (self.own, self.members, self.first_leads, self.blank_columns, self.merged):
            box.toggled.connect(lambda _on: self.changed.emit())
        self.order.chosen_changed.connect(lambda _number: self.changed.emit())
        self.title.textChanged.connect(lambda _text: self.changed.emit())

    def options(self, columns: Sequence[TaskColumn]) -> TaskTableOptions:
        """Return what is chosen, with these columns."""
        return TaskTableOptions(
            columns=tuple(columns),
            order="roster" if self.order.chosen() == _ROSTER else "document",
            members=self.members.isChecked(),
            first_leads=self.first_leads.isChecked(),
            blank_columns=self.blank_columns.isChecked(),
            merged=self.merged.isChecked(),
            title=self.title.text().strip(),
        )

    def propose_title(self, title: str) -> None:
        """Show which title the table has while none is typed."""
        self.title.setPlaceholderText(title)

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(QLabel(self.tr("标题"), self))
        first.addWidget(self.title, 1)
        second = QHBoxLayout()
        second.setSpacing(16)
        second.addWidget(self.order)
        for box in (self.own, self.members, self.first_leads, self.blank_columns, self.merged):
            second.addWidget(box)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
