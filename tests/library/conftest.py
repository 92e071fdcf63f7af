"""A library in a fresh folder, and documents to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from reader.library.ingest import import_paths
from reader.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """关于加快创新发展的实施意见

各区人民政府：

一、总体要求

以创新为动力，着力打造标杆城区。到2025年，企业达到3000家。

二、主要任务

（一）推进科技创新。支持企业设立研发中心。（责任单位：区科技经济委、区财政局）

（二）推进人才引育。着力引进高层次人才。（责任单位：区人力资源社会保障局）

三、保障措施

加强统筹协调。
"""

Importing = Callable[..., int]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def text() -> str:
    return TEXT


@pytest.fixture
def add_text(library: Library, tmp_path: Path) -> Importing:
    """Import a text as a file and return its number."""

    def add(text: str = TEXT, name: str = "意见.txt") -> int:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        report = import_paths(library, [file])
        assert not report.failures
        return report.imported[0].number

    return add
