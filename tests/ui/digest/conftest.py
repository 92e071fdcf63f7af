"""A desk with a real library of two documents, and the panel of the digest beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.settings import Settings
from reader.text.spans import Span
from reader.ui.digest.panel import DigestPanel
from reader.ui.digest.rows import ThemeRow
from reader.ui.jobs import JobRunner
from reader.ui.operations import Operations
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.excerpts import Excerpt

FILES = {
    "停车.txt": (
        "关于改进停车管理的实施意见\n\n各有关单位：\n为改进停车管理，制定本意见。\n"
        "一、总体要求\n（一）目标。到2027年，新增泊位三千个。\n（二）原则。先易后难，分步实施。\n"
        "二、重点任务\n（一）开放机关车位。工作日夜间和节假日向居民开放。\n（二）建设立体车库。优先利用边角地块。\n"
    ),
    "绿化.txt": "关于绿化的若干规定\n\n第一条 应当多种树。\n第二条 认养绿地的，可以署名。\n第三条 违者予以劝导。\n",
}


@dataclass
class Desk:
    """What a window would hold around the panel."""

    workspace: Workspace
    jobs: JobRunner
    operations: Operations
    panel: DigestPanel
    folder: Path
    numbers: dict[str, int]

    def settle(self) -> None:
        """Let what was asked for be written, and what follows from it be shown."""
        for _ in range(4):
            assert self.jobs.wait_for_writes()

    def show(self, file: str) -> None:
        """Make a document the active one."""
        opened: list[object] = []
        self.jobs.library_call(lambda library: library.documents.open(self.numbers[file]), opened.append)
        self.settle()
        self.workspace.show(opened[0], ())  # type: ignore[arg-type]

    def select(self, quote: str) -> Span:
        """Select a stretch of the active document."""
        start = self.workspace.document.reading.simplified.index(quote)  # type: ignore[union-attr]
        span = Span(start, start + len(quote))
        self.workspace.select(span)
        return span

    def take(self, quote: str, theme: str | None = None) -> int:
        """Take the first place of a quote and return its number."""
        if theme is not None:
            self.panel.arranging.themes.empty.append(theme)
            self.panel.arranging.set_target(theme)
        self.select(quote)
        self.panel.collect()
        self.settle()
        return max(one.number for one in self.stored())

    def stored(self) -> tuple[Excerpt, ...]:
        """Return what the library holds once everything asked for is written."""
        found: list[tuple[Excerpt, ...]] = []
        self.settle()
        self.jobs.library_call(lambda library: library.excerpts.all(), found.append)
        self.settle()
        return found[0]

    def shown(self) -> list[str]:
        """Return the rows: heads as they read, quotes."""
        model = self.panel.model
        return [model.index(i).data() for i in range(model.rowCount())]

    def heads(self) -> list[str]:
        return [self.panel.model.head_text(row) for row in self.panel.model.rows() if isinstance(row, ThemeRow)]

    def undo(self) -> None:
        self.operations.undo()
        self.settle()

    def redo(self) -> None:
        self.operations.redo()
        self.settle()


@pytest.fixture
def desk(qtbot, tmp_path):
    workspace = Workspace(Settings(author="王敏", author_asked=True))
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    def fill(library):
        imported = import_paths(library, [tmp_path / name for name in FILES]).imported
        return library.documents.entries(), dict(zip(FILES, (one.number for one in imported), strict=True))

    filled = []
    jobs.library_call(fill, filled.append)
    assert jobs.wait_for_writes()
    workspace.set_entries(filled[0][0])
    operations = Operations(workspace, jobs)
    panel = DigestPanel(workspace, jobs, operations)
    qtbot.addWidget(panel)
    made = Desk(workspace, jobs, operations, panel, tmp_path, filled[0][1])
    made.show("停车.txt")
    panel.resize(332, 720)
    with qtbot.waitExposed(panel):
        panel.show()
    made.settle()
    yield made
    panel.flush()
    jobs.shutdown()
