"""The panel 批注: the notes of the open document, and the editor of the selected one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from reader.ui.notes.clip import note_data
from reader.ui.notes.editor import NoteEditor
from reader.ui.notes.filter_bar import FilterBar
from reader.ui.notes.model import NotesModel
from reader.ui.notes.orphan_box import Candidate, OrphanBox
from reader.ui.notes.rows import NoteList
from reader.ui.notes.view import NotesView
from reader.ui.panel import Panel

if TYPE_CHECKING:
    from reader.text.spans import Span
    from reader.ui.operations import Operations
    from reader.ui.workspace import Workspace


class NotesPanel(Panel):
    """Lists, filters and edits annotations; every write goes through the operations."""

    span_requested = Signal(object)  # Span of the reading text
    section_requested = Signal(int)  # where an orphan has its nearest section

    def __init__(self, workspace: Workspace, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("NotesPanel", "批注"), parent)
        self._workspace = workspace
        self._operations = operations
        self._shown: int | None = None
        self._notes = NoteList(None, ())
        self.model = NotesModel(self)
        self._build()
        self._connect()
        self._document_opened()

    def flush(self) -> None:
        self.editor.flush()

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_mark(self, number: int) -> None:
        """Select a note, as when its mark was clicked in the text; a filter that hides it is taken off."""
        if not self.model.index_of(number).isValid():
            self.filters.clear()
            self._show_rows()
        self.view.select(number)

    def edit(self, number: int) -> None:
        """Select a note and put the cursor into it."""
        self.show_mark(number)
        if self.editor.number() == number:
            self.editor.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_section(self, section: int) -> None:
        """Bring the first note of a section or of what is below it to the top."""
        document = self._workspace.document
        if document is None:
            return
        self.filters.clear()
        self._show_rows()
        span = document.outline.sections[section].span
        for row in self._notes.notes():
            if row.placement.span is not None and span.holds(row.placement.span.start):
                self.view.select(row.number)
                self.view.scrollTo(self.model.index_of(row.number), NotesView.ScrollHint.PositionAtTop)
                return

    def copy_note(self, number: int) -> None:
        """Copy quote, note and citation, for Word as well as for plain text."""
        document = self._workspace.document
        row = self._notes.get(number)
        if document is not None and row is not None:
            QGuiApplication.clipboard().setMimeData(note_data(document, row))

    def delete_note(self, number: int) -> None:
        """Delete a note; the next one is selected, so that the keyboard goes on."""
        self.editor.flush()
        following = self._following(number)
        had_keyboard = (typing := QApplication.focusWidget()) is not None and self.editor.isAncestorOf(typing)
        self.editor.drop()
        self._operations.delete_mark(number)
        if following is not None:
            self.view.select(following)
        if had_keyboard:
            self.take_focus()

    def context_menu(self, number: int) -> QMenu:
        """Return the menu of a note."""
        menu = QMenu(self)
        menu.addAction(self.tr("编辑")).triggered.connect(lambda: self.edit(number))
        menu.addAction(self.tr("复制原文、批注和出处")).triggered.connect(lambda: self.copy_note(number))
        colours = menu.addMenu(self.tr("颜色"))
        for colour in self._workspace.mark_colours:
            change = colours.addAction(colour)
            change.triggered.connect(lambda _=False, one=colour: self._change(number, {"colour": one}))
        menu.addSeparator()
        menu.addAction(self.tr("删除")).triggered.connect(lambda: self.delete_note(number))
        return menu

    def _build(self) -> None:
        theme, colours = self._workspace.theme, self._workspace.mark_colours
        self.filters = FilterBar(colours, theme, self.content)
        self.none_found = QLabel(self.tr("没有符合的批注"), self.content)
        self.none_found.setObjectName("emptyText")
        self.none_found.setTextFormat(Qt.TextFormat.PlainText)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.view = NotesView(theme, self.model, self.content)
        self.view.setAccessibleName(self.tr("批注"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.orphan = OrphanBox(self.content)
        self.editor = NoteEditor(colours, theme, self.content)
        for widget, stretch in (
            (self.filters, 0), (self.none_found, 0), (self.view, 1), (self.orphan, 0), (self.editor, 0)
        ):  # fmt: skip
            self.layout_.addWidget(widget, stretch)
        self.layout_.setContentsMargins(12, 12, 12, 12)

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_rows)
        view, editor, orphan = self.view, self.editor, self.orphan
        view.note_picked.connect(self._open_note)
        view.clicked.connect(self._go_to)
        view.edit_requested.connect(self.edit)
        view.delete_requested.connect(self.delete_note)
        view.copy_requested.connect(self.copy_note)
        view.customContextMenuRequested.connect(self._show_menu)
        editor.change_requested.connect(self._change)
        editor.delete_requested.connect(self.delete_note)
        editor.copy_requested.connect(self.copy_note)
        editor.left.connect(self.take_focus)
        orphan.look_requested.connect(self.span_requested)
        orphan.attach_requested.connect(self._attach)
        orphan.attach_to_selection_requested.connect(lambda: self._attach(self._workspace.selection))
        workspace = self._workspace
        workspace.document_opened.connect(self._document_opened)
        workspace.document_closed.connect(self._document_opened)
        workspace.placements_changed.connect(self._placements_changed)
        workspace.selection_changed.connect(lambda span: orphan.to_selection.setEnabled(span is not None))
        for widget in (view, editor, self.filters.dots):
            workspace.theme_changed.connect(widget.set_theme)

    def _document_opened(self) -> None:
        document = self._workspace.document
        number = document.entry.number if document is not None else None
        if number != self._shown:
            self.editor.close_note()
            self.filters.clear()
            self._shown = number
            self.view.select(None)
        self._reload()

    def _placements_changed(self, document: int) -> None:
        if document == self._shown:
            self._reload()

    def _reload(self) -> None:
        document = self._workspace.document
        self._notes = NoteList(document, self._workspace.placements)
        count = len(self._notes.notes())
        hint = self.tr("还没有批注。选中正文文字，即可标注或写批注。")
        self.set_empty_text(hint if document is not None else self.tr("打开一份文件，这里列出它的批注。"))
        self.set_empty(not count)
        self.filters.set_tags(self._notes.tags())
        self._show_rows()
        self.count_changed.emit(count)

    def _show_rows(self) -> None:
        in_hand = self.editor.number()
        shown = self._notes.shown(self.filters.chosen(), in_hand)
        rows = self._notes.grouped(shown)
        self.view.expect_rows(len(rows))
        self.model.set_rows(rows)
        self.filters.set_count(len(shown), len(self._notes.notes()))
        self.none_found.setVisible(not shown)
        self.view.setVisible(bool(shown))
        row = self._notes.get(in_hand) if in_hand is not None else None
        if row is not None:
            if self.view.selected() != row.number:  # a reset of the model forgets it
                self.view.select(row.number)
            self._open_note(row.number)
        elif in_hand is not None:
            self.editor.drop()
        self._show_editor()

    def _open_note(self, number: int) -> None:
        row = self._notes.get(number)
        if row is None:
            return
        self.editor.open(row.annotation)
        self.orphan.set_candidates([self._candidate(span) for span in row.placement.candidates] if row.orphan else ())
        self._show_editor()

    def _show_editor(self) -> None:
        number = self.editor.number()
        row = self._notes.get(number) if number is not None else None
        self.editor.setVisible(row is not None)
        self.orphan.setVisible(row is not None and row.orphan)
        self.orphan.to_selection.setEnabled(self._workspace.selection is not None)

    def _candidate(self, span: Span) -> Candidate:
        document = self._workspace.document
        if document is None:
            return Candidate(span, "", "")
        return Candidate(span, document.outline.at(span.start).label, span.text(document.reading.simplified))

    def _go_to(self) -> None:
        number = self.view.selected()
        row = self._notes.get(number) if number is not None else None
        if row is None:
            return
        if row.placement.span is not None:
            self.span_requested.emit(row.placement.span)
        else:
            self.section_requested.emit(row.placement.section)

    def _change(self, number: int, changed: dict[str, Any]) -> None:
        self._operations.change_mark(number, **changed)

    def _attach(self, span: Span | None) -> None:
        number = self.editor.number()
        if span is not None and number is not None:
            self.editor.flush()
            self._operations.reattach(number, span)

    def _following(self, number: int) -> int | None:
        """Return the note behind this one in the list, or the one before it at the end."""
        shown = [row.number for row in self._notes.shown(self.filters.chosen(), number)]
        if number not in shown or len(shown) == 1:
            return None
        place = shown.index(number)
        return shown[place + 1] if place + 1 < len(shown) else shown[place - 1]

    def _show_menu(self, position: QPoint) -> None:
        note = self.model.note(self.view.indexAt(position))
        if note is not None:
            menu = self.context_menu(note.number)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(position))
