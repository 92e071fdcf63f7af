"""The digest on its way from the library to the panel, in slices, so that nothing that is being saved waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reader.library.excerpts import Excerpt
    from reader.library.runs import Run
    from reader.ui.jobs import Job, JobRunner

_SLICE = 20.0  # ms


class DigestReader(QObject):
    """Tells ``read`` when the excerpts are there; what is late for a newer reading is dropped."""

    read = Signal(object)  # excerpts in their order
    failed = Signal(object)  # the exception

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reading: Job | None = None

    def begin(self) -> None:
        """Read the excerpts anew."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._jobs.library_call(lambda library: library.excerpts.begin_all(), self._step, self._refused)

    def _step(self, run: Run[tuple[Excerpt, ...]]) -> None:
        def stepped(more: bool) -> None:
            if more:
                self._step(run)
            else:
                self.read.emit(run.result)

        self._reading = self._jobs.library_call(lambda _library: run.step(_SLICE), stepped, self._refused)

    # A method of this object, not ``emit`` of its signal: it keeps the object alive until the answer is there.
    def _refused(self, error: Exception) -> None:
        self.failed.emit(error)
