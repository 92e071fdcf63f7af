"""What the desk says when nothing lies on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.theme import serif_families

_LINE = 460  # px that a sentence is wide at most


class EmptyPage(QWidget):
    """Two ways to begin, and why there is nothing where there should be something."""

    open_requested = Signal()
    library_requested = Signal()
    way_out_requested = Signal()  # what is offered where the library cannot be opened

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = self._label("emptyTitle", 1.8)
        self._hint = self._label("emptyHint", 1.0)
        self._open = QPushButton(self.tr("打开文件…"), self)
        self._open.clicked.connect(self.open_requested)
        self._library = QPushButton(self.tr("看文件库"), self)
        self._library.clicked.connect(self.library_requested)
        self._way_out = QPushButton(self)
        self._way_out.clicked.connect(self.way_out_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self._open)
        buttons.addWidget(self._library)
        buttons.addWidget(self._way_out)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(3)
        self.show_welcome()

    def show_welcome(self) -> None:
        """Offer the ways to begin."""
        self._title.setText(self.tr("打开一份公文"))
        self._say(self.tr("把文件拖到窗口里，或从文件库里挑一份。文件只留在这台电脑上。"))
        self._offer(begin=True, way_out="")

    def sentence(self) -> str:
        """Return what is said under the title."""
        return self._hint.text()

    def show_refusal(self, sentence: str, way_out: str = "") -> None:
        """Say why the library cannot be used, and offer a way out if there is one."""
        self._title.setText(self.tr("文件库打不开"))
        self._say(sentence)
        self._offer(begin=False, way_out=way_out)

    def _say(self, sentence: str) -> None:
        self._hint.setText(sentence)
        # A label that wraps asks for little width; the sentence is to fill its line first.
        width = min(_LINE, self._hint.fontMetrics().horizontalAdvance(sentence) + 8)
        self._hint.setFixedSize(width, self._hint.heightForWidth(width))

    def _offer(self, *, begin: bool, way_out: str) -> None:
        for button in (self._open, self._library):
            button.setVisible(begin)
        self._way_out.setText(way_out)
        self._way_out.setVisible(bool(way_out))

    def _label(self, name: str, size: float) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setWordWrap(True)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * size)
        if size > 1:
            font.setFamilies(serif_families())
        label.setFont(font)
        return label
