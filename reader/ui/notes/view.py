"""The list of notes on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent

from reader.ui.notes.delegate import NotesDelegate
from reader.ui.widgets.row_tree import RowTree

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.notes.model import NotesModel
    from reader.ui.theme import Theme


class NotesView(RowTree):
    """Click goes to the place in the text, Enter or a double click into the editor, Delete deletes."""

    note_picked = Signal(int)  # became the selected note
    edit_requested = Signal(int)
    delete_requested = Signal(int)
    copy_requested = Signal(int)

    def __init__(self, theme: Theme, model: NotesModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self.setModel(model)
        self.rows_delegate = NotesDelegate(self, model)
        self.setItemDelegate(self.rows_delegate)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.doubleClicked.connect(lambda index: self._tell(self.edit_requested, index))

    def is_here(self, index: QModelIndex) -> bool:
        return self.selectionModel().isSelected(index)

    def selected(self) -> int | None:
        """Return the number of the selected note."""
        chosen = self.selectionModel().selectedIndexes()
        note = self._model.note(chosen[0]) if chosen else None
        return note.number if note is not None else None

    def select(self, number: int | None) -> None:
        """Select a note and bring it into sight; None selects nothing."""
        index = self._model.index_of(number) if number is not None else QModelIndex()
        if not index.isValid():
            self.clearSelection()
            return
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if (number := self.selected()) is not None:
            self.note_picked.emit(number)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._tell(self.edit_requested, index)
            case Qt.Key.Key_Delete:
                self._tell(self.delete_requested, index)
            case Qt.Key.Key_C if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self._tell(self.copy_requested, index)
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Delete and Ctrl+C here mean the note, whatever the window's menus bind them to.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            copies = event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if copies or event.key() == Qt.Key.Key_Delete:
                event.accept()
                return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "rows_delegate"):
            self.rows_delegate.forget_fonts()
            self.scheduleDelayedItemsLayout()

    def _tell(self, signal: SignalInstance, index: QModelIndex) -> None:
        if (note := self._model.note(index)) is not None:
            signal.emit(note.number)
