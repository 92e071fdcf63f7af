"""What goes on behind the window: the list of documents, what of it concerns the own units, the search index, rows that
an older version derived.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from reader.library.library import Library
    from reader.library.records import Changes
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace

_SLICE = 20  # ms of filling the index between two looks at what else is asked for
_PAUSE = 300  # ms
# The kinds of changes after which the list, the own units' counts, the index are out of date.
_LISTED = frozenset(("documents", "derivations", "annotations", "units"))
_COUNTED = frozenset(("documents", "derivations", "units", "roster"))
_INDEXED = frozenset(("documents", "derivations", "annotations"))


class Upkeep(QObject):
    """Works only while the library's thread has nothing else to do, a slice at a time."""

    index_filled = Signal()

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._filling = False
        self._again = False
        self._writable = False
        self._begun = False
        self._own_units: tuple[str, ...] = ()
        self._list_pause = self._pause(self.read_entries)
        self._own_pause = self._pause(self.count_own)
        self._fill_pause = self._pause(self.fill_index)
        workspace.changed.connect(self._changed)
        workspace.settings_changed.connect(lambda _settings: self._settings_changed())

    def begin(self, *, writable: bool) -> None:
        """Start, once the first document is painted."""
        self._writable = writable
        self._begun = True
        self.count_own()
        if writable:
            self._jobs.library_call(lambda library: library.documents.stale(), self._rederive, _nobody, idle=True)
            self.fill_index()

    def touch(self) -> None:
        """Documents came into the library by another way than an operation."""
        self._list_pause.start()
        self._own_pause.start()
        if self._writable:
            self._fill_pause.start()

    def count_own(self) -> None:
        """Count anew what of the documents concerns the own units."""
        own_units = self._own_units = self._workspace.own_units
        if not own_units:
            self._workspace.set_own_counts({})
            return
        self._jobs.library_call(
            lambda library: library.units.own_counts(own_units),
            self._workspace.set_own_counts,
            _nobody,
            key="own_counts",
            idle=True,
        )

    def read_entries(self) -> None:
        """Read the list of documents anew."""
        self._jobs.library_call(
            lambda library: library.documents.entries(), self._workspace.set_entries, _nobody, key="entries"
        )

    def fill_index(self) -> None:
        """Bring the search index up to date."""
        if self._filling:
            self._again = True
            return
        self._filling, self._again = True, False
        self._fill_slice()

    def _fill_slice(self) -> None:
        self._jobs.library_call(_fill, self._filled, lambda _error: self._filled(False), idle=True)

    def _filled(self, more: bool) -> None:
        if more:
            self._fill_slice()
            return
        self._filling = False
        self.index_filled.emit()
        if self._again:
            self.fill_index()

    def _rederive(self, stale: tuple[int, ...]) -> None:
        if not stale:
            return
        first, rest = stale[0], stale[1:]

        def derived(changes: Changes) -> None:
            self._workspace.announce(changes)
            self._rederive(rest)

        self._jobs.library_call(
            lambda library: library.documents.rederive(first), derived, lambda _error: self._rederive(rest), idle=True
        )

    def _changed(self, changes: Changes) -> None:
        for kinds, pause in (
            (_LISTED, self._list_pause),
            (_COUNTED, self._own_pause),
            (_INDEXED if self._writable else frozenset(), self._fill_pause),
        ):
            if changes.kinds & kinds:
                pause.start()

    def _settings_changed(self) -> None:
        if self._begun and self._workspace.own_units != self._own_units:
            self._own_pause.start()

    def _pause(self, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_PAUSE)
        timer.timeout.connect(then)
        return timer


def _fill(library: Library) -> bool:
    return library.searching.fill(_SLICE)


def _nobody(_error: Exception) -> None:
    """Take an error nobody can do anything about; it is in the log."""
