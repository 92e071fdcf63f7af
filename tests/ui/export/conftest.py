"""A library with three documents, two of which name units."""

from __future__ import annotations

import pytest

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.settings import Settings
from reader.ui.jobs import JobRunner
from reader.ui.workspace import Workspace

HARBOUR = """临江区人民政府关于推进港口建设的实施意见

各有关单位：

一、建设港口

（一）完善航道。疏浚主航道，2026年底前建成泊位不少于12个。（牵头单位：区交通委；责任单位：区财政局、区水务局）

（二）便利通关。推行提前申报。（责任单位：区商务委、临江海关）

二、服务企业

（一）减轻负担。落实减税措施。（责任单位：区财政局）
"""
SCHOOLS = """临江区人民政府关于加强学校建设的实施意见

各有关单位：

一、主要任务

（一）新建学校。年内开工2所。（责任单位：区教育局）

（二）培训教师。每年轮训一次。（责任单位：区教育局、区人力资源社会保障局）
"""
RULES = """临江区公文处理办法

第一条　为规范公文处理工作，制定本办法。

第二条　公文应当简明。
"""
FILES = {"港口.txt": HARBOUR, "学校.txt": SCHOOLS, "办法.txt": RULES}


class Desk:
    """A workspace over the library, with the document on the harbour open."""

    def __init__(self, qtbot, folder) -> None:
        self.qtbot = qtbot
        self.path = folder / "library.db"
        self.workspace = Workspace(Settings(author="王"))
        for name, text in FILES.items():
            (folder / name).write_text(text, encoding="utf-8")
        with Library.open(self.path) as library:
            assert not import_paths(library, [folder / name for name in FILES]).failures
            self.workspace.set_entries(library.documents.entries())
            self.numbers = {entry.file: entry.number for entry in self.workspace.entries}
            self.workspace.show(library.documents.open(self.numbers["港口.txt"]), ())
        self.jobs = JobRunner(lambda: Library.open(self.path))

    def number(self, name: str) -> int:
        return self.numbers[f"{name}.txt"]


@pytest.fixture
def desk(qtbot, tmp_path):
    made = Desk(qtbot, tmp_path)
    yield made
    made.jobs.shutdown()
