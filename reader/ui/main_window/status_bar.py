"""The foot: where I am, what is being done, and that everything is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

if TYPE_CHECKING:
    from reader.library.records import OpenDocument
    from reader.text.spans import Span
    from reader.ui.workspace import Workspace

HEIGHT = 28  # px


class StatusBar(QWidget):
    """Follows the workspace; ``work_*`` shows a job that takes long."""

    cancel_requested = Signal()
    retry_requested = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._workspace = workspace
        self._path, self._item, self._length, self._selected = (self._label() for _ in range(4))
        self._message = self._label()
        self._work = self._label()
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._cancel = self._button(self.tr("停止"))
        self._cancel.clicked.connect(self.cancel_requested)
        self._retry = self._button(self.tr("再试一次"))
        self._retry.clicked.connect(self.retry_requested)
        self._saved = self._label("savedTime")
        self._offline = self._label()
        self._offline.setText(self.tr("单机版·不联网"))
        self._lay_out()
        self.work_ended()
        self._retry.hide()
        for label in (self._path, self._item, self._length, self._selected, self._message):
            label.hide()
        workspace.document_opened.connect(lambda _number: self._show_document())
        workspace.document_closed.connect(lambda _number: self._show_document())
        workspace.section_entered.connect(lambda _number: self._show_section())
        workspace.selection_changed.connect(self._show_selection)
        workspace.saved.connect(self.show_saved)

    def show_saved(self, time: str) -> None:
        self._saved.setObjectName("savedTime")
        self._restyle(self._saved)
        self._saved.setText(self.tr("● 已保存 {0}").format(time))
        self._retry.hide()

    def show_unsaved(self, sentence: str) -> None:
        """Say what could not be saved, and offer to try again."""
        self._saved.setObjectName("unsaved")
        self._restyle(self._saved)
        self._saved.setText("▲ " + sentence)
        self._retry.show()

    def show_message(self, sentence: str) -> None:
        """Show a sentence until the next one."""
        self._say(self._message, sentence)

    def work_advanced(self, done: int, total: int, words: str) -> None:
        """Show how far a job is; a total of 0 is unknown."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._work.setText(words)
        for widget in (self._bar, self._work, self._cancel):
            widget.show()

    def work_ended(self) -> None:
        for widget in (self._bar, self._work, self._cancel):
            widget.hide()

    def now_saved(self) -> None:
        """Show that the library holds everything, as of now."""
        self.show_saved(QTime.currentTime().toString("HH:mm:ss"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(16)
        for label in (self._path, self._item, self._length, self._selected, self._message):
            row.addWidget(label)
        row.addStretch(1)
        for widget in (self._work, self._bar, self._cancel, self._saved, self._retry, self._offline):
            row.addWidget(widget)

    def _label(self, name: str | None = None) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if name is not None:
            label.setObjectName(name)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        label.setFont(font)
        return label

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @staticmethod
    def _say(label: QLabel, text: str) -> None:
        """Show a text; an empty label takes no room."""
        label.setText(text)
        label.setVisible(bool(text))

    def _restyle(self, widget: QWidget) -> None:
        widget.style().unpolish(widget)
        widget.style().polish(widget)

    def _show_document(self) -> None:
        document = self._workspace.document
        self._say(self._length, "" if document is None else self.tr("{0} 字").format(f"{document.entry.characters:,}"))
        self._say(self._message, "")
        self._show_section()

    def _show_section(self) -> None:
        document, number = self._workspace.document, self._workspace.section
        if document is None or not number or number >= len(document.outline.sections):
            self._say(self._path, "")
            self._say(self._item, "")
            return
        section = document.outline.sections[number]
        self._say(self._path, section.label)
        place, count = place_among(document, number)
        self._say(self._item, self.tr("第 {0} 项，共 {1} 项").format(place, count))

    def _show_selection(self, span: Span | None) -> None:
        self._say(self._selected, "" if span is None else self.tr("选中 {0} 字").format(span.end - span.start))


def place_among(document: OpenDocument, number: int) -> tuple[int, int]:
    """Return which of how many a section is, among those of its depth under the same heading of the first level."""
    outline = document.outline
    root_of: dict[int, int] = {}
    for section in outline.sections[1:]:
        root_of[section.number] = section.number if section.parent is None else root_of[section.parent]
    here = outline.sections[number]
    if here.parent is None:
        peers = [s.number for s in outline.sections[1:] if s.parent is None and s.annex == here.annex]
    else:
        root = root_of[number]
        peers = [n for n, r in root_of.items() if r == root and outline.sections[n].depth == here.depth]
    return peers.index(number) + 1, len(peers)
