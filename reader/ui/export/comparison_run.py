"""Making the file of a comparison without the window waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from reader.progress import CancelToken, Progress
    from reader.ui.export.comparison_files import WantedFile
    from reader.ui.export.comparison_preview import Preview
    from reader.ui.jobs import Job, JobRunner
    from reader.ui.workspace import Workspace


class ComparisonRun(QObject):
    """One file at a time: a newer wish makes the older one stale. Has no parent, so that late answers find it."""

    previewed = Signal(object)  # Preview
    written = Signal(object, int)  # path, rows or places
    failed = Signal(object)  # the exception

    def __init__(self, workspace: Workspace, jobs: JobRunner) -> None:
        super().__init__()
        self._workspace = workspace
        self._jobs = jobs
        self._job: Job | None = None

    def preview(self, wanted: WantedFile) -> None:
        """Make what the file begins with, for the screen."""
        theme = self._workspace.theme

        def make(cancel: CancelToken, _progress: Progress) -> Preview:
            from reader.ui.export.comparison_files import made
            from reader.ui.export.comparison_preview import preview_of

            return preview_of(made(wanted, cancel), theme)

        self.cancel()
        self._job = self._jobs.run(make, self._previewed, self._refused)

    def write(self, wanted: WantedFile, path: Path) -> None:
        """Make the file."""
        from reader.export.template import type_of
        from reader.ui.export.comparison_files import write_file

        settings = self._workspace.settings
        type_, author = type_of(settings), settings.author

        def write(cancel: CancelToken, _progress: Progress) -> int:
            return write_file(wanted, path, type_, author, cancel)

        self.cancel()
        self._job = self._jobs.run(write, lambda count: self._written(path, count), self._refused)

    def cancel(self) -> None:
        """Stop what is under way; a file that is not yet written stays as it was."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    # Methods of this object, not ``emit`` of its signals: they keep it alive until the answer is there.
    def _previewed(self, preview: Preview) -> None:
        self.previewed.emit(preview)

    def _written(self, path: Path, count: int) -> None:
        self.written.emit(path, count)

    def _refused(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)
