"""The page 比对 of the library: comparisons that are kept, to be opened where they were left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from reader.ui.library.kept_delegate import KeptDelegate
from reader.ui.library.kept_rows import KeptModel
from reader.ui.library.view import DocumentsView

if TYPE_CHECKING:
    from reader.library.comparisons import Kept
    from reader.library.records import Changes
    from reader.ui.jobs import JobRunner
    from reader.ui.library.kept_rows import KeptRow
    from reader.ui.operations import Operations
    from reader.ui.theme import Theme
    from reader.ui.workspace import Workspace


class KeptPane(QWidget):
    """Reads the comparisons while it is seen; Enter or a double click opens one, Delete deletes it."""

    comparison_requested = Signal(int, int)  # left and right document

    def __init__(
        self, workspace: Workspace, jobs: JobRunner, operations: Operations, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._operations = operations
        self._kept: tuple[Kept, ...] = ()
        self.model = KeptModel(self)
        self._delegate = KeptDelegate(workspace.theme, self)
        self.box = QLineEdit(self)
        self.view = DocumentsView(self)
        self.nothing = QLabel(self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the comparisons anew."""
        self._jobs.library_call(lambda library: library.comparisons.all(), self._take, key="kept_comparisons")

    def row_menu(self, row: KeptRow) -> QMenu:
        """Return what can be done with a comparison."""
        menu = QMenu(self)
        left, right = row.kept.left, row.kept.right
        menu.addAction(self.tr("打开比对")).triggered.connect(lambda: self.comparison_requested.emit(left, right))
        menu.addSeparator()
        delete = menu.addAction(self.tr("删除比对"))
        delete.setToolTip(self.tr("两份文件和其中的批注都保留"))
        delete.triggered.connect(lambda: self._operations.delete_comparison(row.kept.number))
        return menu

    def _take(self, kept: tuple[Kept, ...]) -> None:
        self._kept = kept
        self._show()

    def _show(self) -> None:
        here = self.model.row(self.view.currentIndex())
        self.model.set_kept(self._kept, {entry.number: entry for entry in self._workspace.entries})
        for number in range(self.model.rowCount()):
            row = self.model.row(self.model.index(number, 0))
            if here is not None and row is not None and row.kept.number == here.kept.number:
                self.view.setCurrentIndex(self.model.index(number, 0))
        self._tell_nothing()

    def _tell_nothing(self) -> None:
        """Say why the list is empty, in its place."""
        empty = self.model.rowCount() == 0
        asked = bool(self.box.text().strip())
        hint = self.tr("还没有比对。\n选两份文件，点“比对所选”；比对过的会留在这里。")
        self.nothing.setText(self.tr("没有符合的比对") if asked else hint)
        self.nothing.setVisible(empty)
        self.view.setVisible(not empty)

    def _query(self, query: str) -> None:
        self.model.set_query(query)
        self._tell_nothing()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.kinds & {"comparisons", "documents"}:
            self.refresh()

    def _open(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.comparison_requested.emit(row.kept.left, row.kept.right)

    def _delete_selected(self) -> None:
        rows = [self.model.row(index) for index in self.view.selectionModel().selectedIndexes()]
        for row in rows:
            if row is not None:
                self._operations.delete_comparison(row.kept.number)

    def _show_menu(self, at: QPoint) -> None:
        row = self.model.row(self.view.indexAt(at))
        if row is not None:
            menu = self.row_menu(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(at))

    def _set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.view.viewport().update()

    def _connect(self) -> None:
        self.box.textChanged.connect(self._query)
        self.view.activated.connect(self._open)
        self.view.removal_requested.connect(self._delete_selected)
        self.view.customContextMenuRequested.connect(self._show_menu)
        workspace = self._workspace
        workspace.changed.connect(self._changed)
        workspace.entries_changed.connect(self._show)
        workspace.document_opened.connect(lambda _number: self.refresh() if self.isVisible() else None)
        workspace.theme_changed.connect(self._set_theme)

    def _build(self) -> None:
        self.box.setPlaceholderText(self.tr("筛选比对…"))
        self.box.setAccessibleName(self.tr("筛选比对"))
        self.box.setClearButtonEnabled(True)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(self.tr("比对"))
        self.nothing.setObjectName("emptyText")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.nothing.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.box)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.nothing, 1)
