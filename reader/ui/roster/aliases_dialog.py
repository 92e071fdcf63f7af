"""The dialog 单位别名: which names are one unit. What is unsure is asked, never done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.operations.unit_names import UnitNamesReader
from reader.ui.roster.alias_form import AliasForm
from reader.ui.roster.aliases_list import PairDelegate, PairsModel, PairsView
from reader.ui.roster.aliases_rows import places_of
from reader.ui.roster.aliases_sheet import AliasesSheet, PlacesReader
from reader.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from reader.ui.jobs import JobRunner
    from reader.ui.roster.aliases_rows import Pair
    from reader.ui.theme import Theme
    from reader.ui.workspace import Workspace

_SIZE = (800, 580)


class AliasesDialog(QDialog):
    """Proposals to accept or refuse one by one, what was decided to take back, and pairs of the user's own."""

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(self.tr("单位别名"))
        self.resize(*_SIZE)
        self.sheet = AliasesSheet(workspace, jobs)
        self.form = AliasForm(self)
        self.model = PairsModel(self)
        self._delegate = PairDelegate(workspace.theme, self)
        self.view = PairsView(self.model, self._delegate, self)
        self.box = QLineEdit(self)
        self.nothing = self._label("emptyText")
        self.message = self._label("warning")
        self.status = self._label("secondary")
        self.open_button, self.decided_button = self._switch(), self._switch()
        self.accept_button = self._button(self.tr("是同一单位（Y）"))
        self.refuse_button = self._button(self.tr("不是（N）"))
        self.forget_button = self._button(self.tr("撤回认定"))
        self.undo_button = self._button(self.tr("撤销"))
        self.close_button = self._button(self.tr("关闭"))
        self._build()
        self._connect(jobs)
        self.open_button.setChecked(True)
        self.sheet.load()
        self._show()

    def answer(self, same: bool) -> None:
        """Decide on the pair under the cursor; the cursor goes on to the next."""
        pair = self.chosen()
        if pair is not None:
            self.sheet.decide(pair, same=same)

    def forget(self) -> None:
        """Take back what was decided on the pair under the cursor."""
        pair = self.chosen()
        if pair is not None and pair.same is not None:
            self.sheet.forget(pair)

    def chosen(self) -> Pair | None:
        return self.model.pair(self.view.currentIndex())

    def _begin(self) -> None:
        """Put the cursor where there is something to do."""
        if self.model.rowCount():
            self.view.setFocus()

    def _show(self) -> None:
        row = max(self.view.currentIndex().row(), 0)
        open_, decided = self.sheet.open, self.sheet.decided
        self.open_button.setText(self.tr("待确认 {0}").format(len(open_)))
        self.decided_button.setText(self.tr("已认定 {0}").format(len(decided)))
        self.model.set_pairs(decided if self.decided_button.isChecked() else open_)
        count = self.model.rowCount()
        if count:
            self.view.setCurrentIndex(self.model.index(min(row, count - 1)))
        self._refresh()

    def _refresh(self) -> None:
        deciding = self.open_button.isChecked()
        pair = self.chosen()
        for button in (self.accept_button, self.refuse_button):
            button.setEnabled(pair is not None)
        self.accept_button.setVisible(deciding or (pair is not None and pair.same is False))
        self.refuse_button.setVisible(deciding or (pair is not None and pair.same is True))
        self.forget_button.setVisible(not deciding)
        self.forget_button.setEnabled(pair is not None)
        text = self.sheet.undo_text()
        self.undo_button.setEnabled(text is not None)
        self.undo_button.setToolTip(self.tr("撤销：{0}（Ctrl+Z）").format(text) if text else "")
        self.pages.setCurrentWidget(self.view if self.model.rowCount() else self.nothing)
        self.nothing.setText(self._why_empty(deciding=deciding))

    def _why_empty(self, *, deciding: bool) -> str:
        if not self.sheet.loaded:
            return self.tr("正在读取…")
        if self.box.text().strip():
            return self.tr("没有符合的单位")
        if not deciding:
            return self.tr("还没有认定过。\n认定之后，两个名称在责任台账和本单位统计里算作一个单位；原文照旧。")
        return self.tr("没有拿不准的单位。\n库里的文件出现疑似同一单位的不同写法时，会列在这里请您确认。")

    def _offer_places(self, keys: tuple[str, ...]) -> None:
        """Offer the places of the library's documents, that of the one on the desk first; anywhere last."""
        here = self._workspace.document
        first = places_of([here.entry]) if here is not None else ()
        self.form.set_places((*dict.fromkeys((*first, *keys)), ""))

    def _saved(self, time: str) -> None:
        self._tell("")
        self.status.setText(self.tr("已保存 {0}").format(time))

    def _refused(self, reason: str) -> None:
        self._tell(self.tr("没有保存：{0}").format(reason))

    def _tell(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.view.viewport().update()

    def _connect(self, jobs: JobRunner) -> None:
        self.sheet.read.connect(self._begin)
        self.sheet.changed.connect(self._show)
        self.sheet.saved.connect(self._saved)
        self.sheet.failed.connect(self._refused)
        self.box.textChanged.connect(self._query_changed)
        self._group.buttonToggled.connect(lambda _button, _on: self._show())
        self.view.selectionModel().currentChanged.connect(lambda _new, _old: self._refresh())
        self.view.answered.connect(self.answer)
        self.view.removal_requested.connect(self.forget)
        self.accept_button.clicked.connect(lambda: self.answer(True))
        self.refuse_button.clicked.connect(lambda: self.answer(False))
        self.forget_button.clicked.connect(self.forget)
        self.form.pair_entered.connect(lambda pair, same: self.sheet.decide(pair, same=same))
        self.undo_button.clicked.connect(self.sheet.undo)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.sheet.undo)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.sheet.redo)
        self._workspace.theme_changed.connect(self._set_theme)
        self._offer_places(())
        self._places = PlacesReader()
        self._places.read.connect(self._offer_places)
        self._places.begin(jobs, self._workspace.entries)
        self._names = UnitNamesReader(jobs)
        self._names.read.connect(self.form.set_names)
        self._names.begin()

    def _query_changed(self, query: str) -> None:
        self.model.set_query(query)
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
        self._refresh()

    def _build(self) -> None:
        hint = self._label("secondary")
        hint.setText(
            self.tr(
                "同一单位的不同写法，认定后在责任台账、本单位统计和排序里算作一个；读到的原文不变。拿不准的只在这里提出，由您决定。"
            )
        )
        segmented = Segmented((self.open_button, self.decided_button), self)
        self._group = segmented.group
        self.box.setPlaceholderText(self.tr("筛选单位、地区…"))
        self.box.setAccessibleName(self.tr("筛选单位、地区"))
        self.box.setClearButtonEnabled(True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(segmented)
        top.addStretch(1)
        top.addWidget(self.box)
        self.box.setFixedWidth(220)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.nothing)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        for widget in (self.accept_button, self.refuse_button, self.forget_button):
            answers.addWidget(widget)
        answers.addStretch(1)
        answers.addWidget(self.undo_button)
        own = self._label("secondary")
        own.setText(self.tr("自己知道的，在这里添加："))
        foot = QHBoxLayout()
        foot.addWidget(self.status, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(hint)
        column.addLayout(top)
        column.addWidget(self.pages, 1)
        column.addLayout(answers)
        column.addSpacing(8)
        column.addWidget(own)
        column.addWidget(self.form)
        column.addWidget(self.message)
        column.addLayout(foot)
        self._tell("")

    def _switch(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        return button

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
