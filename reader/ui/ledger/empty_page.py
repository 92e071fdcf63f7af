"""A sentence in place of a page without content, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class EmptyPage(QWidget):
    """The buttons, one of which is shown at a time, stand below the sentence, above the middle of the page."""

    def __init__(self, sentence: QLabel, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sentence.setObjectName("secondary")
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        sentence.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 0)
        column.setSpacing(16)
        column.addWidget(sentence, 2)
        for button in buttons:
            button.setAutoDefault(False)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
