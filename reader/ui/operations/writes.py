"""What all operations share: writing on the library's thread, telling the outcome, trying again, undoing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTime, Signal

from reader.ui.operations.steps import Step, Steps

if TYPE_CHECKING:
    from reader.library.library import Library
    from reader.library.records import Changes
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace

T = TypeVar("T")
Then = Callable[[], None]


class Writes(QObject):
    """Writes are told as saved only after their transaction is committed.

    What fails is kept: ``failed`` says so in one sentence, ``retry`` tries all of it again in its order.
    """

    undo_changed = Signal()
    saved = Signal(str)  # local time, 17:30:05
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        jobs: JobRunner,
        author: Callable[[], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._author = author or (lambda: workspace.settings.author)
        self._steps = Steps()
        self._unsaved: list[Then] = []

    def undo(self) -> None:
        """Take the last step back, after every write that is still under way."""
        self._after_writes(self._steps.undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self._after_writes(self._steps.redo)

    def undo_text(self) -> str | None:
        """Name the step that ``undo`` would take back."""
        return self._steps.undo_text()

    def redo_text(self) -> str | None:
        """Name the step that ``redo`` would do again."""
        return self._steps.redo_text()

    def has_unsaved(self) -> bool:
        """Tell whether a write failed and waits for another try."""
        return bool(self._unsaved)

    def retry(self) -> None:
        """Try everything again that could not be saved."""
        waiting, self._unsaved = self._unsaved, []
        for attempt in waiting:
            attempt()

    def _after_writes(self, step: Callable[[], bool]) -> None:
        # The library thread keeps the order, so an empty call comes back behind all writes before it.
        self._jobs.library_call(lambda _library: None, lambda _none: self.undo_changed.emit() if step() else None)

    def _write(self, work: Callable[[Library], T], done: Callable[[T], None]) -> None:
        self.retry()  # what waits is older, and must not be written over this later

        def succeeded(value: T) -> None:
            done(value)
            time = QTime.currentTime().toString("HH:mm:ss")
            self.saved.emit(time)
            self._workspace.saved.emit(time)

        def refused(error: Exception) -> None:
            self._unsaved.append(lambda: self._write(work, done))
            self.failed.emit(self._sentence(error))

        self._jobs.library_call(work, succeeded, refused)

    def _announcing(self, work: Callable[[Library], Changes], then: Then | None = None) -> None:
        """Write something that returns Changes, tell them, and then go on."""

        def done(changes: Changes) -> None:
            self._workspace.announce(changes)
            if then is not None:
                then()

        self._write(work, done)

    def _remember(self, text: str, undo: Then, redo: Then, key: Any = None) -> None:
        self._steps.remember(Step(text, undo, redo, key))
        self.undo_changed.emit()

    def _active(self) -> int | None:
        document = self._workspace.document
        return None if document is None else document.entry.number

    def _sentence(self, error: Exception) -> str:
        from reader.library.errors import LibraryError

        reason = error.message if isinstance(error, LibraryError) else self.tr("磁盘写入出错")
        return self.tr("未能保存：{0}").format(reason)
