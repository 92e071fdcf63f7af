"""What is to become of a paste where there is a list already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from reader.ui.roster.rows import Pasted


class PasteBar(QFrame):
    """Asks in the window, not over it; both answers can be taken back."""

    merge_requested = Signal(object)  # Pasted
    replacement_requested = Signal(object)  # Pasted
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._pasted: Pasted | None = None
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.merge = self._button(self.tr("并入现有名录"))
        self.replace = self._button(self.tr("替换整个名录"))
        self.cancel = self._button(self.tr("取消"))
        self.merge.setToolTip(self.tr("同名的单位更新，其余加在后面"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for button in (self.merge, self.replace, self.cancel):
            row.addWidget(button)
        self.merge.clicked.connect(lambda: self._answer(self.merge_requested))
        self.replace.clicked.connect(lambda: self._answer(self.replacement_requested))
        self.cancel.clicked.connect(self.dismiss)
        self.hide()

    def ask(self, pasted: Pasted) -> None:
        """Show the question, with the cursor on the answer that loses nothing."""
        self._pasted = pasted
        self._words.setText(self.tr("粘贴的内容有 {0} 个单位，怎样处理？").format(len(pasted.rows)))
        self.show()
        self.merge.setFocus()

    def dismiss(self) -> None:
        self._pasted = None
        self.hide()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _answer(self, signal: SignalInstance) -> None:
        pasted = self._pasted
        self.dismiss()
        if pasted is not None:
            signal.emit(pasted)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button
