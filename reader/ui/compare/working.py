"""Comparing away from the window's thread: the screenful in view first, then the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reader.comparison.memo import Memo
    from reader.comparison.options import Options, Sections
    from reader.library.records import OpenDocument
    from reader.progress import CancelToken, Progress
    from reader.ui.compare.outcome import Outcome
    from reader.ui.jobs import Job, JobRunner

_SHORT = 30_000  # characters of both sides together that are compared as a whole as quickly as a part of them


class Question(NamedTuple):
    """Which documents are compared, and how; without a mode their likeness decides."""

    left: OpenDocument
    right: OpenDocument
    mode: str | None
    direction: str
    options: Options
    around: Sections = (0, 0)  # the clauses in view

    @property
    def characters(self) -> int:
        return len(self.left.reading.text) + len(self.right.reading.text)


class Work(QObject):
    """One comparison at a time; a newer one takes the place of the one under way.

    What is known of two documents is kept for the next question about them, which then costs only what is new.
    """

    partly_done = Signal(object)  # Outcome of what is in view
    done = Signal(object)  # Outcome
    failed = Signal(object)  # the exception

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._memo: Memo | None = None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def begin(self, question: Question, *, coloured: bool = False) -> None:
        """Work an answer out; ``coloured`` says that the papers show one already, so no part of it is told first."""
        self.cancel()
        if coloured or question.characters <= _SHORT:
            self._begin_whole(question)
            return

        def part(cancel: CancelToken, _progress: Progress) -> Outcome:
            from reader.library.comparing import first_view_of  # loads rapidfuzz
            from reader.ui.compare.outcome import outcome

            left, right, mode, _direction, options, around = question
            found = first_view_of(left, right, around, mode=mode, options=options, cancel=cancel)
            return outcome(found, left, right)

        def told(found: Outcome) -> None:
            self._begin_whole(question)
            self.partly_done.emit(found)

        self._job = self._jobs.run(part, told, lambda _error: self._begin_whole(question))

    def cancel(self) -> None:
        """Stop; nothing of it is told."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def forget(self) -> None:
        """Stop, and forget what is known: other documents come."""
        self.cancel()
        self._memo = None

    def _begin_whole(self, question: Question) -> None:
        memo = self._memo

        def whole(cancel: CancelToken, _progress: Progress) -> tuple[Outcome, Memo]:
            from reader.comparison.memo import Memo
            from reader.library.comparing import compare_documents
            from reader.ui.compare.outcome import outcome

            left, right, mode, direction, options, _around = question
            known = memo or Memo()
            found = compare_documents(left, right, mode, cancel, direction=direction, options=options, memo=known)
            cancel.check()
            return outcome(found, left, right), known

        self._job = self._jobs.run(whole, self._take, self._refuse)

    def _take(self, found: tuple[Outcome, Memo]) -> None:
        self._job = None
        self._memo = found[1]
        self.done.emit(found[0])

    def _refuse(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)
