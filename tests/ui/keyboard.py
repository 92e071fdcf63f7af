"""Typing Chinese: it comes from an input method, never from single keys."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_chinese(widget: QWidget, text: str) -> None:
    """Let the input method commit a text."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def compose(widget: QWidget, preedit: str) -> None:
    """Let the input method show what it has so far, uncommitted."""
    QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
