"""A desk with a real library: what a test corrects is stored, and read back from the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from reader.library.ingest import prepare
from reader.library.library import Library
from reader.settings import Settings
from reader.text.spans import Span
from reader.ui.jobs import JobRunner
from reader.ui.operations import Operations
from reader.ui.units.panel import UnitsPanel
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.records import OpenDocument
    from reader.ui.units.rows import Mention

TEXT = """上海市杨浦区人民政府关于推进联动创新的实施意见
杨府发〔2024〕11号

各有关单位：
为推进联动创新，制定本意见。
一、总体要求
（一）建设目标。形成两片区联动的格局。
二、重点任务
（一）支持高校开展研究。支持高校联合实验室筹建中试平台，到2025年底建成不少于12个中试平台。（责任单位：区科技经济委、区市场监管局）
（二）促进贸易。吸引国际机构落户。（牵头单位：区商务委；配合单位：区财政局）
（三）优化服务。建立企业服务专员制度，完善走访机制。
上海市杨浦区人民政府
2024年10月25日
"""

RESEARCH, TRADE, SERVICE = "支持高校开展研究", "促进贸易", "优化服务"
AS_READ = [
    (RESEARCH, "责任单位", ["区科技经济委", "区市场监管局"]),
    (TRADE, "牵头单位", ["区商务委"]),
    (TRADE, "配合单位", ["区财政局"]),
]


@dataclass
class Desk:
    """What a window would hold around the panel."""

    workspace: Workspace
    jobs: JobRunner
    operations: Operations
    panel: UnitsPanel
    folder: Path

    @property
    def document(self) -> OpenDocument:
        assert self.workspace.document is not None
        return self.workspace.document

    def section(self, heading: str) -> int:
        return next(s.number for s in self.document.outline.sections if s.heading == heading)

    def enter(self, heading: str) -> None:
        self.workspace.enter_section(self.section(heading))

    def span(self, quote: str) -> Span:
        start = self.document.reading.simplified.index(quote)
        return Span(start, start + len(quote))

    def mention(self, name: str) -> Mention:
        """Return the first unit of a name in the panel."""
        found = (m for row in self.panel.listing.clauses for m in row.mentions)
        return next(mention for mention in found if mention.name == name)

    def said(self) -> list[tuple[str, str, list[str]]]:
        """Return heading, role and units of every assignment shown."""
        sections = self.document.outline.sections
        return [(sections[a.section].heading, a.role, [u.name for u in a.units]) for a in self.document.assignments]

    def undone(self) -> list[tuple[str, str, list[str]]]:
        """Take the last step back and return what is shown then."""
        self.operations.undo()
        self.written()  # of what was asked for before
        self.written()
        return self.said()

    def written(self) -> None:
        """Wait until everything that was asked for is stored and shown."""
        assert self.jobs.wait_for_writes()

    def place_of(self, mention: Mention) -> QPoint:
        """Return where a unit's name stands in the list by clause."""
        view = self.panel.lists.view
        rect = view.visualRect(self.panel.lists.model.index_of_section(mention.section))
        for y in range(rect.top(), rect.bottom(), 2):
            for x in range(rect.left(), rect.right(), 4):
                if view.mention_at(QPoint(x, y)) == mention:
                    return QPoint(x, y)
        raise AssertionError(mention.name)

    def open(self, text: str, name: str) -> OpenDocument:
        """Import a text and make it the active document."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        prepared = prepare(path)
        opened: list[OpenDocument] = []

        def store(library: Library) -> OpenDocument:
            return library.documents.open(library.documents.store(prepared).number)

        self.jobs.library_call(store, opened.append)
        self.written()
        self.workspace.show(opened[0], ())
        return opened[0]


@pytest.fixture
def desk(qtbot, tmp_path):
    workspace = Workspace(Settings(author="王敏", author_asked=True, own_units=("区商务委",)))
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    operations = Operations(workspace, jobs)
    panel = UnitsPanel(workspace, jobs, operations)
    qtbot.addWidget(panel)
    made = Desk(workspace, jobs, operations, panel, tmp_path)
    made.open(TEXT, "实施意见.txt")
    panel.resize(332, 720)
    with qtbot.waitExposed(panel):
        panel.show()
    yield made
    panel.flush()
    jobs.shutdown()
