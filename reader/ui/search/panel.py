"""The panel 查找: what the box in the head bar found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QTreeView, QWidget

from reader.text.spans import Span
from reader.ui.panel import Panel
from reader.ui.search.delegate import SearchDelegate
from reader.ui.search.model import Group, Hit, SearchModel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reader.library.records import SearchResult
    from reader.ui.jobs import JobRunner
    from reader.ui.theme import Theme
    from reader.ui.workspace import Workspace

_ALL_OPEN = 12  # so many documents are shown with their hits at once


class SearchPanel(Panel):
    """Results by document; a click leads there."""

    span_requested = Signal(int, object)  # document, Span of its reading text
    note_requested = Signal(int, int)  # document, annotation

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SearchPanel", "查找"), parent)
        self._workspace = workspace
        self._jobs = jobs
        self._query = ""
        self.model = SearchModel(self)
        self._delegate = SearchDelegate(workspace.theme, self)
        self.summary = QLabel(self)
        self.summary.setObjectName("secondary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.view = _Tree(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.layout_.addWidget(self.summary)
        self.layout_.addWidget(self.view, 1)
        self.view.chosen.connect(self._choose)
        workspace.theme_changed.connect(self._set_theme)
        self._show_nothing()

    def search(self, query: str) -> None:
        """Look for a query in everything; an empty one clears the panel."""
        self._query = query
        if not query:
            self._show_nothing()
            return
        self._jobs.library_call(
            lambda library: library.searching.search(query), self._show, lambda _error: self._show(None), key="search"
        )

    def refresh(self) -> None:
        """Search again: there is more to be found now."""
        if self._query and self.isVisible():
            self.search(self._query)

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, result: SearchResult | None) -> None:
        if result is not None and result.query != self._query:
            return
        here = self.view.verticalScrollBar().value() if self._delegate.query == self._query else 0
        self._delegate.query = self._query
        self.model.set_result(result, {entry.number: entry.title for entry in self._workspace.entries})
        groups = self.model.groups()
        if not groups:
            self.set_empty_text(self.tr("没有找到“{0}”").format(self._query))
        else:
            self.summary.setText(self._summary(result, groups))
            for row in range(len(groups)):
                self.view.setExpanded(self.model.index(row, 0), len(groups) <= _ALL_OPEN or row == 0)
            self.view.verticalScrollBar().setValue(here)
        self.set_empty(not groups)

    def _summary(self, result: SearchResult | None, groups: tuple[Group, ...]) -> str:
        if result is None:
            return ""
        said = [self.tr("“{0}”共 {1} 处，见于 {2} 份文件").format(result.query, result.total, len(groups))]
        if result.notes:
            said.append(self.tr("批注 {0} 条").format(len(result.notes)))
        return "；".join(said)

    def _show_nothing(self) -> None:
        self.model.set_result(None, {})
        self.set_empty_text(self.tr("在上方的框里输入要找的词，\n正文和批注一起查。"))
        self.set_empty(True)

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if not isinstance(row, Hit):
            return
        number = self.model.group_of(index).document
        if row.note:
            self.note_requested.emit(number, row.source.annotation)  # type: ignore[union-attr]
        else:
            start = row.source.offset  # type: ignore[union-attr]
            self.span_requested.emit(number, Span(start, start + len("".join(self._query.split()))))

    def _set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.view.viewport().update()


class _Tree(QTreeView):
    """A tree without branches in which a click or Enter chooses."""

    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # excerpts wrap anew

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if self.model().hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.chosen.emit(index)
