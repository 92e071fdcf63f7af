"""The panel 整理记录: what the cleaning did, and how to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QTreeView, QWidget

from reader.text.spans import Span
from reader.ui.panel import Panel
from reader.ui.reading.furniture import is_furniture
from reader.ui.reading.receipt import count, groups, kept_lines
from reader.ui.reading.receipt_model import TAKEN_BACK_ROLE, ReceiptModel

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from reader.ui.operations import Operations
    from reader.ui.workspace import Workspace


class ReceiptPanel(Panel):
    """Every removal, grouped by its reason; a click shows where, a button gives the text back."""

    span_requested = Signal(object)  # Span of the reading text where the edit was made
    edit_requested = Signal(object)  # Edit that removed furniture: to be seen it must be shown again

    def __init__(
        self, workspace: Workspace, operations: Operations | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("ReceiptPanel", "整理"), parent)
        self._workspace = workspace
        self._operations = operations
        self.model = ReceiptModel(self)
        self._build()
        workspace.document_opened.connect(lambda _number: self.reload())
        workspace.document_closed.connect(lambda _number: self.reload())
        self.reload()

    def reload(self) -> None:
        """Show the receipt of the active document."""
        document = self._workspace.document
        if document is None:
            self.model.set_receipt((), (), "")
            self.set_empty_text(self.tr("打开一份文件，这里列出对它的整理。"))
            self.set_empty(True)
            self.count_changed.emit(0)
            return
        kept = kept_lines(document)
        found = groups(document)
        self.model.set_receipt(found, kept, document.source)
        self.view.expandAll() if count(document) <= _FEW else self.view.collapseAll()
        self._head.setText(self.tr("已整理{0}处，原文未改动").format(count(document)))
        self.set_empty_text(self.tr("本文未作整理。"))
        self.set_empty(not found and not kept)
        self._offer(QModelIndex())
        self.count_changed.emit(count(document))

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_back(self, index: QModelIndex) -> None:
        """Give the text of a row back as it stood in the source."""
        line = self.model.line(index)
        if line is not None and self._operations is not None:
            self._operations.take_back(line.edit)

    def apply_again(self, index: QModelIndex) -> None:
        """Let the cleaning have a row again."""
        line = self.model.line(index)
        if line is not None and self._operations is not None:
            self._operations.apply_again(line.edit)

    def context_menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self)
        menu.addAction(self.tr("在正文中查看"), lambda: self._show(index))
        if index.data(TAKEN_BACK_ROLE):
            menu.addAction(self.tr("重新整理"), lambda: self.apply_again(index))
        else:
            menu.addAction(self.tr("恢复原文"), lambda: self.take_back(index))
        return menu

    def _build(self) -> None:
        self._head = QLabel(self.content)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self.view = QTreeView(self.content)
        self.view.setObjectName("receipt")
        self.view.setStyleSheet(
            "#receipt { background: transparent; border: none; } #receipt::item { padding: 4px 0; }"
        )
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self.view.setIndentation(16)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setAccessibleName(self.tr("整理记录"))
        self.view.setModel(self.model)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.clicked.connect(self._show)
        self.view.activated.connect(self._show)
        self.view.selectionModel().currentChanged.connect(lambda now, _before: self._offer(now))
        self.restore = QToolButton(self.content)
        self.restore.clicked.connect(self._decide)
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addWidget(self.restore)
        self.layout_.addLayout(row)
        self.layout_.addWidget(self.view, 1)

    def _offer(self, index: QModelIndex) -> None:
        """Say on the button what it would do to the current row."""
        self.restore.setText(self.tr("重新整理") if index.data(TAKEN_BACK_ROLE) else self.tr("恢复原文"))
        self.restore.setEnabled(self.model.line(index) is not None and self._operations is not None)

    def _decide(self) -> None:
        index = self.view.currentIndex()
        if index.data(TAKEN_BACK_ROLE):
            self.apply_again(index)
        else:
            self.take_back(index)

    def _show(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is None:
            return
        if is_furniture(line.edit) and not index.data(TAKEN_BACK_ROLE):
            self.edit_requested.emit(line.edit)
            return
        document = self._workspace.document
        if document is not None:
            start = document.reading.map.to_reading(line.edit.start)
            self.span_requested.emit(Span(start, start + max(1, len(line.edit.replacement))))

    def _open_menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if self.model.line(index) is not None:
            menu = self.context_menu(index)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.view.viewport().mapToGlobal(at))


_FEW = 60  # places that are all unfolded at once
