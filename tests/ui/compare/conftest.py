"""A comparison over a library of its own, as a user has it on the desk."""

from __future__ import annotations

import pytest

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.settings import Settings
from reader.ui.compare.view import LEFT, RIGHT, CompareView
from reader.ui.jobs import JobRunner
from reader.ui.operations import Operations
from reader.ui.workspace import Workspace
from tests.ui.reading.builders import TASKS, notice

OLD = notice()
# The first task is now the sixth, the last one is gone, one number differs.
NEW = notice((*TASKS[1:6], TASKS[0], *TASKS[6:-1])).replace("建成5个平台", "建成8个平台", 1)


class Desk:
    """The view of a pair, and what a test asks of it."""

    def __init__(self, qtbot, jobs, folder):
        self.qtbot, self.jobs, self.folder = qtbot, jobs, folder
        self.workspace = Workspace(Settings(author="王敏", author_asked=True))
        self.operations = Operations(self.workspace, jobs)
        self.view = CompareView(self.workspace, jobs, self.operations)
        qtbot.addWidget(self.view)
        self.view.resize(1300, 700)
        self.view.show()

    def ask(self, work):
        """Return what the library answers."""
        answers = []
        self.jobs.library_call(work, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def add(self, old=OLD, new=NEW):
        """Import two texts and return their numbers."""
        paths = [self.folder / name for name in ("旧稿.txt", "新稿.txt")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        return tuple(one.number for one in self.ask(lambda library: import_paths(library, paths)).imported)

    def open(self, left, right, *, keep=True):
        """Lay two documents of the library side by side, and wait until they are compared."""
        with self.qtbot.waitSignal(self.view.compared):
            self.lay(left, right, keep=keep)
        return self.documents

    def lay(self, left, right, *, keep=True):
        """Lay two documents of the library side by side."""

        def read(library):
            kept = library.comparisons.open(left, right) if keep else None
            state = library.comparisons.snapshot(kept.number) if kept else None
            return [(library.documents.open(n), library.annotations.placements(n)) for n in (left, right)], state

        (first, second), kept = self.ask(read)
        for document, placements in (second, first):
            self.workspace.hold(document, placements)
        self.view.open_pair(*first, *second, kept)

    def show(self, old=OLD, new=NEW, *, keep=True):
        return self.open(*self.add(old, new), keep=keep)

    @property
    def documents(self):
        return self.view.panes[LEFT].document, self.view.panes[RIGHT].document

    @property
    def views(self):
        return self.view.panes[LEFT].view, self.view.panes[RIGHT].view

    @property
    def rows(self):
        return self.view.differences.shown_rows()

    def row(self, kind):
        """Return the place of the first difference of a kind."""
        return next(i for i, row in enumerate(self.rows) if row.kind == kind)

    def kept(self):
        """Return what the library holds of the comparison that is shown."""
        number = self.view._decisions.number
        return self.ask(lambda library: library.comparisons.snapshot(number))


@pytest.fixture
def jobs(qtbot, tmp_path):
    runner = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    yield runner
    runner.shutdown()


@pytest.fixture
def desk(qtbot, jobs, tmp_path):
    return Desk(qtbot, jobs, tmp_path)


def section_of(document, heading):
    return next(s.number for s in document.outline.sections if s.heading == heading)
