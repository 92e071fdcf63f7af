from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.library.library import Library

if TYPE_CHECKING:
    from types import ModuleType

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")


@pytest.fixture
def kill9() -> ModuleType:
    path = Path(__file__).parents[1] / "benchmarks" / "kill9.py"
    spec = importlib.util.spec_from_file_location("kill9", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["kill9"] = module
    spec.loader.exec_module(module)
    return module


def test_that_no_acknowledged_note_is_lost_when_the_program_is_killed(kill9: ModuleType, tmp_path: Path) -> None:
    tally = kill9.kill_many(tmp_path, runs=5, seed=1)
    assert tally.faults == []
    assert tally.acknowledged > 0


def test_that_a_library_whose_maker_was_killed_is_whole_or_not_there(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys\nfrom pathlib import Path\nimport db.opening\n"
        "def die(*_):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        "setattr(db.opening, sys.argv[2], die)\ndb.opening.open_store(Path(sys.argv[1]))\n"
    )
    for moment in ("migrate", "_take_name", "sync_folder"):
        path = tmp_path / moment / "library.db"
        subprocess.run([sys.executable, "-c", script, str(path), moment], check=False)
        with Library.open(path) as library:
            assert library.is_new
            assert library.maintenance.check().ok
