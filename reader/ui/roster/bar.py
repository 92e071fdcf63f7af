"""The row of words above the office's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

if TYPE_CHECKING:
    from reader.ui.roster.sheet import RosterSheet


class RosterBar(QWidget):
    """What can be done with the list; of use once there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paste = self._button(self.tr("粘贴"), self.tr("从 Excel 或 WPS 表格粘贴（Ctrl+V）"))
        self.open = self._button(self.tr("打开文件…"), self.tr("文本或 CSV 文件（Ctrl+O），也可以把文件拖进来"))
        self.add = self._button(self.tr("添加"), self.tr("在所选行下面添加一行（Insert）"))
        self.remove = self._button(self.tr("删除"), self.tr("删除所选行（Ctrl+-）；选中整行时也可以按 Delete"))
        self.up = self._button(self.tr("上移"), self.tr("Alt+↑；也可以在“排序”列里直接填第几位"))
        self.down = self._button(self.tr("下移"), self.tr("Alt+↓；也可以在“排序”列里直接填第几位"))
        self.sort = self._button(
            self.tr("按通行次序排"),
            self.tr("党委、人大、政府、政协、法检、群团，政府部门按机构序列；分不出先后的保持原来的次序"),
        )
        self.undo = self._button(self.tr("撤销"))
        self.redo = self._button(self.tr("重做"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.paste, self.open, self.add, self.remove, self.up, self.down, self.sort):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)

    def refresh(self, sheet: RosterSheet, *, selected: bool) -> None:
        """Let the buttons be what can be done now, and name the steps."""
        for button in (self.remove, self.up, self.down):
            button.setEnabled(selected)
        for button, keys, text in (
            (self.undo, "Ctrl+Z", sheet.undo_text()),
            (self.redo, "Ctrl+Y", sheet.redo_text()),
        ):
            button.setEnabled(text is not None)
            button.setToolTip(f"{button.text()}：{text}（{keys}）" if text else "")

    def _button(self, text: str, tip: str = "") -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        return button
