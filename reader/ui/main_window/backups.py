"""Copies of the library, made while nobody waits for anything, and a look at whether it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.progress import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library.library import Library
    from reader.library.records import Changes
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace

_EVERY = 30 * 60 * 1000  # ms from the first change to the copy
_AGAIN = 60 * 1000  # ms until the next try, where a note came between
_COUNTED = frozenset({"documents", "annotations", "derivations", "units", "roster", "comparisons", "excerpts"})


class Backups(QObject):
    """Only a library that changed is copied: every half hour, and when the window closes."""

    failed = Signal(str)  # a sentence: why there is no copy
    damage_found = Signal(str, object)  # newest copy ("" without one), sentences on how to put it back

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._active = False
        self._changed = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.make)
        workspace.changed.connect(self._heard)

    def begin(self, *, writable: bool) -> None:
        """Start, and ask once whether the library is whole."""
        self._active = writable
        self._look()

    def touch(self) -> None:
        """The library changed."""
        self._changed = True
        if self._active and not self.timer.isActive():
            self.timer.start(_EVERY)

    def make(self) -> None:
        """Make a copy as soon as nothing else is asked of the library; given up where something is."""
        if self._active and self._changed:
            self._changed = False
            give_way = self._jobs.give_way
            self._jobs.library_call(lambda library: _copied(library, give_way), self._made, self._refused, idle=True)

    def make_last(self) -> None:
        """Make the copy at the end; whoever closes the library waits for it."""
        if self._active and self._changed:
            self._active = False
            self._jobs.library_call(lambda library: library.maintenance.backup(), None, lambda _error: None)

    def _made(self, done: bool) -> None:
        if not done:
            self._changed = True
            self.timer.start(_AGAIN)

    def _refused(self, error: Exception) -> None:
        self.touch()
        reason = getattr(error, "message", None) or self.tr("磁盘写入出错")
        self.failed.emit(self.tr("自动备份没有做成：{0}").format(reason))

    def _look(self) -> None:
        give_way = self._jobs.give_way
        self._jobs.library_call(
            lambda library: _faults(library, give_way), self._looked, lambda _error: None, idle=True
        )

    def _looked(self, found: tuple[bool, str, tuple[str, ...]]) -> None:
        whole, newest, how = found
        if not how:
            QTimer.singleShot(_AGAIN, self, self._look)
        elif not whole:
            self._active = False  # a copy of what is damaged helps nobody
            self.damage_found.emit(newest, how)

    def _heard(self, changes: Changes) -> None:
        if changes.kinds & _COUNTED:
            self.touch()


def _copied(library: Library, give_way: Callable[[], None]) -> bool:
    """Copy the library; False where something else was asked for meanwhile."""
    try:
        library.maintenance.backup(give_way)
    except Cancelled:
        return False
    return True


def _faults(library: Library, give_way: Callable[[], None]) -> tuple[bool, str, tuple[str, ...]]:
    """Tell whether the library is whole, its newest copy and how to put it back; no sentences where it had to wait."""
    maintenance = library.maintenance
    try:
        whole = maintenance.is_sound(give_way)
    except Cancelled:
        return True, "", ()
    newest = "" if whole else next((backup.path.name for backup in maintenance.backups()), "")
    return whole, newest, maintenance.how_to_restore()
