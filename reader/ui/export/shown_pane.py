"""The preview of a file with what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from reader.ui.export.pages.view import PageView

if TYPE_CHECKING:
    from reader.ui.export.shown import Shown
    from reader.ui.theme import Theme


class ShownText(QTextBrowser):
    """Shows markup of our own; fetches nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("预览"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(12)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return None


class ShownPane(QWidget):
    """A caption over the beginning of the file, or a sentence in its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = QLabel(self)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.pages = PageView(theme, self)
        self.text = ShownText(self)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("emptyText")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self._stack = QStackedWidget(self)
        for page in (self.nothing, self.pages, self.text):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.caption)
        column.addWidget(self._stack, 1)
        self.show_nothing("")

    def show_file(self, shown: Shown) -> None:
        """Show the beginning of a file."""
        if shown.paper is not None:
            self.pages.set_paper(shown.paper)
            self._stack.setCurrentWidget(self.pages)
        else:
            if shown.markup:
                self.text.setHtml(shown.markup)
            else:
                self.text.setPlainText(shown.plain)
            self._stack.setCurrentWidget(self.text)
        self.caption.setText(self._caption(shown))

    def _caption(self, shown: Shown) -> str:
        said = self.tr("预览　共 {0} 条").format(shown.total)
        if not shown.whole:
            return said + self.tr("，这里是开头部分")
        if shown.paper is None:
            return said
        pages, there = self.pages.total, len(self.pages.pages)
        said += self.tr("，约 {0} 页").format(pages)
        return said + self.tr("，这里列出 {0} 页").format(there) if there < pages else said

    def show_nothing(self, why: str, *, captioned: bool = True) -> None:
        """Say why there is nothing to see."""
        self.caption.setText(self.tr("预览") if captioned else "")
        self.nothing.setText(why)
        self._stack.setCurrentWidget(self.nothing)

    def said(self) -> str:
        """Return the text that is shown."""
        current = self._stack.currentWidget()
        if current is self.pages:
            return self.pages.text()
        return self.text.toPlainText() if current is self.text else self.nothing.text()
