"""Import (decode, clean, parse, units, store, index) against jieba cutting the same text."""

from __future__ import annotations

import tempfile
from pathlib import Path

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.text.words import words
from tests.benchmarks.ratios import Row, alternate, seconds
from tests.benchmarks.texts import long_text

_MILLION = 1_000_000


def rows() -> list[Row]:
    """Return the two rows of import."""
    from reader.text.words import _tokenizer

    text = long_text(_MILLION)
    words("暖机")
    ours, theirs = alternate(lambda: _import_seconds(text), lambda: seconds(lambda: _tokenizer().lcut(text)))
    first = Row("导入100万字（解码、整理、结构、单位、入库、索引）", "jieba.lcut 同一文本", ours, theirs, "s", 0.5)
    short, long = long_text(_MILLION // 10), long_text(10 * _MILLION)
    long_each, short_each = alternate(
        lambda: _import_seconds(long) / len(long) * 1e6, lambda: _import_seconds(short) / len(short) * 1e6, runs=5
    )
    return [first, Row("导入1000万字，每字用时", "导入10万字，每字用时", long_each, short_each, "µs", 1.5)]


def _import_seconds(text: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "长文.txt")
        path.write_text(text, encoding="utf-8")
        library = Library.open(Path(folder, "library.db"))
        try:
            return seconds(lambda: import_paths(library, [path]))
        finally:
            library.close()
