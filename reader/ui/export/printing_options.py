"""What of the annotations is printed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from reader.ui.export.pages.read_paper import PrintChoice


class PrintOptions(QWidget):
    """Three boxes; in the print dialog of the system they are a page of their own."""

    changed = Signal(object)  # PrintChoice

    def __init__(self, choice: PrintChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("标记和批注"))
        self.marks = self._box(self.tr("印出标记"), self.tr("底纹和线；黑白打印也能区分颜色"), on=choice.marks)
        self.notes = self._box(
            self.tr("批注印在文末"), self.tr("文中加注序号，批注按序号列在正文之后"), on=choice.notes
        )
        self.outward = self._box(
            self.tr("对外稿"), self.tr("不印批注人、时间和标签，略去标“内部”的标记和批注"), on=choice.outward
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for box in (self.marks, self.notes, self.outward):
            column.addWidget(box)
            box.toggled.connect(self._tell)
        column.addStretch(1)
        self._refresh()

    def choice(self) -> PrintChoice:
        """Return what is chosen."""
        return PrintChoice(self.marks.isChecked(), self.notes.isChecked(), self.outward.isChecked())

    def _tell(self) -> None:
        self._refresh()
        self.changed.emit(self.choice())

    def _refresh(self) -> None:
        self.outward.setEnabled(self.marks.isChecked() or self.notes.isChecked())

    def _box(self, text: str, tip: str, *, on: bool) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setToolTip(tip)
        box.setChecked(on)
        return box
