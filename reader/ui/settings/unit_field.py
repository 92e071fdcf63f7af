"""The field that the name of one more unit is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

APART = "、，,；;\n\t"
_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)  # the name is not left


class UnitField(QLineEdit):
    """Enter or 、 ends a name, Esc throws it away; Backspace in the empty field goes to the last label."""

    entered = Signal(str)
    left_backwards = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(400)
        self.returnPressed.connect(lambda: self.entered.emit(self.text()))
        self.textEdited.connect(self._typed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING and self.isVisible() and self.text().strip():
            self.entered.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at_start = not self.text() or (self.cursorPosition() == 0 and not self.hasSelectedText())
        if at_start and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left):
            self.left_backwards.emit()
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            event.accept()  # the dialog stays
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # it does not press a button of the dialog

    def _typed(self, text: str) -> None:
        if text[-1:] in APART and text.strip(APART + " "):
            self.entered.emit(text)
