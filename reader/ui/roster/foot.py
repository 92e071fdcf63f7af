"""The foot of the office's list: how many units there are, what needs a look, and whether it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINES = 4  # sentences that are seen at once


class RosterFoot(QWidget):
    """Sentences about the paste, then one line of state, then the ways out."""

    next_problem_requested = Signal()
    retry_requested = Signal()
    export_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = self._label("secondary", wrap=True)
        self.hint.setText(
            self.tr(
                "曾用名、上级对口部门有几个的，用顿号隔开。上级对口部门只用来提示：读到“市经济信息化委”时，"
                "提示本级对口的是哪个单位；原文和读出的责任单位都不会改动。"
            )
        )
        self.message = self._label("warning", wrap=True)
        self.sentences = QPlainTextEdit(self)
        self.sentences.setReadOnly(True)
        self.sentences.setTabChangesFocus(True)
        self.sentences.setAccessibleName(self.tr("粘贴时发现的问题"))
        self.count, self.saved = self._label("secondary"), self._label("secondary")
        self.problems = QToolButton(self)
        self.problems.setObjectName("warning")
        self.problems.setToolTip(self.tr("到下一处（F8）"))
        self.retry = self._button(self.tr("再试一次"))
        self.export = self._button(self.tr("导出…"))
        self.close_ = self._button(self.tr("关闭"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.count, self.problems, self.saved, self.retry):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.export)
        row.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.hint)
        column.addWidget(self.message)
        column.addWidget(self.sentences)
        column.addLayout(row)
        self.problems.clicked.connect(self.next_problem_requested)
        self.retry.clicked.connect(self.retry_requested)
        self.export.clicked.connect(self.export_requested)
        self.close_.clicked.connect(self.close_requested)
        self.tell("")

    def tell(self, text: str, *, retry: bool = False) -> None:
        """Say one sentence, or nothing; ``retry`` offers to save again."""
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.sentences.hide()
        self.retry.setVisible(retry)

    def tell_all(self, sentences: Sequence[str]) -> None:
        """Say several sentences, each on a line."""
        if len(sentences) < 2:
            self.tell("".join(sentences))
            return
        self.tell(self.tr("粘贴的内容有 {0} 处要看一下（行号是粘贴内容的行号）：").format(len(sentences)))
        self.sentences.setPlainText("\n".join(sentences))
        lines = min(len(sentences), _LINES)
        self.sentences.setFixedHeight(lines * self.sentences.fontMetrics().lineSpacing() + 20)
        self.sentences.show()

    def show_state(self, units: int, problems: int) -> None:
        self.count.setText(self.tr("{0} 个单位").format(units) if units else "")
        self.count.setVisible(bool(units))
        self.hint.setVisible(bool(units))
        self.problems.setText(self.tr("▲ {0} 处待核对").format(problems))
        self.problems.setVisible(problems > 0)
        self.export.setEnabled(bool(units))

    def show_saved(self, words: str) -> None:
        self.saved.setText(words)

    def _label(self, name: str, *, wrap: bool = False) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(wrap)
        return label

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button
