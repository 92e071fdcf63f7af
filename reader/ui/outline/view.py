"""The section tree on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.ui.outline.delegate import OutlineDelegate
from reader.ui.widgets.row_tree import RowTree

if TYPE_CHECKING:
    from reader.ui.theme import Theme

_INDENT = 14  # px a level


class OutlineView(RowTree):
    """One of its rows is marked as the section in view."""

    BAR = 3

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._here = QPersistentModelIndex()
        self.setItemDelegate(OutlineDelegate(self))
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)

    def is_here(self, index: QModelIndex) -> bool:
        return self._here.isValid() and index == self._here

    def here(self) -> QModelIndex:
        """Return the marked row, invalid where none is."""
        at = self._here
        return self.model().index(at.row(), 0, at.parent()) if at.isValid() else QModelIndex()

    def set_here(self, index: QModelIndex) -> None:
        """Mark the row of the section in view and bring it into sight; the keyboard stays where it is."""
        self._here = QPersistentModelIndex(index)
        if index.isValid():
            if not self.hasFocus():
                self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()
