"""What stands in place of the office's list while there is none: what to paste, and an example of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXAMPLE = (
    ("全称", "规范简称", "曾用名", "排序", "上级对口部门"),
    ("杨浦区发展和改革委员会", "区发展改革委", "区计委", "1", "市发展改革委"),
    ("杨浦区科技和经济委员会", "区科技经济委", "区科委、区经委", "2", "市科委、市经济信息化委"),
)
_WIDTH = 620  # px


class EmptyPage(QWidget):
    """Says what the list is for and how it gets here; a paste works as soon as the page is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paste = QPushButton(self.tr("粘贴"), self)
        self.open = QPushButton(self.tr("打开文件…"), self)
        self.add = QPushButton(self.tr("逐个输入"), self)
        inner = QWidget(self)
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        title = self._label(self.tr("把本单位常用的单位名单粘贴到这里"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        title.setFont(font)
        column.addWidget(title)
        column.addWidget(
            self._label(self.tr("在 Excel 或 WPS 表格里选中名单（带不带表头都可以），按 Ctrl+C 复制，回到这里按 Ctrl+V。\n只有一列也行：每行一个单位。"))
        )  # fmt: skip
        column.addWidget(self._example())
        column.addWidget(
            self._label(
                self.tr(
                    "有了名录：责任台账、名单、任务分解表一律按它排序；全称、简称、曾用名认作同一单位；"
                    "读到上级部门时，提示本级与它对口的单位。"
                ),
                "secondary",
            )
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.paste, self.open, self.add):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)

    def _example(self) -> QFrame:
        frame = QFrame(self)
        frame.setObjectName("segmented")
        grid = QGridLayout(frame)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for line, cells in enumerate(_EXAMPLE):
            self._line(grid, line, cells)
        return frame

    def _line(self, grid: QGridLayout, line: int, cells: Sequence[str]) -> None:
        for column, cell in enumerate(cells):
            label = self._label(self.tr(cell) if line == 0 else cell, "secondary" if line else None)
            label.setWordWrap(False)
            grid.addWidget(label, line, column)

    def _label(self, text: str, name: str | None = None) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if name is not None:
            label.setObjectName(name)
        return label
