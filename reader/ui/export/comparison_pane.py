"""The preview of a comparison's file with what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from reader.ui.export.comparison_preview import Preview

_SMALL = 0.95  # of the window's letters


class PreviewText(QTextBrowser):
    """Shows markup of our own; fetches nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("预览"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(8)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        self.document().setDefaultFont(font)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return None


class ComparisonPane(QWidget):
    """A caption over the first rows, or a sentence in their place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = QLabel(self)
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.text = PreviewText(self)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("emptyText")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.caption)
        column.addWidget(self._pages, 1)
        self.show_nothing("")

    def show_preview(self, preview: Preview) -> None:
        if preview.kind:
            told, more = self.tr("共 {0} 条").format(preview.total), self.tr("，列出前 {0} 条").format(preview.shown)
        else:
            told, more = (
                self.tr("共 {0} 处修订").format(preview.total),
                self.tr("，列出前 {0} 段").format(preview.shown),
            )
        self.caption.setText(self.tr("预览") + "　" + told + ("" if preview.whole else more))
        self.text.setHtml(preview.markup)
        self._pages.setCurrentWidget(self.text)

    def show_nothing(self, why: str) -> None:
        self.caption.setText(self.tr("预览"))
        self.nothing.setText(why)
        self._pages.setCurrentWidget(self.nothing)
