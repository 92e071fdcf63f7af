"""A field for plain text of some lines that is saved as it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class PlainField(QPlainTextEdit):
    """Plain text only; tells when it is left, and gives up nothing that an input method still holds."""

    focus_left = Signal()
    done = Signal()  # Esc or Ctrl+Enter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Replace the text, without a signal and with the cursor where it was as far as that goes."""
        place = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def commit_preedit(self) -> None:
        """Make what is being composed part of the text: pinyin that was not yet turned into characters is better
        than a lost word.
        """
        if not self.hasFocus():
            return
        QGuiApplication.inputMethod().commit()
        composed = self.textCursor().block().layout().preeditAreaText()
        if composed:
            event = QInputMethodEvent()
            event.setCommitString(composed)
            self.inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.focus_left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (control and enter):
            self.done.emit()
            return
        super().keyPressEvent(event)
