"""The user's decisions on which names are one unit: each is saved at once and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTime, Signal

from reader.ui.operations.steps import Step, Steps
from reader.ui.roster.aliases_rows import Pair, decided, places_of, proposed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.library import Library
    from reader.library.records import Changes, Entry
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace
    from reader.units.identity import Proposal, Same

    State = tuple[tuple[Same, ...], tuple[Proposal, ...]]


class AliasesSheet(QObject):
    """Has no parent: a save that is under way when its window closes is told to the others all the same."""

    read = Signal()  # for the first time
    changed = Signal()
    saved = Signal(str)  # local time, 17:30:05
    failed = Signal(str)

    def __init__(self, workspace: Workspace, jobs: JobRunner) -> None:
        super().__init__()
        self._workspace = workspace
        self._jobs = jobs
        self._steps = Steps()
        self.open: tuple[Pair, ...] = ()
        self.decided: tuple[Pair, ...] = ()
        self.loaded = False

    def load(self) -> None:
        """Read what was decided, and what may be one unit."""
        self._jobs.library_call(_state, self._begin, self._refused)

    def decide(self, pair: Pair, *, same: bool) -> None:
        """Let two names be one unit, or two."""
        before = self._decision_on(pair)
        if before is not None and before.same == same:
            return
        text = self.tr("认定为同一单位") if same else self.tr("认定为不同单位")
        decision = pair.decision(same=same)
        self._do(text, lambda library: library.units.decide_same(decision), self._restoring(before, decision))

    def forget(self, pair: Pair) -> None:
        """Take a decision back: what the program reads by itself holds again."""
        before = self._decision_on(pair)
        if before is not None:
            decision = before.decision(same=bool(before.same))
            self._do(
                self.tr("撤回认定"),
                lambda library: library.units.forget_same(decision),
                lambda library: library.units.decide_same(decision),
            )

    def undo(self) -> None:
        self._steps.undo()

    def redo(self) -> None:
        self._steps.redo()

    def undo_text(self) -> str | None:
        return self._steps.undo_text()

    def redo_text(self) -> str | None:
        return self._steps.redo_text()

    def _decision_on(self, pair: Pair) -> Pair | None:
        names = {pair.one, pair.other}
        found = (one for one in self.decided if {one.one, one.other} == names and one.jurisdiction == pair.jurisdiction)
        return next(found, None)

    def _restoring(self, before: Pair | None, decision: Same) -> Callable[[Library], Changes]:
        if before is None:
            return lambda library: library.units.forget_same(decision)
        earlier = before.decision(same=bool(before.same))
        return lambda library: library.units.decide_same(earlier)

    def _do(self, text: str, do: Callable[[Library], Changes], reverse: Callable[[Library], Changes]) -> None:
        step = Step(text, lambda: self._write(reverse), lambda: self._write(do))
        self._write(do, lambda: self._steps.remember(step))

    def _write(self, work: Callable[[Library], Changes], then: Callable[[], None] = lambda: None) -> None:
        def written(outcome: tuple[Changes, State]) -> None:
            then()
            self._written(*outcome)

        self._jobs.library_call(lambda library: (work(library), _state(library)), written, self._refused)

    def _written(self, changes: Changes, state: State) -> None:
        time = QTime.currentTime().toString("HH:mm:ss")
        self._take(state)
        self._workspace.announce(changes)
        self._workspace.saved.emit(time)
        self.saved.emit(time)

    def _begin(self, state: State) -> None:
        self._take(state)
        self.read.emit()

    def _take(self, state: State) -> None:
        same, proposals = state
        self.open, self.decided, self.loaded = proposed(proposals), decided(same), True
        self.changed.emit()

    def _refused(self, error: Exception) -> None:
        from reader.library.errors import LibraryError

        self.failed.emit(error.message if isinstance(error, LibraryError) else self.tr("磁盘读写出错"))


class PlacesReader(QObject):
    """Has no parent, so that a late answer finds it when the dialog is gone."""

    read = Signal(object)  # tuple of keys

    def begin(self, jobs: JobRunner, entries: Sequence[Entry]) -> None:
        """Work out the places of documents."""
        jobs.run(lambda _cancel, _progress: places_of(entries), lambda places: self.read.emit(places))


def _state(library: Library) -> State:
    return library.units.same(), library.units.proposals()
