"""The page 全库台账: the matrix with its filters, and the clauses behind what is picked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reader.ui.ledger.clauses_model import DOCUMENT, UNIT
from reader.ui.ledger.clauses_pane import ClausesPane
from reader.ui.ledger.copying import MOST_CELLS, copy_table, matrix_table
from reader.ui.ledger.empty_page import EmptyPage
from reader.ui.ledger.feed import Ask
from reader.ui.ledger.filter_bar import FilterBar
from reader.ui.ledger.matrix_view import MatrixView, Pick
from reader.ui.ledger.model import MatrixModel, unit_name
from reader.ui.ledger.words import counts_text

if TYPE_CHECKING:
    from reader.ui.jobs import JobRunner
    from reader.ui.ledger.matrix import LedgerIndex, Matrix
    from reader.ui.theme import Theme

_HEIGHTS = (520, 300)  # px of matrix and clauses


class MatrixPage(QWidget):
    """Shows one matrix after the other; what was picked in the last stays picked where it is still there."""

    wish_changed = Signal(object)  # Wish
    clause_chosen = Signal(object)  # LedgerClause
    export_requested = Signal(object)  # tuple of document numbers
    own_requested = Signal()
    retry_requested = Signal()
    told = Signal(str)  # a sentence for the foot

    def __init__(self, theme: Theme, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index: LedgerIndex | None = None
        self.filters = FilterBar(self)
        self.model = MatrixModel(self)
        self.view = MatrixView(theme, self.model, self)
        self.pane = ClausesPane(theme, jobs, self)
        self.nothing = QLabel(self)
        self.reset, self.retry = QPushButton(self), QPushButton(self)
        self._build()
        self.filters.wish_changed.connect(self.wish_changed)
        self.filters.own_requested.connect(self.own_requested)
        self.filters.left.connect(self.take_focus)
        self.reset.clicked.connect(self.filters.clear)
        self.retry.clicked.connect(self.retry_requested)
        self.view.picked.connect(self._show_pick)
        self.view.entered.connect(self.pane.go_on)
        self.view.copy_requested.connect(self.copy_selection)
        self.pane.clause_chosen.connect(self.clause_chosen)
        self.pane.export_requested.connect(lambda: self.export_requested.emit(self._picked_documents()))
        self.pane.copied.connect(lambda count: self.told.emit(self.tr("已复制 {0} 条").format(count)))
        self.show_waiting()

    def set_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)
        self.pane.set_theme(theme)

    def set_index(self, index: LedgerIndex) -> None:
        """Take another ledger; its matrix is to follow."""
        self._index = index
        self.filters.set_groups(index.groups)
        self.filters.set_own(known=bool(index.own))

    def show_matrix(self, matrix: Matrix) -> None:
        """Show what was wished for."""
        picked = self._picked_keys()
        first = self._stack.currentWidget() is self._empty
        self.model.set_matrix(matrix)
        empty = not matrix.units
        if empty:
            self._say_why()
            return
        self._stack.setCurrentWidget(self._split)
        said = self.tr("{0} 家单位 · {1} 份文件").format(matrix.units, len(matrix.documents))
        self.view.corner.show_total(said, matrix.total)
        self._pick_again(*picked)
        if first and not self.filters.has_focus():
            self.take_focus()

    def show_waiting(self) -> None:
        """Say that the ledger is being read."""
        self._say(self.tr("正在汇总责任台账…"))

    def show_failed(self) -> None:
        """Say that the ledger could not be read."""
        self._say(self.tr("未能读取责任台账。"), self.retry)

    def copy_all(self) -> None:
        """Copy the matrix as it is shown, with its totals."""
        matrix = self.model.matrix
        if self._too_much(matrix.units, len(matrix.documents)):
            return
        copy_table(matrix_table(self.model))
        self.told.emit(
            self.tr("已复制 {0} 家单位 × {1} 份文件，可粘贴到 Excel、Word 或 WPS").format(
                matrix.units, len(matrix.documents)
            )
        )

    def copy_selection(self) -> None:
        """Copy the selected cells with their heads."""
        rows, columns = self.view.range()
        if rows and not self._too_much(len(rows), len(columns)):
            copy_table(matrix_table(self.model, rows, columns))
            self.told.emit(self.tr("已复制所选单元格"))

    def documents(self) -> tuple[int, ...]:
        """Return the numbers of the documents shown."""
        return tuple(document.number for document in self.model.matrix.documents)

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _too_much(self, units: int, documents: int) -> bool:
        """Whether a table is too large to be copied; says so."""
        if units * documents <= MOST_CELLS:
            return False
        said = self.tr("{0} 家单位 × {1} 份文件，一次最多复制 {2} 格，请先筛选或少选一些")
        self.told.emit(said.format(units, documents, MOST_CELLS))
        return True

    def _show_pick(self, pick: Pick) -> None:
        row = self.model.unit_row(pick.row) if pick.row is not None else None
        document = self.model.document(pick.column) if pick.column is not None else None
        matrix = self.model.matrix
        if row is not None and row.unit is not None and document is not None:
            assert pick.row is not None
            assert pick.column is not None
            counts = matrix.cell(pick.row, pick.column)
            title = f"{unit_name(row)} · {self.model.document_name(document)}"
            if not counts:
                self.pane.show_nothing(title, self.tr("这份文件没有写明该单位的任务。"))
                return
            asks = [Ask(document.number, row.unit.key, matrix.duty)]
            self.pane.show_clauses(f"{title}：{counts_text(counts)}", asks, hidden=(UNIT, DOCUMENT))
        elif row is not None and row.unit is not None and self._index is not None:
            held = self._index.documents_of(row.unit.key, matrix.duty)
            asks = [Ask(d.number, row.unit.key, matrix.duty) for d in matrix.documents if d.number in held]
            title = self.tr("{0} · {1} 份文件：{2}").format(unit_name(row), row.documents, counts_text(row.counts))
            self.pane.show_clauses(title, asks, hidden=(UNIT,))
        elif document is not None:
            rows = [r for place, r in enumerate(matrix.rows) if r.unit and matrix.cell(place, pick.column or 0)]
            asks = [Ask(document.number, r.unit.key, matrix.duty) for r in rows if r.unit]
            title = f"{self.model.document_name(document)}：{counts_text(matrix.totals[document.number])}"
            self.pane.show_clauses(title, asks, whole=True, hidden=(DOCUMENT,))

    def _picked_documents(self) -> tuple[int, ...]:
        """Return the documents that the list of clauses is about."""
        pick = self.view.pick()
        document = self.model.document(pick.column) if pick.column is not None else None
        if document is not None:
            return (document.number,)
        row = self.model.unit_row(pick.row) if pick.row is not None else None
        if row is None or row.unit is None or self._index is None:
            return ()
        held = self._index.documents_of(row.unit.key, self.model.matrix.duty)
        return tuple(number for number in self.documents() if number in held)

    def _picked_keys(self) -> tuple[str | None, int | None]:
        pick = self.view.pick()
        row = self.model.unit_row(pick.row) if pick.row is not None else None
        document = self.model.document(pick.column) if pick.column is not None else None
        return (row.unit.key if row and row.unit else None, document.number if document else None)

    def _pick_again(self, key: str | None, number: int | None) -> None:
        """Pick what was picked before, else the first cell that holds anything of the own unit, or of the first one."""
        matrix = self.model.matrix
        rows = {row.unit.key: place for place, row in enumerate(matrix.rows) if row.unit}
        columns = {document.number: place for place, document in enumerate(matrix.documents)}
        if key in rows and number in columns:
            self.view.setCurrentIndex(self.model.index(rows[key], columns[number]))
        elif key in rows and number is None:
            self.view.take_row(rows[key])
        elif key is None and number in columns:
            self.view.take_column(columns[number])
        else:
            units = [place for place, row in enumerate(matrix.rows) if row.unit]
            first = next((place for place in units if matrix.rows[place].own), units[0])
            filled = (column for column in columns.values() if matrix.cell(first, column))
            column = next(filled, 0)
            self.view.setCurrentIndex(self.model.index(first, column))
            self.view.scrollTo(self.model.index(first - 1, column))  # the head of the group

    def _say_why(self) -> None:
        """Say why there is nothing to see, and what to do about it."""
        if self.filters.is_clear():
            self._say(self.tr("文件库里还没有写明责任单位的文件。\n导入文件以后，这里按单位和文件列出各自的任务。"))
        else:
            self._say(self.tr("没有符合的单位或文件。"), self.reset)

    def _say(self, sentence: str, offered: QPushButton | None = None) -> None:
        self.nothing.setText(sentence)
        for button in (self.reset, self.retry):
            button.setVisible(button is offered)
        self._stack.setCurrentWidget(self._empty)

    def _build(self) -> None:
        self.reset.setText(self.tr("清除筛选"))
        self.retry.setText(self.tr("重试"))
        self._empty = EmptyPage(self.nothing, (self.reset, self.retry), self)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.view)
        self._split.addWidget(self.pane)
        self._split.setSizes(list(_HEIGHTS))
        self._split.setStretchFactor(0, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
