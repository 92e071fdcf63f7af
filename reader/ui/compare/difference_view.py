"""The list of differences on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal

from reader.ui.compare.difference_delegate import DifferenceDelegate
from reader.ui.compare.difference_rows import NoteLine
from reader.ui.widgets.row_tree import RowTree

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.compare.difference_model import DifferenceModel
    from reader.ui.theme import Theme

_WALKING = frozenset(
    (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
)


class DifferenceView(RowTree):
    """A click or the arrow keys show a difference, a double click on a note opens it."""

    difference_chosen = Signal(int)  # place: to be shown
    picked = Signal(object)  # place of the difference that became the current one, or None
    note_chosen = Signal(int)  # annotation

    def __init__(self, theme: Theme, model: DifferenceModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self.setObjectName("differences")
        self.setModel(model)
        self.rows_delegate = DifferenceDelegate(self)
        self.setItemDelegate(self.rows_delegate)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.chosen.connect(self._choose)
        self.doubleClicked.connect(self._open_note)

    def is_here(self, index: QModelIndex) -> bool:
        return self.selectionModel().isSelected(index)

    def current_place(self) -> int | None:
        """Return the place of the difference that is the current one."""
        chosen = self.selectionModel().selectedIndexes()
        return self._model.place(chosen[0]) if chosen else None

    def set_theme(self, theme: Theme) -> None:
        self.rows_delegate.forget()
        super().set_theme(theme)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.picked.emit(self.current_place())
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if types(event):
            event.ignore()  # no search for a row: the panel knows what digits are for
            return
        before = self.current_place()
        super().keyPressEvent(event)
        if event.key() in _WALKING and (place := self.current_place()) is not None and place != before:
            self.difference_chosen.emit(place)  # who judges one by one must see what is judged

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "rows_delegate"):
            self.rows_delegate.forget()
            self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        if (place := self._model.place(index)) is not None:
            self.difference_chosen.emit(place)

    def _open_note(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if isinstance(line, NoteLine):
            self.note_chosen.emit(line.note.annotation)


def types(event: QKeyEvent) -> bool:
    """Whether a key types something, and is not part of a command."""
    aside = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    return not event.modifiers() & ~aside and event.text().isprintable() and bool(event.text().strip())
