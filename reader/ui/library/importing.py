"""Bring files into the library, one after the other, while the window goes on."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.library.ingest import Prepared
    from reader.library.records import Failure, Imported
    from reader.ui.jobs import Job, JobRunner


class Importing(QObject):
    """A queue of files. Each is read and derived in the pool and stored on the library's thread.

    A bad file never stops the rest. A file with a 密级 mark is kept out until the user has answered.
    """

    progressed = Signal(int, int, str)  # done, in all, name of the file in work
    imported = Signal(object)  # Imported
    refused = Signal(object)  # Failure
    secrecy_found = Signal(object, str)  # path, mark
    finished = Signal(object, object)  # tuple of Imported, tuple of Failure

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting: deque[tuple[Path, bool]] = deque()
        self._job: Job | None = None
        self._busy = False  # a file is being prepared or stored
        self._storing = False
        self._done = 0
        self._total = 0
        self._imported: list[Imported] = []
        self._failures: list[Failure] = []

    @property
    def active(self) -> bool:
        return self._job is not None

    def add(self, paths: Iterable[Path], *, false_alarm: bool = False) -> None:
        """Queue files and folders; ``false_alarm`` lets a 密级 mark pass that the user called a mistake."""
        from reader.library.ingest import files_in

        wanted = list(paths)
        walk = self._jobs.run(
            lambda _cancel, _progress: files_in(wanted),
            lambda found: self._queue(*found, false_alarm),
            lambda _error: self._queue([], [], false_alarm),
        )
        self._job = self._job or walk

    def _queue(self, files: list[Path], failures: list[Failure], false_alarm: bool) -> None:
        self._failures += failures
        for failure in failures:
            self.refused.emit(failure)
        self._waiting.extend((path, false_alarm) for path in files)
        self._total += len(files)
        if not self._busy:
            self._next()

    def cancel(self) -> None:
        """Stop; what was stored stays."""
        self._waiting.clear()
        if self._job is None or self._storing:  # a store under way ends by itself, and its document is there
            return
        self._job.cancel()
        self._job, self._busy = None, False
        self._finish()

    def _next(self) -> None:
        if not self._waiting:
            self._job, self._busy = None, False
            self._finish()
            return
        self._busy = True
        path, false_alarm = self._waiting.popleft()
        from reader.library.ingest import prepare, printable

        self.progressed.emit(self._done, self._total, printable(path.name))

        self._job = self._jobs.run(
            lambda cancel, _progress: prepare(path, false_alarm=false_alarm, cancel=cancel),
            lambda prepared: self._store(path, prepared),
            lambda error: self._refuse(path, error),
        )

    def _store(self, path: Path, prepared: Prepared) -> None:
        self._storing = True
        self._job = self._jobs.library_call(
            lambda library: library.documents.store(prepared), self._stored, lambda error: self._refuse(path, error)
        )

    def _stored(self, imported: Imported) -> None:
        self._imported.append(imported)
        self.imported.emit(imported)
        self._advance()

    def _refuse(self, path: Path, error: Exception) -> None:
        from reader.library.errors import SecrecyMarked
        from reader.library.ingest import printable
        from reader.library.records import Failure

        if isinstance(error, SecrecyMarked):
            self.secrecy_found.emit(path, error.mark)
        else:
            failure = Failure(printable(path.name), _reason(error) or self.tr("无法读取"))
            self._failures.append(failure)
            self.refused.emit(failure)
        self._advance()

    def _advance(self) -> None:
        self._storing = False
        self._done += 1
        self._next()

    def _finish(self) -> None:
        imported, failures = tuple(self._imported), tuple(self._failures)
        self._done = self._total = 0
        self._imported, self._failures = [], []
        self.finished.emit(imported, failures)


def _reason(error: Exception) -> str | None:
    """Return the sentence an error brings for the user, None for one that was not made for the user's eyes."""
    from reader.importers import ImportFailed
    from reader.library.errors import LibraryError

    if isinstance(error, ImportFailed):
        return error.reason
    return error.message if isinstance(error, LibraryError) else None
