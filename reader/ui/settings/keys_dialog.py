"""Every key, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.actions import MENUS, READING, ActionSpec

if TYPE_CHECKING:
    from collections.abc import Sequence


class KeysDialog(QDialog):
    """The table of actions, for people."""

    def __init__(self, specs: Sequence[ActionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        self.resize(440, 560)
        by_id = {spec.id: spec for spec in specs}
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for title, ids in MENUS:
            rows = [by_id[one] for one in ids if one in by_id and by_id[one].keys]
            if rows:
                self._add(title, rows)
        self.list.expandAll()
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addWidget(buttons)

    def _add(self, title: str, specs: Sequence[ActionSpec]) -> None:
        group = QTreeWidgetItem(self.list, [QCoreApplication.translate("actions", title)])
        for spec in specs:
            portable = QKeySequence.SequenceFormat.PortableText
            shown = [QKeySequence(key, portable).toString(QKeySequence.SequenceFormat.NativeText) for key in spec.keys]
            keys = "、".join(shown) + (self.tr("（在正文中）") if spec.context == READING else "")
            QTreeWidgetItem(group, [QCoreApplication.translate("actions", spec.text).rstrip("…"), keys])
