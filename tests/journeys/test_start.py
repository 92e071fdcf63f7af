"""What a start loads before it paints the first document."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reader.library.ingest import import_paths
from reader.library.library import Library
from tests.journeys.conftest import XUHUI

HEAVY = (
    "sqlite_utils", "jieba", "opencc", "docx", "lxml", "pypinyin", "rapidfuzz", "tomli_w", "PySide6.QtNetwork",
    "reader.ui.compare.view", "reader.ui.search.panel", "reader.ui.library.panel", "reader.ui.library.importing",
    "reader.ui.export.dialog", "reader.ui.settings.dialog", "reader.comparison.compare", "reader.library.searching",
    "reader.library.derivation", "reader.importers",
)  # fmt: skip
PROGRAM = """
import sys
from reader.ui.app import start
from reader.ui.main_window import window

def look(self):
    made(self)
    self.parts.area.first_painted.connect(lambda: print(*[name for name in %r if name in sys.modules], sep="\\n"))
    self.restored.connect(lambda _start: self.close())

made = window.MainWindow._connect
window.MainWindow._connect = look
sys.exit(start.run_window([]))
"""


def test_that_nothing_heavy_is_loaded_before_the_first_paint(tmp_path):
    with Library.open(tmp_path / "library.db") as library:
        [one] = import_paths(library, [XUHUI]).imported
        library.session.set("open", {"pair": False, "places": [[one.number, 3, 0.0]]})
    environment = {**os.environ, "YUEDU_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM % (HEAVY,)],
        env=environment, cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
