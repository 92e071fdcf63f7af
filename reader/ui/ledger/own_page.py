"""The page 本单位: what the own units lead, do or support, and fall under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.ledger.clauses_pane import ClausesPane
from reader.ui.ledger.empty_page import EmptyPage
from reader.ui.ledger.feed import Ask, Head
from reader.ui.ledger.own import OwnDocument, OwnGroup
from reader.ui.widgets.elided import ElidedLabel
from reader.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.ui.jobs import JobRunner
    from reader.ui.theme import Theme


class OwnPage(QWidget):
    """Three groups one below the other, or one of them; of all documents, or of those that just came."""

    clause_chosen = Signal(object)  # LedgerClause
    export_requested = Signal(object)  # tuple of document numbers
    own_requested = Signal()
    retry_requested = Signal()
    told = Signal(str)

    def __init__(self, theme: Theme, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_units: tuple[str, ...] = ()
        self._documents: tuple[OwnDocument, ...] | None = None
        self._only: frozenset[int] | None = None
        self._failed = False
        self.names = ElidedLabel(self)
        self.change = QToolButton(self)
        self.all_documents = QToolButton(self)
        self.groups = [QToolButton(self) for _ in range(len(OwnGroup) + 1)]
        self.pane = ClausesPane(theme, jobs, self)
        self.nothing = QLabel(self)
        self.choose, self.retry = QPushButton(self), QPushButton(self)
        self._build()
        for button in (self.change, self.choose):
            button.clicked.connect(self.own_requested)
        self.retry.clicked.connect(self.retry_requested)
        self.all_documents.clicked.connect(lambda: self.limit_to(None))
        self._switch.buttonClicked.connect(lambda _button: self._show())
        self.pane.clause_chosen.connect(self.clause_chosen)
        self.pane.export_requested.connect(lambda: self.export_requested.emit(self.documents()))
        self.pane.copied.connect(lambda count: self.told.emit(self.tr("已复制 {0} 条").format(count)))
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self.pane.set_theme(theme)

    def set_documents(self, own_units: tuple[str, ...], documents: Sequence[OwnDocument] | None) -> None:
        """Take the own units with the documents that concern them; None while those are being looked for."""
        self._own_units = own_units
        self._documents = None if documents is None else tuple(documents)
        self._failed = False
        self._show()

    def show_failed(self) -> None:
        """Say that what concerns the own units could not be read."""
        self._failed = True
        self._show()

    def limit_to(self, documents: frozenset[int] | None) -> None:
        """Show only these documents, None for all."""
        self._only = documents
        self._show()

    def documents(self) -> tuple[int, ...]:
        """Return the numbers of the documents shown."""
        return tuple(document.number for document in self._shown())

    def take_focus(self) -> None:
        if self._stack.currentWidget() is self._lists:
            self.pane.view.begin()
            self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self) -> list[OwnDocument]:
        chosen = self._chosen()
        return [
            document
            for document in self._documents or ()
            if (self._only is None or document.number in self._only)
            and any(document.clauses.get(group) for group in chosen)
        ]

    def _chosen(self) -> tuple[OwnGroup, ...]:
        place = self._switch.checkedId()
        return tuple(OwnGroup) if place <= 0 else (tuple(OwnGroup)[place - 1],)

    def _show(self) -> None:
        self.names.setText(self.tr("本单位：{0}").format("、".join(self._own_units)))
        self.all_documents.setVisible(self._only is not None)
        counts = self._counts()
        for button, (group, count) in zip(self.groups[1:], counts.items(), strict=True):
            button.setText(f"{group_word(group)} {count}")
        found = self._shown()
        sentence = self._why_empty(anything=bool(sum(counts.values())))
        self._stack.setCurrentWidget(self._empty if sentence else self._lists)
        self.nothing.setText(sentence)
        self.choose.setText(self.tr("修改本单位…") if self._own_units else self.tr("设定本单位…"))
        failed = self._failed and bool(self._own_units)
        self.retry.setVisible(failed)
        self.choose.setVisible(not failed and (self._documents is not None or not self._own_units))
        if sentence:
            self.pane.feed.cancel()
            return
        said = self.tr("刚导入的 {0} 份文件") if self._only is not None else self.tr("{0} 份文件")
        total = self.tr("，共 {0} 项").format(sum(document.total for document in found))
        self.pane.show_clauses(
            said.format(len(found)) + (total if self._switch.checkedId() <= 0 else ""),
            list(_questions(found, self._chosen())),
            self._own_units,
        )

    def _counts(self) -> dict[OwnGroup, int]:
        within = [d for d in self._documents or () if self._only is None or d.number in self._only]
        return {group: sum(document.clauses.get(group, 0) for document in within) for group in OwnGroup}

    def _why_empty(self, *, anything: bool) -> str:
        if not self._own_units:
            return self.tr("还没有设定本单位。\n设定以后，这里列出本单位牵头、负责、配合和属地落实的全部任务。")
        if self._failed:
            return self.tr("未能汇总本单位的任务。")
        if self._documents is None:
            return self.tr("正在汇总…")
        if anything:
            return ""
        if self._only is not None:
            return self.tr("刚导入的文件没有涉及本单位的任务。")
        return self.tr("库里的文件没有写明{0}的任务。").format("、".join(self._own_units))

    def _build(self) -> None:
        self.change.setText(self.tr("修改…"))
        self.retry.setText(self.tr("重试"))
        self.all_documents.setText(self.tr("看全部文件"))
        segmented = Segmented(self.groups, self)
        self._switch = segmented.group
        self.groups[0].setText(self.tr("全部"))
        self.groups[0].setChecked(True)
        self.pane.put_beside_title(self.all_documents)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.names)
        row.addWidget(self.change)
        row.addStretch(1)
        row.addWidget(segmented)
        self._lists = QWidget(self)
        lists = QVBoxLayout(self._lists)
        lists.setContentsMargins(0, 0, 0, 0)
        lists.setSpacing(0)
        lists.addLayout(row)
        lists.addWidget(self.pane, 1)
        self._empty = EmptyPage(self.nothing, (self.choose, self.retry), self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._lists)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)


def _questions(documents: Sequence[OwnDocument], groups: Sequence[OwnGroup]) -> Iterator[Ask | Head]:
    """Return what to look up, group after group, each with its head."""
    for group in groups:
        within = [document for document in documents if document.clauses.get(group)]
        if not within:
            continue
        yield Head(_group_words(group), sum(document.clauses[group] for document in within))
        for document in within:
            yield Ask(document.number, group=group)
            if group is OwnGroup.LOCAL:
                yield from (Ask(document.number, key, group=group) for key in document.generic)


def group_word(group: OwnGroup) -> str:
    """Return the name of a group, as short as a button wants it."""
    tr = QCoreApplication.translate
    match group:
        case OwnGroup.LEAD:
            return tr("ledger", "牵头")
        case OwnGroup.PART:
            return tr("ledger", "责任或配合")
    return tr("ledger", "属地或泛指")


def _group_words(group: OwnGroup) -> str:
    if group is OwnGroup.LOCAL:
        return QCoreApplication.translate("ledger", "属地或泛指（各区政府、各有关部门，是否涉及请核对）")
    return group_word(group)
