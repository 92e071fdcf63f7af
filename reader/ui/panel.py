"""What every side panel is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget


class Panel(QWidget):
    """A page of a side: content, and one sentence in its place when there is none.

    Subclasses fill ``content`` and call ``set_empty`` as their content comes and goes.
    """

    count_changed = Signal(int)  # what the tab shows beside the title; 0 shows nothing

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.content = QWidget(self)
        self._empty = QLabel(self)
        self._empty.setObjectName("emptyText")
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setWordWrap(True)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.content)
        self._stack.addWidget(self._empty)
        self.layout_ = QVBoxLayout(self.content)
        self.layout_.setContentsMargins(12, 12, 12, 0)
        self.layout_.setSpacing(8)

    def title(self) -> str:
        return self._title

    def set_empty_text(self, text: str) -> None:
        """Set the sentence that stands there when the panel is empty."""
        self._empty.setText(text)

    def empty_text(self) -> str:
        return self._empty.text()

    def set_empty(self, empty: bool) -> None:
        """Show the sentence instead of the content."""
        self._stack.setCurrentWidget(self._empty if empty else self.content)

    def is_empty(self) -> bool:
        return self._stack.currentWidget() is self._empty

    def flush(self) -> None:
        """Hand on what is typed and not yet saved; called before the document changes and before the window closes."""

    def take_focus(self) -> None:
        """Put the cursor where typing begins in this panel."""
        self.content.setFocus()
