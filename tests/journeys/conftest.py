"""A window over a library in a temporary folder, driven as a user would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from reader.library.library import Library
from reader.paths import resource_path
from reader.settings import Settings
from reader.text.spans import Span
from reader.ui.app.start import dress
from reader.ui.jobs import JobRunner
from reader.ui.main_window import MainWindow
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

YANGPU, YANGPU_PDF, XUHUI = (
    resource_path("documents", name)
    for name in (
        "杨浦联动创新区实施意见（网页）.txt",
        "杨浦联动创新区实施意见（PDF文本）.txt",
        "徐汇联动创新区建设方案（繁体）.txt",
    )
)


class Desk:
    """One window from start to close; a second one over the same folder is the restart."""

    def __init__(self, qtbot, folder: Path, settings: Settings | None = None) -> None:
        self.qtbot = qtbot
        self.path = folder / "library.db"
        self.workspace = Workspace(settings or Settings(author="王", author_asked=True))
        self.jobs = JobRunner(lambda: Library.open(self.path))
        self.window = MainWindow(self.workspace, self.jobs)
        dress(QApplication.instance(), self.workspace)
        with qtbot.waitSignal(self.window.restored):
            self.window.start()

    @property
    def view(self):
        return self.window.parts.area.active_view()

    @property
    def operations(self):
        return self.window.parts.operations

    def import_files(self, *paths: Path, pair: bool = False) -> None:
        with self.qtbot.waitSignal(self.window.files.importing.finished):
            self.window.files.open_files(paths, pair=pair)
        self.until(lambda: len(self.workspace.entries) >= len(paths) and self.workspace.document is not None)

    def number(self, path: Path) -> int:
        return next(entry.number for entry in self.workspace.entries if entry.file == path.name)

    def open(self, path: Path) -> None:
        number = self.number(path)
        self.window.parts.opening.open_document(number)
        self.until(lambda: self.workspace.document is not None and self.workspace.document.entry.number == number)

    def find(self, words: str) -> Span:
        start = self.workspace.document.reading.simplified.index(words)
        return Span(start, start + len(words))

    def select(self, words: str) -> Span:
        span = self.find(words)
        self.view.select(span)
        return span

    def trigger(self, action_id: str) -> None:
        self.window.parts.actions[action_id].trigger()

    def until(self, what: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(what, timeout=10_000)

    def wait_saved(self, act: Callable[[], object]) -> None:
        with self.qtbot.waitSignal(self.operations.saved):
            act()

    def close(self) -> None:
        self.window.close()


@pytest.fixture
def desk(qapp, qtbot, tmp_path):
    made = []
    dress_before = qapp.styleSheet(), qapp.palette(), qapp.font()

    def make(settings: Settings | None = None) -> Desk:
        made.append(Desk(qtbot, tmp_path, settings))
        return made[-1]

    yield make
    for one in made:
        one.close()
        one.window.deleteLater()
    qapp.setStyleSheet(dress_before[0])
    qapp.setPalette(dress_before[1])
    qapp.setFont(dress_before[2])
