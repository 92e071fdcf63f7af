"""A real library behind the dialogs."""

from __future__ import annotations

import pytest

from reader.library.library import Library
from reader.ui.jobs import JobRunner
from reader.ui.workspace import Workspace


class Office:
    """A library file, the jobs over it, and a way to look at what is on the disk."""

    def __init__(self, qtbot, path) -> None:
        self.qtbot = qtbot
        self.path = path
        self.workspace = Workspace()
        self.jobs = JobRunner(lambda: Library.open(path))
        self.jobs.failed.connect(self._not_expected)

    def wait(self, what) -> None:
        self.qtbot.waitUntil(what)

    def idle(self) -> None:
        """Wait until everything that was asked for is done."""
        assert self.jobs.wait_for_writes()
        self.wait(lambda: not self.jobs.busy)

    def ask(self, question):
        """Ask the library something, as another part of the window would."""
        answers = []
        self.jobs.library_call(question, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def stored(self):
        """Return the list as a fresh start would read it."""
        return self.ask(lambda library: library.units.roster())

    def close(self) -> None:
        self.jobs.shutdown()

    def _not_expected(self, error: Exception) -> None:
        raise error


@pytest.fixture
def office(qtbot, tmp_path):
    made = Office(qtbot, tmp_path / "library.db")
    yield made
    made.close()
