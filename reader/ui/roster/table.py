"""The table of the office's list, by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from reader.ui.roster.model import COUNTERPART, FORMER, FULL, PROBLEM, RANK, SHORT, RosterModel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

_WIDTHS = {RANK: 52, FULL: 248, SHORT: 160, FORMER: 160, COUNTERPART: 176, PROBLEM: 160}  # px
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ROW = 32  # px
_LOOK = "QTableView { background: palette(base); gridline-color: palette(mid); } QTableView::item { padding: 0 8px; }"


class RosterTable(QTableView):
    """Typing or Enter edits a cell; whole lines are moved with Alt and the arrow keys."""

    copy_requested = Signal()
    removal_requested = Signal()  # of the selected lines
    clearing_requested = Signal(object)  # list of the indexes of cells
    step_requested = Signal(int)  # the selected lines are to go one up (-1) or down (1)

    def __init__(self, model: RosterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("单位名录"))
        self.setStyleSheet(_LOOK)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # while a cell is edited Tab goes to the next one all the same
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        head.setSectionResizeMode(RANK, QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(True)
        self.clicked.connect(self._select_whole)

    def places(self) -> list[int]:
        """Return the lines in which anything is selected, from top to bottom."""
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def select_places(self, places: Iterable[int], column: int | None = None) -> None:
        """Select whole lines, with the cursor in the first of them."""
        wanted = sorted(places)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        for place in wanted:
            self.selectionModel().select(self.model().index(place, FULL), flags.Select | flags.Rows)
        if wanted:
            here = self.model().index(wanted[0], self.currentIndex().column() if column is None else column)
            self.selectionModel().setCurrentIndex(here, flags.NoUpdate)
            self.scrollTo(here)

    def edit_line(self, place: int) -> None:
        """Put the cursor into the name of a line, ready to type."""
        index = self.model().index(place, FULL)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()
        self.edit(index)

    def next_problem(self, places: Iterable[int]) -> None:
        """Go to the first line behind the cursor that needs a look, from the top where there is none behind it."""
        wanted, here = sorted(places), self.currentIndex().row()
        if wanted:
            self.select_places([next((place for place in wanted if place > here), wanted[0])], FULL)
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self._delete()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.select_places(self.places())
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_requested.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self._edit_here()
        else:
            super().keyPressEvent(event)

    def _delete(self) -> None:
        """Take out lines that are selected as a whole; of others only empty the cells, as a spreadsheet does."""
        selection = self.selectionModel()
        if all(selection.isRowSelected(place) for place in self.places()):
            self.removal_requested.emit()
        else:
            self.clearing_requested.emit(selection.selectedIndexes())

    def _select_whole(self, index: QModelIndex) -> None:
        """Select whole lines by their rank, like a spreadsheet by the numbers at its side."""
        if index.column() == RANK:
            flags = QItemSelectionModel.SelectionFlag
            for chosen in self.selectionModel().selectedIndexes():
                if chosen.column() == RANK:
                    self.selectionModel().select(chosen, flags.Select | flags.Rows)

    def _edit_here(self) -> None:
        index: QModelIndex = self.currentIndex()
        if index.isValid():
            self.edit(index if index.column() != PROBLEM else index.siblingAtColumn(FULL))


def framed(table: RosterTable) -> QFrame:
    """Return the table with a line around it."""
    frame = QFrame(table.parentWidget())
    frame.setObjectName("segmented")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(table)
    return frame
