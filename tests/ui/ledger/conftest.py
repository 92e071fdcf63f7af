"""A ledger over a real library of a few documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.settings import Settings
from reader.ui.jobs import JobRunner
from reader.ui.ledger.window import LedgerWindow
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAN = """上海市杨浦区人民政府关于优化滨江环境的实施方案
杨府发〔2025〕7号

一、主要任务

（一）整治岸线。到2027年底，完成岸线修复。（牵头单位：区绿化市容局；配合单位：区水务局、区财政局）

（二）完善服务。新建社区食堂12个。（责任单位：区民政局、区水务局）

（三）加强巡查。每季度巡查一次。（责任单位：区水务局）

上海市杨浦区人民政府
2025年3月6日
"""
RIVERS = """上海市徐汇区人民政府关于改善河道水质的实施方案
徐府发〔2024〕2号

一、主要任务

（一）治理河道。年内完成清淤。（牵头单位：区水务局；配合单位：区财政局）

上海市徐汇区人民政府
2024年5月8日
"""
CITY = """上海市人民政府关于加强基层治理的意见
沪府发〔2023〕1号

一、主要任务

（一）健全网络。（责任单位：市民政局、各区政府）

（二）保障经费。（责任单位：市财政局）

上海市人民政府
2023年2月1日
"""
TEXTS = {"方案.txt": PLAN, "河道.txt": RIVERS, "意见.txt": CITY}


def put(folder: Path, texts: dict[str, str]) -> list[int]:
    """Import texts into the library of a folder; return the numbers."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Library.open(folder / "library.db") as library:
        report = import_paths(library, [folder / name for name in texts])
    assert not report.failures
    return [imported.number for imported in report.imported]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return an open library of the three documents."""
    put(tmp_path, TEXTS)
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


@dataclass
class Desk:
    """The window with what it stands on."""

    window: LedgerWindow
    workspace: Workspace
    jobs: JobRunner
    qtbot: object

    def until(self, what) -> None:
        self.qtbot.waitUntil(what, timeout=10_000)

    @property
    def matrix(self):
        return self.window.matrix.model.matrix

    def place(self, unit: str, title: str, place: str = "") -> tuple[int, int]:
        """Return row and column of a cell."""
        row = next(
            number for number, row in enumerate(self.matrix.rows)
            if row.unit and row.unit.name == unit and place in row.unit.jurisdiction
        )  # fmt: skip
        return row, next(n for n, document in enumerate(self.matrix.documents) if title in document.title)

    def go_to(self, unit: str, title: str, place: str = "") -> None:
        """Put the cursor onto a cell and wait for its clauses."""
        view = self.window.matrix.view
        view.setCurrentIndex(view.model().index(*self.place(unit, title, place)))
        self.settled()

    def settled(self) -> None:
        """Wait until what was picked is told and answered."""
        view, feed = self.window.matrix.view, self.window.matrix.pane.feed
        self.until(lambda: not view._soon.isActive() and feed._job is None)

    def clauses(self) -> list[tuple[str, ...]]:
        """Return what the list of clauses says."""
        pane = self.window.matrix.pane
        return [pane.model.words(row) for row in pane.model.rows()]

    def wait_for(self, *, units: int) -> None:
        self.until(lambda: self.matrix.units == units)
        self.settled()


@pytest.fixture
def make_desk(qtbot, tmp_path):
    made: list[Desk] = []

    def make(texts: dict[str, str] | None = TEXTS, own_units: tuple[str, ...] = ()) -> Desk:
        if texts:
            put(tmp_path, texts)
        workspace = Workspace(Settings(author="王", author_asked=True, own_units=own_units))
        jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
        jobs.library_call(lambda library: library.documents.entries(), workspace.set_entries)
        assert jobs.wait_for_writes()
        window = LedgerWindow(workspace, jobs)
        qtbot.addWidget(window)
        window.resize(1280, 720)
        window.show()
        made.append(Desk(window, workspace, jobs, qtbot))
        return made[-1]

    yield make
    for desk in made:
        desk.window.close()
        desk.jobs.shutdown()


@pytest.fixture
def desk(make_desk) -> Desk:
    made = make_desk()
    made.wait_for(units=9)
    return made
