"""The list being edited: each change is a step that can be taken back, and is saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTime, Signal

from reader.ui.operations.steps import Step, Steps
from reader.ui.roster.rows import Check, Row, check, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.library.records import Changes
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace
    from reader.units.roster import RosterEntry


class RosterSheet(QObject):
    """Has no parent: a save that is under way when its window closes is told to the others all the same."""

    loaded = Signal()
    changed = Signal()  # other lines, problems or steps
    saved = Signal(str)  # local time, 17:30:05
    failed = Signal(str)  # why nothing was read or saved

    def __init__(self, workspace: Workspace, jobs: JobRunner) -> None:
        super().__init__()
        self._workspace = workspace
        self._jobs = jobs
        self._rows: tuple[Row, ...] = ()
        self._check = Check()
        self._remarks: Mapping[str, str] = {}
        self._steps = Steps()
        self._unsaved = False
        self._loaded = False

    @property
    def is_loaded(self) -> bool:
        """Whether the list of the library is known; nothing may be changed before."""
        return self._loaded

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    @property
    def entries(self) -> tuple[RosterEntry, ...]:
        """The list as it is stored."""
        return self._check.entries

    @property
    def unsaved(self) -> bool:
        """Whether the last change is not on the disk: it is on its way, or was refused."""
        return self._unsaved

    def problem(self, place: int) -> str:
        """Return what needs a look in a line, empty where nothing does."""
        found = self._check.problems.get(place), self._remarks.get(self._rows[place].full_name)
        return "；".join(dict.fromkeys(filter(None, found)))

    def places_with_problems(self) -> tuple[int, ...]:
        return tuple(place for place in range(len(self._rows)) if self.problem(place))

    def load(self) -> None:
        """Read the list of the library."""
        self._jobs.library_call(lambda library: library.units.roster(), self._take, self._refused)

    def remark(self, remarks: Mapping[str, str]) -> None:
        """Keep what a paste says of units, by full name, beside their lines."""
        self._remarks = remarks
        self.changed.emit()

    def change(self, text: str, rows: tuple[Row, ...]) -> None:
        """Let these be the lines, as a step of this name."""
        before = self._rows
        if rows != before:
            self._steps.remember(Step(text, lambda: self._put(before), lambda: self._put(rows)))
            self._put(rows)

    def undo(self) -> None:
        if self._steps.undo():
            self.changed.emit()

    def redo(self) -> None:
        if self._steps.redo():
            self.changed.emit()

    def undo_text(self) -> str | None:
        return self._steps.undo_text()

    def redo_text(self) -> str | None:
        return self._steps.redo_text()

    def save(self) -> None:
        """Save the list as it is now; of two saves that wait only the later one is done."""
        entries, self._unsaved = self._check.entries, True
        self._jobs.library_call(
            lambda library: library.units.set_roster(entries), self._saved, self._refused, key="roster"
        )

    def _take(self, entries: tuple[RosterEntry, ...]) -> None:
        self._rows = rows_of(entries)
        self._check = check(self._rows)
        self._loaded = True
        self.changed.emit()
        self.loaded.emit()

    def _put(self, rows: tuple[Row, ...]) -> None:
        before = self._check.entries
        self._rows = rows
        self._check = check(rows)
        self.changed.emit()
        if self._check.entries != before or self._unsaved:
            self.save()

    def _saved(self, changes: Changes) -> None:
        self._unsaved = False
        time = QTime.currentTime().toString("HH:mm:ss")
        self._workspace.announce(changes)
        self._workspace.saved.emit(time)
        self.saved.emit(time)

    def _refused(self, error: Exception) -> None:
        from reader.library.errors import LibraryError

        reason = error.message if isinstance(error, LibraryError) else self.tr("磁盘读写出错")
        self.failed.emit(reason)
