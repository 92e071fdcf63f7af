"""The panel 目录: the section tree with its filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QWidget

from reader.ui.outline.filtering import OutlineFilter
from reader.ui.outline.model import OutlineModel
from reader.ui.outline.view import OutlineView
from reader.ui.panel import Panel

if TYPE_CHECKING:
    from reader.structure.section import Section
    from reader.ui.workspace import Workspace


class OutlinePanel(Panel):
    """Shows where in the document the reader is, and leads to any other place of it."""

    section_requested = Signal(int)
    notes_requested = Signal(int)  # show the notes of a section
    units_requested = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("OutlinePanel", "目录"), parent)
        self._workspace = workspace
        self._shown: int | None = None
        self._collapsed: set[int] = set()
        self.model = OutlineModel(self)
        self.filter = OutlineFilter(self.model, self)
        self._build()
        self._connect()
        self._document_opened()

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def expand_all(self) -> None:
        self.view.expandAll()

    def collapse_all(self) -> None:
        self.view.collapseAll()

    def context_menu(self, section: Section) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self)
        badge = self.model.badge(section.number)
        menu.addAction(self.tr("转到本条")).triggered.connect(lambda: self.section_requested.emit(section.number))
        menu.addSeparator()
        menu.addAction(self.tr("复制标题")).triggered.connect(lambda: _copy(section.heading or section.marker))
        menu.addAction(self.tr("复制条款出处")).triggered.connect(lambda: _copy(self.citation(section)))
        menu.addSeparator()
        notes = menu.addAction(self.tr("查看本条批注（{0}）").format(badge.notes_below))
        notes.triggered.connect(lambda: self.notes_requested.emit(section.number))
        notes.setEnabled(badge.notes_below > 0)
        units = menu.addAction(self.tr("查看本条责任单位（{0}项）").format(badge.items_below))
        units.triggered.connect(lambda: self.units_requested.emit(section.number))
        units.setEnabled(badge.items_below > 0)
        menu.addSeparator()
        menu.addAction(self.tr("全部展开")).triggered.connect(self.expand_all)
        menu.addAction(self.tr("全部折叠")).triggered.connect(self.collapse_all)
        return menu

    def citation(self, section: Section) -> str:
        """Return 《标题》（文号）二、（一）2. for a section of the open document."""
        from reader.export.citation import cite  # not needed before the first paint

        document = self._workspace.document
        if document is None:
            return section.label
        return cite(document.front, document.outline, section, title=document.entry.title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the filter box into the tree and back by keys."""
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_in_box(event)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.set_empty_text(self.tr("打开一份文件，这里显示它的目录。"))
        self.box = QLineEdit(self.content)
        self.box.setObjectName("filterBox")
        self.box.setPlaceholderText(self.tr("筛选条款…"))
        self.box.setClearButtonEnabled(True)
        self.box.setAccessibleName(self.tr("筛选条款"))
        self.box.installEventFilter(self)
        self.none_found = QLabel(self.tr("没有符合的条款"), self.content)
        self.none_found.setObjectName("emptyText")
        self.none_found.setTextFormat(Qt.TextFormat.PlainText)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.none_found.hide()
        self.view = OutlineView(self._workspace.theme, self.content)
        self.view.setModel(self.filter)
        self.view.setAccessibleName(self.tr("目录"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.layout_.addWidget(self.box)
        self.layout_.addWidget(self.none_found)
        self.layout_.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.box.textChanged.connect(self._filter_changed)
        self.view.chosen.connect(lambda index: self.section_requested.emit(self._section(index).number))
        self.view.collapsed.connect(self._remember_collapsed)
        self.view.expanded.connect(self._remember_expanded)
        self.view.customContextMenuRequested.connect(self._show_menu)
        workspace = self._workspace
        workspace.document_opened.connect(self._document_opened)
        workspace.document_closed.connect(self._document_opened)
        workspace.placements_changed.connect(self._placements_changed)
        workspace.differences_changed.connect(self._differences_changed)
        workspace.section_entered.connect(self._mark_here)
        workspace.theme_changed.connect(self.view.set_theme)

    def _document_opened(self) -> None:
        document = self._workspace.document
        number = document.entry.number if document else None
        if number != self._shown:
            self._collapsed.clear()
            self.box.clear()
        self._shown = number
        differences = self._workspace.differences_of(number) if number is not None else None
        self.model.set_document(document, self._workspace.placements, differences)
        if document is not None and not self.model.sections():
            self.set_empty_text(self.tr("本文件未识别出条款。"))
        elif document is None:
            self.set_empty_text(self.tr("打开一份文件，这里显示它的目录。"))
        self.set_empty(not self.model.sections())
        self._filter_changed(self.box.text())

    def _placements_changed(self, document: int) -> None:
        if document == self._shown:
            self.model.set_placements(self._workspace.placements)

    def _differences_changed(self, document: int) -> None:
        if document == self._shown:
            self.model.set_differences(self._workspace.differences_of(document))

    def _filter_changed(self, query: str) -> None:
        self.filter.set_query(query)
        found = self.filter.rowCount() > 0
        self.none_found.setVisible(not found)
        self.view.setVisible(found)
        self._restore_expansion()
        self._mark_here()

    def _restore_expansion(self) -> None:
        """Show everything that is found; without a filter, what the reader folded stays folded."""
        self.view.blockSignals(True)  # the tree opens and closes here, not the reader
        self.view.expandAll()
        if not self.filter.is_filtering():
            for number in self._collapsed:
                self.view.collapse(self._index(number))
        self.view.blockSignals(False)

    def _mark_here(self) -> None:
        """Mark the section in view, or the nearest one above it that can be seen."""
        document, number = self._workspace.document, self._workspace.section
        if document is None or number is None or not 0 <= number < len(document.outline.sections):
            self.view.set_here(QModelIndex())
            return
        index = self._index(number)
        parent = document.outline.sections[number].parent
        while not index.isValid() and parent is not None:
            index, parent = self._index(parent), document.outline.sections[parent].parent
        above = index.parent()
        while above.isValid():
            if not self.view.isExpanded(above):
                index = above
            above = above.parent()
        self.view.set_here(index)

    def _remember_collapsed(self, index: QModelIndex) -> None:
        if not self.filter.is_filtering():
            self._collapsed.add(self._section(index).number)
        self._mark_here()

    def _remember_expanded(self, index: QModelIndex) -> None:
        if not self.filter.is_filtering():
            self._collapsed.discard(self._section(index).number)
        self._mark_here()

    def _key_in_box(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Escape if self.box.text():
                self.box.clear()
            case Qt.Key.Key_Escape | Qt.Key.Key_Down:
                self._enter_tree()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._jump_to_first_match()
            case _:
                return False
        return True

    def _enter_tree(self) -> None:
        if self.filter.is_filtering() and (first := self._first_match()) is not None:
            self.view.setCurrentIndex(self._index(first))
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _jump_to_first_match(self) -> None:
        if self.filter.is_filtering() and (first := self._first_match()) is not None:
            self.view.setCurrentIndex(self._index(first))
            self.section_requested.emit(first)

    def _first_match(self) -> int | None:
        return min(self.filter.matches(), default=None)

    def _show_menu(self, position: QPoint) -> None:
        index = self.view.indexAt(position)
        if index.isValid():
            menu = self.context_menu(self._section(index))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(position))

    def _index(self, number: int) -> QModelIndex:
        return self.filter.mapFromSource(self.model.index_of(number))

    def _section(self, index: QModelIndex) -> Section:
        section = self.model.section(self.filter.mapToSource(index))
        if section is None:
            raise LookupError("a row without a section")
        return section


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
