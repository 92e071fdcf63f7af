"""A desk with a real library: what a test types is stored, and read back from the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from reader.library.ingest import prepare
from reader.library.library import Library
from reader.settings import Settings
from reader.text.spans import Span
from reader.ui.jobs import JobRunner
from reader.ui.notes.panel import NotesPanel
from reader.ui.operations import Operations
from reader.ui.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument

TEXT = """关于推进联动创新的实施意见

各有关单位：
为推进联动创新，制定本意见。
一、总体要求
（一）建设目标。到2027年，建成三个平台。
（二）区域布局。形成两片区联动的格局。
二、重点任务
（一）支持高校开展研究。支持同济大学联合张江实验室筹建中试平台。（责任单位：区科技经济委、区市场监管局）
（二）促进贸易。吸引国际机构落户杨浦。（责任单位：区商务委）
"""


@dataclass
class Desk:
    """What a window would hold around the panel."""

    workspace: Workspace
    jobs: JobRunner
    operations: Operations
    panel: NotesPanel
    folder: Path

    @property
    def document(self) -> OpenDocument:
        assert self.workspace.document is not None
        return self.workspace.document

    def span(self, quote: str) -> Span:
        start = self.document.reading.simplified.index(quote)
        return Span(start, start + len(quote))

    def mark(self, quote: str, **fields) -> int:
        """Mark the first place of a quote and return the number of the mark."""
        added: list[int] = []
        self.operations.mark_added.connect(added.append)
        style, colour = fields.pop("style", "highlight"), fields.pop("colour", "重点")
        self.operations.add_mark(self.span(quote), style, colour, **fields)
        assert self.jobs.wait_for_writes()
        self.operations.mark_added.disconnect(added.append)
        return added[0]

    def stored(self, document: int | None = None) -> dict[int, Placement]:
        """Return what the library holds now, once everything asked for is written."""
        number = self.document.entry.number if document is None else document
        found: list[tuple[Placement, ...]] = []
        self.jobs.library_call(lambda library: library.annotations.placements(number), found.append)
        assert self.jobs.wait_for_writes()
        return {p.annotation.number: p for p in found[0]}

    def note(self, number: int) -> str:
        return self.stored()[number].annotation.note

    def open(self, text: str, name: str) -> OpenDocument:
        """Import a text and make it the active document."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        prepared = prepare(path)
        opened: list[tuple[OpenDocument, tuple[Placement, ...]]] = []

        def store(library: Library) -> tuple[OpenDocument, tuple[Placement, ...]]:
            number = library.documents.store(prepared).number
            return library.documents.open(number), library.annotations.placements(number)

        self.jobs.library_call(store, opened.append)
        assert self.jobs.wait_for_writes()
        self.workspace.show(*opened[0])
        return opened[0][0]


@pytest.fixture
def desk(qtbot, tmp_path):
    workspace = Workspace(Settings(author="王敏", author_asked=True))
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    operations = Operations(workspace, jobs)
    panel = NotesPanel(workspace, operations)
    qtbot.addWidget(panel)
    made = Desk(workspace, jobs, operations, panel, tmp_path)
    made.open(TEXT, "实施意见.txt")
    panel.resize(332, 720)
    with qtbot.waitExposed(panel):
        panel.show()
    yield made
    panel.flush()
    jobs.shutdown()
