"""A question with two answers, each named by what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def agrees(parent: QWidget, title: str, text: str, more: str, *, yes: str, no: str) -> bool:
    """Ask, and return whether the answer was ``yes``; Esc and Enter are ``no``."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(more)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is agree
