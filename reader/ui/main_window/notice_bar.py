"""One sentence above the desk that stays until it is dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class NoticeBar(QWidget):
    """Shows a sentence, perhaps one thing to do about it, and goes away when told to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._action = QToolButton(self)
        self._action.clicked.connect(self._act)
        self._close = QToolButton(self)
        self._close.setText(self.tr("知道了"))
        self._close.clicked.connect(self.hide)
        self._answer: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    def tell(self, sentence: str, action: str | None = None, answer: Callable[[], None] | None = None) -> None:
        self._sentence.setText(sentence)
        self._answer = answer
        self._action.setText(action or "")
        self._action.setVisible(action is not None)
        self.show()

    def text(self) -> str:
        return self._sentence.text()

    def _act(self) -> None:
        self.hide()
        if self._answer is not None:
            self._answer()
