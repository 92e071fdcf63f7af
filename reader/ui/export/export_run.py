"""Making what is exported without the window waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from reader.export.clipboard import Clip
    from reader.export.digest import DigestSource
    from reader.library.excerpts import Excerpt
    from reader.library.library import Library
    from reader.library.records import OpenDocument
    from reader.library.runs import Run
    from reader.progress import CancelToken, Progress
    from reader.ui.export.shown import Shown
    from reader.ui.export.wanted import Wanted, WantedNotes
    from reader.ui.jobs import Job, JobRunner
    from reader.ui.workspace import Workspace

_SLICE = 20  # ms of the library's time


class ExportRun(QObject):
    """One file at a time: a newer wish makes the older one stale. Has no parent, so that late answers find it."""

    excerpts_read = Signal(object)  # tuple of Clipping
    excerpts_refused = Signal()
    previewed = Signal(object)  # Shown
    progressed = Signal(int, int, str)
    written = Signal(object, int)  # path, notes or excerpts
    copied = Signal(int)  # notes
    failed = Signal(object)  # the exception

    def __init__(self, workspace: Workspace, jobs: JobRunner) -> None:
        super().__init__()
        self._workspace = workspace
        self._jobs = jobs
        self._job: Job | None = None

    def preview(self, wanted: Wanted, suffix: str) -> None:
        """Make what the file begins with, for the screen."""
        settings, theme = self._workspace.settings, self._workspace.theme

        def make(cancel: CancelToken, _progress: Progress) -> Shown:
            from reader.ui.export.shown import shown

            return shown(wanted, suffix, settings, theme, cancel)

        self.cancel()
        self._job = self._jobs.run(make, self._previewed, self._refused)

    def write(self, wanted: Wanted, path: Path) -> None:
        """Make the file."""
        settings = self._workspace.settings

        def make(cancel: CancelToken, progress: Progress) -> int:
            from reader.ui.export.wanted import write

            return write(wanted, path, settings, cancel, progress)

        self.cancel()
        self._job = self._jobs.run(make, lambda count: self._written(path, count), self._refused, self._progressed)

    def copy(self, wanted: WantedNotes) -> None:
        """Bring notes to the clipboard, even if nobody waits for it any more; the preview goes on meanwhile."""
        settings = self._workspace.settings

        def make(_cancel: CancelToken, _progress: Progress) -> tuple[Clip, int]:
            from reader.ui.export.writing import wanted_clip

            return wanted_clip(wanted, settings), wanted.total

        self._jobs.run(make, self._copied, key="export.copy")

    def cancel(self) -> None:
        """Stop what is under way; a file that is not yet written stays as it was."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def read_excerpts(self) -> None:
        """Read the digest with the documents that it is taken from, in slices: others write meanwhile."""
        self._jobs.library_call(lambda library: library.excerpts.begin_all(), self._step, self._excerpts_refused)

    def _step(self, run: Run[tuple[Excerpt, ...]]) -> None:
        def stepped(more: bool) -> None:
            if more:
                self._step(run)
            else:
                self._read(run.result, {})

        self._jobs.library_call(lambda _library: run.step(_SLICE), stepped, self._excerpts_refused)

    def _read(self, excerpts: tuple[Excerpt, ...], sources: dict[int, DigestSource]) -> None:
        """Read one document after the other."""
        from reader.library.exporting_digest import clipping_of, digest_source

        number = next((one.document for one in excerpts if one.document not in sources), None)
        if number is None:
            self.excerpts_read.emit(tuple(clipping_of(one, sources[one.document]) for one in excerpts))
            return
        held = self._workspace.document_of(number)

        def opened(document: OpenDocument) -> None:
            self._read(excerpts, {**sources, number: digest_source(document)})

        if held is not None:
            opened(held)
            return

        def open_(library: Library) -> OpenDocument:
            return library.documents.open(number, keep=False)

        self._jobs.library_call(open_, opened, self._excerpts_refused)

    # Methods of this object, not ``emit`` of its signals: they keep it alive until the answer is there.
    def _previewed(self, shown: Shown) -> None:
        self.previewed.emit(shown)

    def _progressed(self, done: int, total: int, words: str) -> None:
        self.progressed.emit(done, total, words)

    def _written(self, path: Path, count: int) -> None:
        self.written.emit(path, count)

    def _copied(self, made: tuple[Clip, int]) -> None:
        from reader.ui.export.clipboard import put

        clip, count = made
        put(clip)
        self.copied.emit(count)

    def _refused(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)

    def _excerpts_refused(self, _error: Exception) -> None:
        self.excerpts_refused.emit()
