"""Task tables made of snapshots: pure, so it runs in the pool, and can be stopped between two documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.export.styles import GongwenType
    from reader.export.tasks_table import TaskSource, TaskTable, TaskTableOptions
    from reader.library.records import OpenDocument
    from reader.progress import CancelToken, Progress
    from reader.units.roster import RosterEntry


def table_of(
    documents: Sequence[OpenDocument],
    options: TaskTableOptions,
    roster: Sequence[RosterEntry],
    cancel: CancelToken,
    progress: Progress,
    only: Mapping[int, frozenset[int]] | None = None,
) -> TaskTable:
    """Return the table of some documents, of some of their sections ``only`` if given. Raises Cancelled."""
    from reader.export.tasks import task_table
    from reader.library.exporting import task_source

    made = [task_source(one, None if only is None else only.get(one.entry.number, ())) for one in documents]
    sources = _Watched(made, cancel, progress)
    return task_table(sources, options, roster)


def write_table(table: TaskTable, path: Path, type_: GongwenType, author: str, cancel: CancelToken) -> int:
    """Write a table as the path ends and return how many rows it has.

    The file that was there stays as it was if this fails or is stopped. Raises ExportFailed, Cancelled.
    """
    from reader.export.atomic import write_atomically
    from reader.export.tasks import render

    data = render(table, path.suffix.lower(), type_, author, datetime.now(UTC))
    cancel.check()
    write_atomically(path, data)
    return len(table.rows)


class _Watched(Sequence["TaskSource"]):
    """Tells how far its reader is, and stops it when the user wants that."""

    def __init__(self, sources: Sequence[TaskSource], cancel: CancelToken, progress: Progress) -> None:
        self._sources, self._cancel, self._progress = sources, cancel, progress
        self._read = 0
        self._words = QCoreApplication.translate("export", "正在分解任务")

    def __len__(self) -> int:
        return len(self._sources)

    @overload
    def __getitem__(self, place: int) -> TaskSource: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[TaskSource]: ...

    def __getitem__(self, place: int | slice) -> TaskSource | Sequence[TaskSource]:
        self._cancel.check()
        if isinstance(place, int) and self._read <= place < len(self):
            self._read = place + 1
            self._progress(place, len(self), self._words)
        return self._sources[place]
