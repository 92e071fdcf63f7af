"""Reads the ledger, and the counts of the own units, a slice at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.ui.ledger.matrix import LedgerIndex, Matrix, Wish
from reader.ui.ledger.own import OwnDocument, own_documents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.library.ledger import Ledger
    from reader.library.library import Library
    from reader.library.own import OwnCount
    from reader.library.runs import Run
    from reader.progress import CancelToken
    from reader.ui.jobs import Job, JobRunner
    from reader.ui.workspace import Workspace

_SLICE = 25  # ms on the library's thread before others have their turn


class Standing(NamedTuple):
    """The library as it stands: the ledger ready to be asked, and the documents that concern the own units."""

    ledger: LedgerIndex
    own_documents: tuple[OwnDocument, ...]


class LedgerReader(QObject):
    """Tells ``read`` when the ledger is there, then ``shown`` for each wish; what is late for a newer one is dropped."""

    read = Signal(object)  # Standing
    shown = Signal(object)  # Matrix
    failed = Signal(object)  # the exception

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._standing: Standing | None = None
        self._reading: Job | None = None
        self._shaping: Job | None = None

    def begin(self) -> None:
        """Read the ledger anew."""
        self.cancel()
        self._reading = self._jobs.library_call(
            lambda library: library.units.begin_ledger(), self._step, self.failed.emit
        )

    def cancel(self) -> None:
        """Read no further."""
        for job in (self._reading, self._shaping):
            if job is not None:
                job.cancel()

    def show(self, wish: Wish) -> None:
        """Work out what of the ledger is wished for."""
        if self._standing is None:
            return
        index = self._standing.ledger

        def work(cancel: CancelToken, _progress: object) -> Matrix:
            return index.matrix(wish, cancel.check)

        if self._shaping is not None:
            self._shaping.cancel()
        self._shaping = self._jobs.run(work, self._shaped, self._refused)

    def _step(self, run: Run[Ledger]) -> None:
        def stepped(more: bool) -> None:
            if more:
                self._step(run)
            else:
                self._find_own(run.result)

        self._reading = self._jobs.library_call(lambda _library: run.step(_SLICE), stepped, self._refused)

    def _find_own(self, ledger: Ledger) -> None:
        words = self._workspace.own_units

        def find(library: Library) -> tuple[frozenset[str], Mapping[int, OwnCount]]:
            if not words:
                return frozenset(), {}
            return library.units.own_keys(words), library.units.own_counts(words)

        self._reading = self._jobs.library_call(find, lambda found: self._make_ready(ledger, *found), self._refused)

    def _make_ready(self, ledger: Ledger, own: frozenset[str], counts: Mapping[int, OwnCount]) -> None:
        def work(_cancel: CancelToken, _progress: object) -> Standing:
            return Standing(LedgerIndex(ledger, own), own_documents(counts, ledger, own))

        self._reading = self._jobs.run(work, self._take, self._refused)

    # Methods of this object, not ``emit`` of its signals: they keep it alive until the answer is there.
    def _shaped(self, matrix: Matrix) -> None:
        self.shown.emit(matrix)

    def _refused(self, error: Exception) -> None:
        self.failed.emit(error)

    def _take(self, standing: Standing) -> None:
        self._standing = standing
        self.read.emit(standing)
