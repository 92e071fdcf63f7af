"""The units that the office's list and the library name, for the fields that propose them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from reader.ui.widgets.completing import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.library.ledger import Ledger, LedgerUnit
    from reader.library.runs import Run
    from reader.ui.jobs import JobRunner
    from reader.units.roster import RosterEntry

_SLICE = 20  # ms on the library's thread before others have their turn


class UnitNames(NamedTuple):
    """The office's list, and every unit that a document of the library names."""

    roster: tuple[RosterEntry, ...] = ()
    units: tuple[LedgerUnit, ...] = ()


class UnitNamesReader(QObject):
    """Reads the names behind everything else. Without a parent it may outlive those who asked, who are then not told."""

    read = Signal(object)  # UnitNames; never where the library cannot tell them

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._roster: tuple[RosterEntry, ...] = ()

    def begin(self) -> None:
        self._jobs.library_call(
            lambda library: (library.units.roster(), library.units.begin_ledger()), self._begun, _nobody, idle=True
        )

    def _begun(self, outcome: tuple[tuple[RosterEntry, ...], Run[Ledger]]) -> None:
        self._roster, run = outcome
        self._step(run)

    def _step(self, run: Run[Ledger]) -> None:
        def stepped(more: bool) -> None:
            if more:
                self._step(run)
            else:
                self.read.emit(UnitNames(self._roster, tuple(run.result.units)))

        self._jobs.library_call(lambda _library: run.step(_SLICE), stepped, _nobody, idle=True)


def suggestions(names: UnitNames) -> Iterator[Suggestion]:
    """Return what a field proposes: the office's list in its order, then what else the library names."""
    told: set[str] = set()
    for entry in names.roster:
        name = entry.short_name or entry.full_name
        told.update((entry.full_name, entry.short_name, *entry.former))
        also = " ".join((entry.full_name, *entry.former))
        yield Suggestion(name, also, entry.full_name if entry.full_name != name else "")
    for unit in names.units:
        if unit.name not in told and unit.kind == "organ":
            told.add(unit.name)
            count = QCoreApplication.translate("units", "{0} 份文件").format(unit.documents)
            yield Suggestion(unit.name, unit.full_name, " · ".join(filter(None, (unit.jurisdiction, count))))


def _nobody(_error: Exception) -> None:
    """Take an error nobody can do anything about: a field without proposals is one all the same."""
