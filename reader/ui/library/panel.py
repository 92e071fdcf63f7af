"""The panel 文件库: every document, and the bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from reader.ui.library.delegate import LibraryDelegate
from reader.ui.library.entry_menu import EntryMenu
from reader.ui.library.kept_pane import KeptPane
from reader.ui.library.model import LibraryModel
from reader.ui.library.older_first import older_first
from reader.ui.library.own_bar import OwnBar
from reader.ui.library.purge_box import purge_confirmed
from reader.ui.library.view import DocumentsView
from reader.ui.panel import Panel
from reader.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from reader.library.records import Changes, Entry
    from reader.ui.jobs import JobRunner
    from reader.ui.operations import Operations
    from reader.ui.theme import Theme
    from reader.ui.workspace import Workspace


class LibraryPanel(Panel):
    """Opens, pairs, renames and bins documents; two selected ones are ready to be compared.

    A second page lists the comparisons that are kept.
    """

    open_requested = Signal(int)
    pair_requested = Signal(int, int)
    comparison_requested = Signal(int, int)  # one that is kept: left and right document
    previous_requested = Signal(int)  # compare a document with the draft before it
    files_requested = Signal()

    def __init__(
        self, workspace: Workspace, jobs: JobRunner, operations: Operations, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("LibraryPanel", "文件库"), parent)
        self._workspace = workspace
        self._jobs = jobs
        self._operations = operations
        self.model = LibraryModel(self)
        self._delegate = LibraryDelegate(workspace.theme, self)
        self.box = QLineEdit(self)
        self.own = OwnBar(self)
        self.view = DocumentsView(self)
        self.nothing = QLabel(self)
        self.nothing.setObjectName("emptyText")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.nothing.setWordWrap(True)
        self.bin_button = self._button(self.tr("回收站"))
        self.bin_button.setCheckable(True)
        self.pair_button = self._button(self.tr("比对所选"))
        self.import_button = self._button(self.tr("导入…"))
        self.kept = KeptPane(workspace, jobs, operations, self)
        self.pages = Segmented([self._button(self.tr("文件")), self._button(self.tr("比对"))], self)
        self._build()
        self._connect()
        self._show_entries()

    def entry_menu(self, entry: Entry) -> QMenu:
        """Return what can be done with a document."""
        menu = EntryMenu(entry, self._operations, self)
        number = entry.number
        menu.purge_requested.connect(lambda: self._purge(entry))
        if entry.binned_at is not None:
            menu.fill_binned()
            return menu
        menu.open_requested.connect(lambda: self.open_requested.emit(number))
        menu.previous_requested.connect(lambda: self.previous_requested.emit(number))
        menu.rename_requested.connect(lambda: self.view.edit(self.model.index_of(number)))
        pair = self._ordered(self._pair_with(number))
        if pair is not None:
            menu.pair_requested.connect(lambda: self.pair_requested.emit(pair[0].number, pair[1].number))
        menu.fill(pair, self._jobs, chosen=len(self.selected()) == 2)
        return menu

    def selected(self) -> list[int]:
        """Return the numbers of the selected documents, in the order of the list."""
        rows = sorted(self.view.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [entry.number for index in rows if (entry := self.model.entry(index)) is not None]

    def take_focus(self) -> None:
        view = self.kept.view if self._leaves.currentWidget() is self.kept else self.view
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self.box.setPlaceholderText(self.tr("筛选标题、文号、机关…"))
        self.box.setAccessibleName(self.tr("筛选文件"))
        self.box.setClearButtonEnabled(True)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 8)
        row.addWidget(self.import_button)
        row.addWidget(self.pair_button)
        row.addStretch(1)
        row.addWidget(self.bin_button)
        documents = QWidget(self)
        column = QVBoxLayout(documents)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget, stretch in ((self.box, 0), (self.own, 0), (self.view, 1), (self.nothing, 1)):
            column.addWidget(widget, stretch)
        column.addLayout(row)
        self._leaves = QStackedWidget(self)
        self._leaves.addWidget(documents)
        self._leaves.addWidget(self.kept)
        head = QHBoxLayout()
        head.addWidget(self.pages)
        head.addStretch(1)
        self.layout_.addLayout(head)
        self.layout_.addWidget(self._leaves, 1)
        self.pages.group.button(0).setChecked(True)

    def _connect(self) -> None:
        workspace = self._workspace
        self.pages.group.idToggled.connect(self._show_page)
        self.kept.comparison_requested.connect(self.comparison_requested)
        self.box.textChanged.connect(self.model.set_query)
        self.own.own_only_changed.connect(lambda own_only: self.model.set_own_only(own_only=own_only))
        self.model.modelReset.connect(self._tell_nothing)
        self.view.activated.connect(self._activated)
        self.view.removal_requested.connect(self._remove_selected)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().selectionChanged.connect(lambda _new, _old: self._refresh_buttons())
        self.model.title_edited.connect(lambda number, title: self._operations.set_title(number, title or None))
        self.bin_button.toggled.connect(lambda _on: self._show_entries())
        self.import_button.clicked.connect(self.files_requested)
        self.pair_button.clicked.connect(self._request_pair)
        workspace.entries_changed.connect(self._show_entries)
        workspace.own_counts_changed.connect(self._show_own)
        workspace.settings_changed.connect(lambda _settings: self._show_own())
        workspace.changed.connect(self._changed)
        workspace.document_opened.connect(lambda _number: self._mark_open())
        workspace.document_closed.connect(lambda _number: self._mark_open())
        workspace.theme_changed.connect(self._set_theme)

    def _show_page(self, page: int, shown: bool) -> None:
        if shown:
            self._leaves.setCurrentIndex(page)
            if self._leaves.currentWidget() is self.kept:
                self.kept.refresh()

    def _show_own(self) -> None:
        counts = self._workspace.own_counts
        self.own.show_counts(() if self.bin_button.isChecked() else self._workspace.own_units, counts)
        self.model.set_own_counts(counts)

    def _show_entries(self) -> None:
        self._show_own()
        if self.bin_button.isChecked():
            self._jobs.library_call(
                lambda library: library.documents.entries(binned=True), self._take_entries, key="binned"
            )
        else:
            self._take_entries(self._workspace.entries)

    def _take_entries(self, entries: tuple[Entry, ...]) -> None:
        here = self.selected()
        self.model.set_entries(entries)
        for number in here:
            index = self.model.index_of(number)
            if index.isValid():
                self.view.selectionModel().select(index, self.view.selectionModel().SelectionFlag.Select)
        self._mark_open()
        self._refresh_buttons()
        self._tell_nothing()

    def _tell_nothing(self) -> None:
        """Say why the list is empty, in its place."""
        empty = self.model.rowCount() == 0
        if self.box.text().strip():
            self.nothing.setText(self.tr("没有符合的文件"))
        elif self.own.box.isChecked():
            self.nothing.setText(self.tr("没有涉及本单位的文件"))
        elif self.bin_button.isChecked():
            self.nothing.setText(self.tr("回收站是空的。"))
        else:
            self.nothing.setText(self.tr("文件库里还没有文件。\n点“导入…”，或把文件拖进来。"))
        self.nothing.setVisible(empty)
        self.view.setVisible(not empty)

    def _changed(self, changes: Changes) -> None:
        if self.bin_button.isChecked() and "documents" in changes.kinds:
            self._show_entries()

    def _mark_open(self) -> None:
        self._delegate.open_numbers = frozenset(self._workspace.open_numbers())
        self.view.viewport().update()

    def _set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.view.viewport().update()

    def _refresh_buttons(self) -> None:
        binned = self.bin_button.isChecked()
        self.pair_button.setVisible(not binned)
        self.import_button.setVisible(not binned)
        self.pair_button.setEnabled(len(self.selected()) == 2)

    def _activated(self, index: QModelIndex) -> None:
        entry = self.model.entry(index)
        if entry is not None and entry.binned_at is None:
            self.open_requested.emit(entry.number)

    def _remove_selected(self) -> None:
        if not self.bin_button.isChecked():
            for number in self.selected():
                self._operations.bin_document(number)

    def _show_menu(self, at: QPoint) -> None:
        entry = self.model.entry(self.view.indexAt(at))
        if entry is not None:
            menu = self.entry_menu(entry)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(at))

    def _pair_with(self, number: int) -> list[int]:
        chosen, document = self.selected(), self._workspace.document
        if len(chosen) == 2:
            return chosen
        return [] if document is None or document.entry.number == number else [document.entry.number, number]

    def _ordered(self, numbers: list[int]) -> tuple[Entry, Entry] | None:
        """Return two documents of the list as they are to lie side by side."""
        found = [one for number in numbers for one in self._workspace.entries if one.number == number]
        return older_first(*found) if len(found) == 2 else None

    def _request_pair(self) -> None:
        if (pair := self._ordered(self.selected())) is not None:
            self.pair_requested.emit(pair[0].number, pair[1].number)

    def _purge(self, entry: Entry) -> None:
        if purge_confirmed(entry, self):
            self._operations.purge_document(entry.number)

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        return button
