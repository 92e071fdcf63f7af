"""Reading the chosen documents and making a table of them, without the window waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from reader.export.tasks_table import TaskTable, TaskTableOptions
    from reader.library.records import Changes, OpenDocument
    from reader.progress import CancelToken, Progress
    from reader.ui.jobs import Job, JobRunner
    from reader.ui.workspace import Workspace
    from reader.units.roster import RosterEntry

    Sections = Mapping[int, frozenset[int]]

_KEPT = 24  # documents that are kept for the next preview


class Wanted(NamedTuple):
    """A table that is to be made."""

    documents: tuple[int, ...]
    options: TaskTableOptions
    roster: tuple[RosterEntry, ...] = ()
    own_units: tuple[str, ...] = ()  # only their tasks, if any


class TasksRun(QObject):
    """One table at a time: a newer wish makes the older one stale. Has no parent, so that late answers find it."""

    roster_read = Signal(object)  # tuple of RosterEntry
    previewed = Signal(object)  # TaskTable
    progressed = Signal(int, int, str)  # documents done, in all, in words
    written = Signal(object, int)  # path, rows
    failed = Signal(object)  # the exception

    def __init__(self, workspace: Workspace, jobs: JobRunner) -> None:
        super().__init__()
        self._workspace = workspace
        self._jobs = jobs
        self._kept: dict[int, OpenDocument] = {}
        self._job: Job | None = None
        workspace.changed.connect(self._changed)

    def read_roster(self) -> None:
        self._jobs.library_call(
            lambda library: library.units.roster(), self._roster_arrived, lambda error: self.failed.emit(error)
        )

    def preview(self, wanted: Wanted) -> None:
        """Make a table for the screen."""
        self.cancel()
        self._read(wanted, [], lambda documents: self._choose(wanted, documents, self._make))

    def write(self, wanted: Wanted, path: Path) -> None:
        """Make a table and write it to a file."""
        self.cancel()

        def make(wanted: Wanted, documents: list[OpenDocument], only: Sections | None) -> None:
            self._write(wanted, documents, path, only)

        self._read(wanted, [], lambda documents: self._choose(wanted, documents, make), telling=True)

    def cancel(self) -> None:
        """Stop what is under way; a file that is not yet written stays as it was."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _read(
        self,
        wanted: Wanted,
        read: list[OpenDocument],
        then: Callable[[list[OpenDocument]], None],
        *,
        telling: bool = False,
    ) -> None:
        """Read one document after the other; between two of them the library has time for others."""
        waiting = wanted.documents[len(read) :]
        for number in waiting:
            held = self._workspace.document_of(number) or self._kept.get(number)
            if held is None:
                break
            read.append(held)
        else:
            then(read)
            return
        if telling:
            self.progressed.emit(len(read), 2 * len(wanted.documents), self.tr("正在读取"))

        def opened(document: OpenDocument) -> None:
            if not telling:  # a whole library is not to be kept
                self._keep(document)
            self._read(wanted, [*read, document], then, telling=telling)

        self._job = self._jobs.library_call(lambda library: library.documents.open(number), opened, self._refused)

    def _choose(
        self,
        wanted: Wanted,
        documents: list[OpenDocument],
        then: Callable[[Wanted, list[OpenDocument], Sections | None], None],
    ) -> None:
        """Ask which sections concern the own units, if the others are to be left out."""
        if not wanted.own_units:
            then(wanted, documents, None)
            return
        self._job = self._jobs.library_call(
            lambda library: library.units.own_sections(wanted.own_units, wanted.documents),
            lambda only: then(wanted, documents, only),
            self._refused,
        )

    def _make(self, wanted: Wanted, documents: list[OpenDocument], only: Sections | None) -> None:
        from reader.ui.export.tables import table_of

        self._job = self._jobs.run(
            lambda cancel, progress: table_of(documents, wanted.options, wanted.roster, cancel, progress, only),
            self._previewed,
            self._refused,
        )

    def _write(self, wanted: Wanted, documents: list[OpenDocument], path: Path, only: Sections | None) -> None:
        from reader.export.template import type_of
        from reader.ui.export.tables import table_of, write_table

        settings, total = self._workspace.settings, len(documents)
        type_, author = type_of(settings), settings.author
        writing = self.tr("正在写入 {0}").format(path.name)

        def write(cancel: CancelToken, progress: Progress) -> int:
            table = table_of(documents, wanted.options, wanted.roster, cancel, progress, only)
            progress(total, total, writing)
            return write_table(table, path, type_, author, cancel)

        def advanced(done: int, _total: int, words: str) -> None:
            self.progressed.emit(total + done, 2 * total, words)

        self._job = self._jobs.run(write, lambda rows: self.written.emit(path, rows), self._refused, advanced)

    # Methods of this object, not ``emit`` of its signals: they keep it alive until the answer is there.
    def _roster_arrived(self, roster: tuple[RosterEntry, ...]) -> None:
        self.roster_read.emit(roster)

    def _previewed(self, table: TaskTable) -> None:
        self.previewed.emit(table)

    def _keep(self, document: OpenDocument) -> None:
        self._kept[document.entry.number] = document
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]

    def _changed(self, changes: Changes) -> None:
        for number in changes.documents:
            self._kept.pop(number, None)

    def _refused(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)
