"""The table of clauses, by mouse and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from reader.ui.ledger.clauses_model import CLAUSE, DEADLINE, DOCUMENT, ROLE, UNIT, ClausesModel
from reader.ui.ledger.feed import Head

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.library.clauses import LedgerClause

_ROW, _SIDE = 30, 8  # px; the side is what the style sheet and the style leave free
_LOOK = """
QTableView { background: palette(light); border-top: 1px solid palette(mid); }
QTableView::item { padding: 0 5px; border-bottom: 1px solid palette(mid); }
QHeaderView::section { color: palette(dark); }
"""
_SHARES = {CLAUSE: 34, UNIT: 18, ROLE: 10, DEADLINE: 16, DOCUMENT: 22}  # of the width


class DocumentDelegate(QStyledItemDelegate):
    """Keeps what tells two documents of one title apart in view, in its middle as short as it must be."""

    def __init__(self, model: ClausesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        clause = self._model.clause(index)
        parts = self._model.document_parts(clause) if clause is not None else ()
        if len(parts) < 2:
            return
        metrics, room = option.fontMetrics, option.rect.width() - 2 * _SIDE
        title, apart = parts[0], f" · {parts[1]}"
        apart = metrics.elidedText(apart, Qt.TextElideMode.ElideMiddle, room * 2 // 3)
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(apart))
        option.text = title + apart


class ClausesView(QTableView):
    """Rows of clauses, heads over the whole width."""

    chosen = Signal(object)  # LedgerClause
    copy_requested = Signal()

    def __init__(self, model: ClausesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._hidden: frozenset[int] = frozenset()
        self.setModel(model)
        self.setStyleSheet(_LOOK)
        self.setItemDelegateForColumn(DOCUMENT, DocumentDelegate(model, self))
        self.setAccessibleName(self.tr("条款"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(48)
        self.doubleClicked.connect(self._choose)
        model.rowsInserted.connect(self._span_heads)

    def hide_columns(self, columns: Iterable[int]) -> None:
        self._hidden = frozenset(columns)
        for column in range(self._model.columnCount()):
            self.setColumnHidden(column, column in self._hidden)
        self._share_width()

    def begin(self) -> None:
        """Put the cursor onto the first clause."""
        rows = self._model.rows()
        first = next((number for number, row in enumerate(rows) if not isinstance(row, Head)), None)
        if first is not None:
            flags = QItemSelectionModel.SelectionFlag
            index = self._model.index(first, CLAUSE)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen_clauses(self) -> list[LedgerClause]:
        """Return the clauses that are selected, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        found = (self._model.clause(self._model.index(row, 0)) for row in rows)
        return [clause for clause in found if clause is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _choose(self, index: QModelIndex) -> None:
        clause = self._model.clause(index) if index.isValid() else None
        if clause is not None:
            self.chosen.emit(clause)

    def _share_width(self) -> None:
        shares = dict(_SHARES)
        if DOCUMENT in self._hidden:  # of one document all units of a clause stand together
            shares[UNIT] += shares[DOCUMENT]
        shown = {column: share for column, share in shares.items() if column not in self._hidden}
        width, left = self.viewport().width(), sum(shown.values())
        for column, share in shown.items():
            part = round(width * share / left)
            self.setColumnWidth(column, part)
            width, left = width - part, left - share

    def _span_heads(self, _parent: QModelIndex, first: int, last: int) -> None:
        for number, row in enumerate(self._model.rows()[first : last + 1], first):
            if isinstance(row, Head):
                self.setSpan(number, 0, 1, self._model.columnCount())
