"""Asks what differs between the two documents on the desk, and shows what is known of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.comparison.records import EDITIONS, PEERS
from reader.ui.compare.desk import CompareDesk
from reader.ui.compare.pair import LEFT, RIGHT
from reader.ui.compare.working import Question, Work

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.compare.outcome import Outcome
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace


class ComparingView(CompareDesk):
    """Compares away from the window's thread: the screenful in view at once, then the whole."""

    compared = Signal(object)  # Comparison
    mode_chosen = Signal(str, str)  # by the user: mode, direction

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, jobs, parent)
        self._jobs = jobs
        self._work = Work(jobs, self)
        self.mode = EDITIONS  # as shown
        self.direction = PEERS
        self._wanted: str | None = None  # the mode chosen by the user; None lets likeness decide
        self.head.mode_requested.connect(self.set_mode)
        self.head.cancel_requested.connect(self.cancel)
        self.head.again_requested.connect(self.compare_again)
        self._work.partly_done.connect(self._show_outcome)
        self._work.done.connect(self._take)
        self._work.failed.connect(self._refused)

    def set_mode(self, mode: str, direction: str = PEERS) -> None:
        """Compare as editions, or by topics among peers or from an upper document down to a lower one."""
        if self._comparison is not None and (mode, direction) == (self.mode, self.direction):
            return
        self._wish(mode, direction)
        self.mode_chosen.emit(mode, direction)
        self._forget()
        self.compare_again()

    def cancel(self) -> None:
        """Stop comparing; both documents stay open, and what was known before stays shown."""
        if not self._work.busy:
            return
        self._work.cancel()
        self.head.set_busy(False)
        self.head.set_stopped(True)
        self.head.set_status(self.tr("比对已停止"))
        if self._comparison is None:
            self.differences.show_rows(self.tr("比对已停止"), ())

    def compare_again(self) -> None:
        """Begin again, after it was stopped or something was decided."""
        left, right = self.panes[LEFT].document, self.panes[RIGHT].document
        if left is None or right is None:
            return
        shown = self._comparison is not None
        self.head.set_busy(True)
        if not shown:
            self.differences.show_rows(self.tr("正在比对…"), ())
        around = tuple(pane.view.section or 0 for pane in self.panes)
        question = Question(left, right, self._wanted, self.direction, self._options(), (around[0], around[1]))
        self._work.begin(question, coloured=shown)

    def _forget(self) -> None:
        """Drop the outcome, and the work on one that is under way."""
        self._drop()
        self.steps.forget()
        self.differences.show_rows("", ())

    def _drop(self) -> None:
        """Drop the outcome: it is about a text that is no more. The difference in hand is looked for in the next one."""
        self._work.cancel()
        self._comparison = None
        self.head.set_stopped(False)
        self._show_outcome(None)

    def _take(self, found: Outcome) -> None:
        left, right = self.panes[LEFT].document, self.panes[RIGHT].document
        if left is None or right is None:
            return
        again = self._comparison is not None
        self._comparison = found.comparison
        self.mode, self.direction = found.comparison.mode, found.comparison.direction
        self.head.show_mode(self.mode, self.direction)
        self.head.set_busy(False)
        self._show_outcome(found)
        self.differences.show_comparison(found.comparison, left, right)
        self.steps.set_rows(self.differences.shown_rows())
        if not again:
            self._scrolled(self._active, self.active_view().place())
        self.shown_differently.emit()
        self.compared.emit(found.comparison)

    def _refused(self, error: Exception) -> None:
        self.head.set_busy(False)
        self.head.set_stopped(True)
        words = self.tr("比对未完成：{0}").format(type(error).__name__)
        self.head.set_status(words)
        if self._comparison is None:
            self.differences.show_rows(words, ())

    def _begin_anew(self) -> None:
        """Forget everything: other documents come."""
        self._forget()
        self._work.forget()

    def _wish(self, mode: str, direction: str) -> None:
        """Take how the next comparison is to be made; an empty mode lets likeness decide."""
        self._wanted, self.mode, self.direction = mode or None, mode or EDITIONS, direction
        self.head.show_mode(self.mode, direction)
