"""Warm start to the first painted document, and peak memory, against a bare PySide6 window with the same text."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.library.ingest import BUNDLED, import_paths
from reader.library.library import Library
from tests.benchmarks.ratios import Row, alternate

_CHILD = Path(__file__).with_name("first_paint.py")


def rows() -> list[Row]:
    """Return the rows of start and memory."""
    with tempfile.TemporaryDirectory() as folder:
        library, one, all_five, numbers = _prepare(Path(folder))
        start = alternate(lambda: _run("ours", library)[0], lambda: _run("bare", one)[0])
        memory = alternate(lambda: _run("ours", library, *numbers)[1], lambda: _run("bare", all_five)[1])
    return [
        Row("第二次启动到首个文件画出", "只有 QTextBrowser 的窗口显示同一文本", *start, "s", 2.0),
        Row("打开五份文件后的内存峰值", "只有 QTextBrowser 的窗口显示五份文本", *memory, "MiB", 2.0),
    ]


def _prepare(folder: Path) -> tuple[str, str, str, list[str]]:
    path = folder / "library.db"
    library = Library.open(path)
    numbers = [i.number for i in import_paths(library, [BUNDLED]).imported]
    texts = [library.documents.open(number).reading.simplified for number in numbers]
    library.session.set("open", {"pair": False, "places": [[numbers[-2], 0, 0.0]]})
    library.close()
    one, all_five = folder / "one.txt", folder / "five.txt"
    one.write_text(texts[-2], encoding="utf-8")
    all_five.write_text("".join(texts), encoding="utf-8")
    _run("ours", str(path))  # the first start writes its session; the second is the one measured
    return str(path), str(one), str(all_five), [str(number) for number in numbers]


def _run(*words: str) -> tuple[float, float]:
    """Return seconds from the start of the process to its first paint, and its peak memory in MiB."""
    start = time.perf_counter()
    # With its bytecode cached, as any program that was started before.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    child = subprocess.Popen([sys.executable, str(_CHILD), *words], stdout=subprocess.PIPE, text=True, env=environment)
    assert child.stdout is not None
    painted = peak = 0.0
    for line in child.stdout:
        if line == "painted\n" and not painted:
            painted = time.perf_counter() - start
        elif line.startswith("peak "):
            peak = int(line.split()[1]) / 1024
    if child.wait() or not painted:
        raise RuntimeError(f"{words[0]}: exit {child.returncode}")
    return painted, peak
