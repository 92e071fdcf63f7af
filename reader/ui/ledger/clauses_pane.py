"""The list of clauses behind a part of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.ledger.clauses_model import ClausesModel
from reader.ui.ledger.clauses_view import ClausesView
from reader.ui.ledger.copying import copy_table
from reader.ui.ledger.feed import Feed, Head
from reader.ui.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.clauses import LedgerClause
    from reader.ui.jobs import JobRunner
    from reader.ui.ledger.feed import Ask
    from reader.ui.theme import Theme


class ClausesPane(QWidget):
    """What was picked, in words, then its clauses; a double click or Enter leads into the text."""

    clause_chosen = Signal(object)  # LedgerClause
    export_requested = Signal()
    copied = Signal(int)  # how many clauses

    def __init__(self, theme: Theme, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.feed = Feed(jobs, self)
        self.model = ClausesModel(self.feed, theme, self)
        self.view = ClausesView(self.model, self)
        self.title = ElidedLabel(self)
        self.copy_button = self._button(self.tr("复制清单"), self.tr("复制为表格，可粘贴到 Excel、Word 或 WPS"))
        self.export_button = self._button(self.tr("导出任务分解表…"), self.tr("把这些文件导出为任务分解表"))
        self.nothing = QLabel(self)
        self.nothing.setObjectName("emptyText")
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.nothing.setWordWrap(True)
        self._copying = False
        self._going_on = False
        self._build()
        self.view.chosen.connect(self.clause_chosen)
        self.view.copy_requested.connect(lambda: self._copy(self.view.chosen_clauses()))
        self.copy_button.clicked.connect(self.copy_all)
        self.export_button.clicked.connect(self.export_requested)
        self.feed.arrived.connect(lambda _rows: self._arrived())
        self.feed.ended.connect(self._ended)
        self.feed.failed.connect(self._failed)

    def set_theme(self, theme: Theme) -> None:
        self.model.set_theme(theme)
        self.view.viewport().update()

    def show_clauses(
        self,
        title: str,
        questions: Sequence[Ask | Head],
        own_units: tuple[str, ...] = (),
        *,
        whole: bool = False,
        hidden: Iterable[int] = (),
    ) -> None:
        """List the answers to some questions; ``hidden`` columns would say the same in each row."""
        self._rest()
        self.title.setText(title)
        self._tell(self.tr("正在读取…"))
        self.view.hide_columns(hidden)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(bool(questions))
        self.feed.begin(questions, own_units, whole=whole)

    def put_beside_title(self, widget: QWidget) -> None:
        """Let a widget stand behind the title."""
        self._head.insertWidget(1, widget)

    def show_nothing(self, title: str, sentence: str) -> None:
        """Say a sentence in place of the list."""
        self.show_clauses(title, ())
        self._tell(sentence)

    def go_on(self) -> None:
        """Put the cursor into the list; one clause alone is opened at once. Waits for the list where it is to come."""
        rows = [row for row in self.model.rows() if not isinstance(row, Head)]
        self._going_on = not rows
        if len(rows) == 1 and not self.feed.more_to_come:
            self.clause_chosen.emit(rows[0])
        elif rows:
            self.view.begin()

    def copy_all(self) -> None:
        """Copy the whole list, also what was not looked at yet."""
        self._copying = True
        if self.feed.more_to_come:
            self._name_copy(self.tr("正在读取…"))
            self.feed.ask_all()
        else:
            self._ended()

    def _arrived(self) -> None:
        self.pages.setCurrentWidget(self.view)
        if self._going_on and not self.feed.more_to_come:
            self.go_on()

    def _ended(self) -> None:
        if not self.model.rowCount() and self.pages.currentWidget() is self.nothing:
            self._tell(self.tr("没有条款。"))
        if self._copying:
            self._copying = False
            self._name_copy(self.tr("复制清单"))
            self._copy([row for row in self.model.rows() if not isinstance(row, Head)])

    def _failed(self, _error: Exception) -> None:
        self._rest()
        self._tell(self.tr("未能读取这些条款。"))

    def _rest(self) -> None:
        """Wait for nothing any more."""
        self._copying = self._going_on = False
        self._name_copy(self.tr("复制清单"))

    def _copy(self, clauses: Sequence[LedgerClause]) -> None:
        if clauses:
            copy_table([self.model.titles(), *map(self.model.words, clauses)])
            self.copied.emit(len(clauses))

    def _tell(self, sentence: str) -> None:
        self.nothing.setText(sentence)
        self.pages.setCurrentWidget(self.nothing)

    def _name_copy(self, text: str) -> None:
        self.copy_button.setText(text)

    def _build(self) -> None:
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.nothing)
        self.pages.addWidget(self.view)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(16, 6, 12, 6)
        self._head.setSpacing(4)
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addWidget(self.copy_button)
        self._head.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.pages, 1)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        return button
