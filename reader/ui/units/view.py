"""The list of responsible units on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.ui.units.delegate import UnitsDelegate
from reader.ui.units.rows import ClauseRow, Mention, UnitRow
from reader.ui.widgets.row_tree import RowTree

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from reader.ui.theme import Theme
    from reader.ui.units.model import UnitsModel

_INDENT = 16  # px, where clauses stand below their unit


class UnitsView(RowTree):
    """Tells which clause or unit was chosen, and which unit the mouse points at."""

    clause_chosen = Signal(object)  # ClauseRow
    mention_chosen = Signal(object)  # Mention
    mention_hovered = Signal(object)  # Mention or None

    def __init__(self, theme: Theme, model: UnitsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._here: int | None = None
        self._clicked_at: QPoint | None = None
        self._pointed: Mention | None = None
        self.setModel(model)
        self.rows_delegate = UnitsDelegate(self, model)
        self.setItemDelegate(self.rows_delegate)
        self.set_by_unit(by_unit=False)
        self.chosen.connect(self._row_chosen)

    def set_by_unit(self, *, by_unit: bool) -> None:
        """Make room for the arrows of units, or none where clauses stand at the top."""
        self.setRootIsDecorated(by_unit)
        self.setIndentation(_INDENT if by_unit else 0)

    def set_here(self, section: int | None) -> None:
        """Mark the rows of a clause and bring the first into sight, unless the mouse is at work in the list."""
        self._here = section
        index = self._model.index_of_section(section) if section is not None else QModelIndex()
        if index.isValid() and not self.viewport().underMouse():
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def is_here(self, index: QModelIndex) -> bool:
        row = self._model.row(index)
        return isinstance(row, ClauseRow) and row.section == self._here

    def mention_at(self, position: QPoint) -> Mention | None:
        """Return the unit whose name stands at a position of the viewport."""
        index = self.indexAt(position)
        row = self._model.row(index)
        if isinstance(row, ClauseRow) and not index.parent().isValid():
            return self.rows_delegate.mention_at(row, position - self.visualRect(index).topLeft())
        if isinstance(row, ClauseRow):
            return row.mentions[0]
        return None

    def pointed_at(self, index: QModelIndex, position: QPoint) -> None:
        mention = self.mention_at(position) if index.isValid() else None
        if mention == self._pointed:
            return
        self._pointed = mention
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if mention else Qt.CursorShape.ArrowCursor)
        self.mention_hovered.emit(mention)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._clicked_at = event.position().toPoint()
        super().mouseReleaseEvent(event)
        self._clicked_at = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "rows_delegate"):
            self.rows_delegate.forget_fonts()
            self.scheduleDelayedItemsLayout()

    def _row_chosen(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        mention = self.mention_at(self._clicked_at) if self._clicked_at is not None else None
        if isinstance(row, UnitRow):
            self.setExpanded(index, not self.isExpanded(index))
        elif isinstance(row, ClauseRow):
            in_unit = index.parent().isValid()
            chosen = row.mentions[0] if in_unit else mention
            if chosen is not None:
                self.mention_chosen.emit(chosen)
            else:
                self.clause_chosen.emit(row)
