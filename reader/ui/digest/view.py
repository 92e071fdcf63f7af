"""The digest on screen: chosen, moved and renamed by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit

from reader.ui.digest.delegate import DigestDelegate
from reader.ui.digest.rows import ExcerptRow, ThemeRow
from reader.ui.widgets.row_tree import RowTree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from reader.ui.digest.model import DigestModel
    from reader.ui.theme import Theme

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DigestView(RowTree):
    """Double click or Enter leads to the place, F2 renames a theme or goes to the remark, Delete takes out."""

    excerpt_opened = Signal(int)
    remark_requested = Signal()
    removal_requested = Signal()
    copy_requested = Signal()
    step_requested = Signal(int)  # -1 up, 1 down
    selection_changed = Signal()
    menu_requested = Signal(object)  # QPoint of the screen

    def __init__(self, theme: Theme, model: DigestModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self.setModel(model)
        self.rows_delegate = DigestDelegate(self, model)
        self.setItemDelegate(self.rows_delegate)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._committing = False
        self._typed: tuple[str, str] | None = None  # a theme whose name is being typed while the rows change, the text
        model.modelAboutToBeReset.connect(self._keep_typing)
        model.modelReset.connect(self._type_on)
        self.doubleClicked.connect(self._open)

    def is_here(self, index: QModelIndex) -> bool:
        return self.selectionModel().isSelected(index)

    def numbers(self) -> list[int]:
        """Return the numbers of the selected excerpts, in their order."""
        return [row.number for row in self._selected() if isinstance(row, ExcerptRow)]

    def theme_row(self) -> ThemeRow | None:
        """Return the head that is selected, where nothing else is."""
        rows = self._selected()
        return rows[0] if len(rows) == 1 and isinstance(rows[0], ThemeRow) else None

    def select(self, numbers: Iterable[int]) -> None:
        """Select excerpts and bring the first of them into sight."""
        indexes = [index for number in numbers if (index := self._model.index_of(number)).isValid()]
        chosen = QItemSelection()
        for index in indexes:
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        if indexes:
            self.selectionModel().setCurrentIndex(indexes[0], flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        if indexes:
            self.scrollTo(indexes[0])

    def select_theme(self, theme: str) -> None:
        """Select the head of a theme."""
        index = self._model.index_of_theme(theme)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def rename(self, theme: str) -> None:
        """Begin to type the name of a theme."""
        index = self._model.index_of_theme(theme)
        if index.isValid():
            self.select_theme(theme)
            self.edit(index)

    def finish_editing(self) -> None:
        """Take the name that is being typed as it stands."""
        editor = self._editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def commitData(self, editor: QWidget) -> None:
        # A new name may bring other rows at once: it is no longer being typed then.
        self._committing = True
        super().commitData(editor)
        self._committing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, step = event.key(), _STEPS.get(Qt.Key(event.key()))
        if self.state() == self.State.EditingState:
            super().keyPressEvent(event)  # what the field of a name left over
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_requested.emit(step)
        elif key == Qt.Key.Key_F2:
            row = self.theme_row()
            if row is not None:
                self.rename(row.theme)
            elif len(self.numbers()) == 1:
                self.remark_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self.removal_requested.emit()
        elif _copies(event):
            self.copy_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Delete and Ctrl+C here mean the excerpt, whatever the window's menus bind them to.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            steps = event.key() in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier
            if _copies(event) or steps or event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
                event.accept()
                return True
        return super().event(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.selection_changed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        foot = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_requested.emit(foot if by_keys else event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "rows_delegate"):
            self.rows_delegate.forget_fonts()
            self.scheduleDelayedItemsLayout()

    def _editor(self) -> QLineEdit | None:
        """Return the field in which a name is being typed."""
        if self._committing or self.state() != self.State.EditingState:
            return None
        editor = self.indexWidget(self.currentIndex())
        return editor if isinstance(editor, QLineEdit) else None

    def _keep_typing(self) -> None:
        editor, row = self._editor(), self._model.row(self.currentIndex())
        self._typed = (row.theme, editor.text()) if editor is not None and isinstance(row, ThemeRow) else None

    def _type_on(self) -> None:
        typed, self._typed = self._typed, None
        if typed is None:
            return
        self.rename(typed[0])
        editor = self._editor()
        if editor is not None and editor.text() != typed[1]:
            editor.setText(typed[1])

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if isinstance(row, ExcerptRow):
            self.excerpt_opened.emit(row.number)
        elif row is not None:
            self.rename(row.theme)

    def _selected(self) -> list[ExcerptRow | ThemeRow]:
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [row for index in indexes if (row := self._model.row(index)) is not None]


def _copies(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier
