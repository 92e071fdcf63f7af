"""What the user says of the selected excerpt. There is no OK button: it is saved as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QTextCursor

from reader.ui.widgets.plain_field import PlainField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SAVE_AFTER = 800  # ms after the first key that is not saved yet
_LINES = 2


class RemarkField(PlainField):
    """Plain text of one excerpt; what is typed on is never overwritten by what was saved before."""

    remarked = Signal(int, str, str)  # number, what is typed, what was said before
    left = Signal()  # the keyboard goes back to the list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number: int | None = None
        self._known: list[str] = [""]  # what the library holds, and behind it what is on its way there
        self._text = ""  # what is typed; read only when keys came, for the widget turns a no-break space into a blank
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self._save)
        self.textChanged.connect(self._typed)
        self.focus_left.connect(self._save)
        self.done.connect(self._leave)
        self.setAccessibleName(self.tr("备注"))
        self.close_excerpt()

    def open(self, number: int, remark: str) -> None:
        """Take an excerpt; the one before is saved first. The same one again only brings news of the library."""
        if number == self._number:
            self._hear(remark)
            return
        self.flush()
        self._number, self._known = number, [remark]
        self._show(remark)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setEnabled(True)
        self.setPlaceholderText(self.tr("备注（自动保存，随摘编导出）"))
        self.document().clearUndoRedoStacks()

    def close_excerpt(self) -> None:
        """Let go of the excerpt, after saving."""
        self.flush()
        self._number = None
        self._show("")
        self.setEnabled(False)  # not hidden: the list above must not shrink under a double click
        self.setPlaceholderText(self.tr("选中一条，可在这里写备注"))

    def flush(self) -> None:
        """Hand on at once what is typed, the input method's part included."""
        self.commit_preedit()
        self._save()

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().lineSpacing() * _LINES + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().lineSpacing() * _LINES + 20)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _typed(self) -> None:
        self._text = self.toPlainText()
        # Started once and not anew with each key: who types on is saved all the same.
        if self._dirty() and not self._timer.isActive():
            self._timer.start()

    def _dirty(self) -> bool:
        return self._number is not None and self._text != self._known[-1]

    def _save(self) -> None:
        self._timer.stop()
        if self._number is not None and self._dirty():
            before = self._known[-1]
            self._known.append(self._text)
            self.remarked.emit(self._number, self._known[-1], before)

    def _hear(self, remark: str) -> None:
        if remark in self._known:  # an answer to what was typed here, or no news
            del self._known[: len(self._known) - 1 - self._known[::-1].index(remark)]
            return
        typed_on = self._dirty() or len(self._known) > 1
        self._known = [remark]
        if not typed_on:
            self._show(remark)

    def _show(self, remark: str) -> None:
        self._text = remark
        self.show_text(remark)
