"""What the user says of an upper clause: a verdict and a remark. There is no OK button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.comparison.judgement import Judgement, Verdict
from reader.ui.compare.class_chip import Chip
from reader.ui.compare.difference_words import verdict_words
from reader.ui.notes.draft import Draft
from reader.ui.notes.editor import SAVE_AFTER
from reader.ui.notes.note_field import NoteField
from reader.ui.theme import RADIUS
from reader.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.ui.theme import Theme

VERDICTS = tuple(Verdict)
_NONE = Judgement(None)
_LINES = 3  # of the remark


class JudgementField(QFrame):
    """A verdict is told at once, the remark as it is typed, both at once when the field is left."""

    judged = Signal(int, object)  # number of the left section, Judgement or None
    left = Signal()  # the keyboard goes back to the list

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._section: int | None = None
        self._verdict: Draft[Verdict | None] = Draft.of(None)
        self._remark: Draft[str] = Draft.of("")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._build()
        self._timer.timeout.connect(self._save)
        self.remark.textChanged.connect(self._typed)
        self.remark.focus_left.connect(self._save)
        self.remark.done.connect(self._leave)

    def section(self) -> int | None:
        """Return the left section that is judged."""
        return self._section

    def open(self, section: int, judgement: Judgement | None) -> None:
        """Take a clause; the one before is saved first. The same one again only brings news of the store."""
        judgement = judgement or _NONE
        if section == self._section:
            self._hear(judgement)
            return
        self.flush()
        self._section = section
        self._verdict, self._remark = Draft.of(judgement.verdict), Draft.of(judgement.remark)
        self.remark.show_text(judgement.remark)
        self.remark.document().clearUndoRedoStacks()
        self._show_verdict()

    def close_clause(self) -> None:
        """Let go of the clause, after saving."""
        self.flush()
        self._section = None

    def flush(self) -> None:
        """Hand on at once what is typed, the input method's part included."""
        self.remark.commit_preedit()
        self._save()

    def judge(self, verdict: Verdict | None) -> None:
        """Give the verdict; the same one again takes it back."""
        if self._section is None:
            return
        self._verdict.typed = None if verdict == self._verdict.typed else verdict
        self._show_verdict()
        self._save()

    def set_tight(self, *, tight: bool) -> None:
        """Give the remark one line instead of three where the window is low."""
        self.remark.set_lines(1 if tight else _LINES)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self.buttons.values():
            button.set_theme(theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.hairline), 1))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _build(self) -> None:
        head = QLabel(self.tr("承接情况"), self)
        head.setObjectName("secondary")
        hint = QLabel(self.tr("按 1–6 判定"), self)
        hint.setObjectName("secondary")
        row = QHBoxLayout()
        row.addWidget(head)
        row.addStretch(1)
        row.addWidget(hint)
        choices = QWidget(self)
        flow = FlowLayout(choices)
        self.buttons: dict[Verdict, Chip] = {}
        for number, verdict in enumerate(VERDICTS, start=1):
            button = Chip(verdict_words(verdict), self._theme, choices)
            button.setToolTip(str(number))
            button.clicked.connect(lambda _checked=False, one=verdict: self.judge(one))
            self.buttons[verdict] = button
            flow.addWidget(button)
        self.remark = RemarkField(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(choices)
        layout.addWidget(self.remark)

    def _typed(self) -> None:
        self._remark.typed = self.remark.toPlainText()
        # Started once and not anew with each key: who types on is saved all the same.
        if self._remark.dirty and not self._timer.isActive():
            self._timer.start()

    def _save(self) -> None:
        self._timer.stop()
        if self._section is None or not (self._verdict.dirty or self._remark.dirty):
            return
        verdict = self._verdict.take() if self._verdict.dirty else self._verdict.typed
        remark = self._remark.take() if self._remark.dirty else self._remark.typed
        judgement = Judgement(verdict, remark)
        empty = judgement.verdict is None and not judgement.remark.strip()
        self.judged.emit(self._section, None if empty else judgement)

    def _hear(self, judgement: Judgement) -> None:
        self._verdict.hear(judgement.verdict)
        if self._remark.hear(judgement.remark):
            self.remark.show_text(judgement.remark)
        self._show_verdict()

    def _show_verdict(self) -> None:
        for verdict, button in self.buttons.items():
            button.setChecked(verdict == self._verdict.typed)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()


class RemarkField(NoteField):
    """A field of a few lines."""

    def __init__(self, parent: QWidget) -> None:
        self._lines = _LINES
        super().__init__(parent)
        self.setPlaceholderText(self.tr("备注（自动保存）"))
        self.setAccessibleName(self.tr("承接情况备注"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def set_lines(self, lines: int) -> None:
        """Show so many lines; the others are scrolled to."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().lineSpacing() * self._lines + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().lineSpacing() + 20)
