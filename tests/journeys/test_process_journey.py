"""The program as a process: a second start, the end by the system, wrong words on the command line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.library.library import Library
from reader.paths import resource_path
from tests.journeys.conftest import YANGPU

MAIN = Path(__file__).parents[2] / "main.py"
PATIENCE = 30  # s
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")


class Program:
    """main.py with a data folder of its own."""

    def __init__(self, folder: Path, *words: str) -> None:
        environment = {**os.environ, "YUEDU_DATA": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        self.process = subprocess.Popen(
            [sys.executable, str(MAIN), *words],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@pytest.fixture
def program(tmp_path):
    started = []

    def start(*words: str) -> Program:
        started.append(Program(tmp_path, *words))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.communicate()


def files_in(path: Path) -> list[str]:
    with Library.open(path, create=False) as library:
        return sorted(entry.file for entry in library.documents.entries())


def names_in(path: Path) -> set[str]:
    """Return which of the names tests use stand in a library, also while a window holds it."""
    names = {file.name for file in resource_path("documents").iterdir()} | {"会议纪要 一.txt"}
    content = path.read_bytes()
    return {name for name in names if name.encode() in content}


def wait_for(what) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def test_that_the_first_start_brings_in_the_documents_of_the_program_once(program, tmp_path):
    bundled = sorted(path.name for path in resource_path("documents").iterdir())
    for _start in range(2):
        one = program()
        wait_for((tmp_path / "library.db.window").exists)
        wait_for(lambda: names_in(tmp_path / "library.db") >= set(bundled))
        assert one.end() == 0
        assert files_in(tmp_path / "library.db") == bundled
    assert [path for path in tmp_path.rglob("*") if path.stat().st_mode & 0o077] == []


def test_that_a_second_start_hands_its_files_to_the_window_that_is_open(program, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir(mode=0o700)
    library = folder / "library.db"
    strange = folder / "会议纪要 一.txt"
    strange.write_text("会议纪要\n\n一、总体要求\n加强管理。\n", encoding="utf-8")
    first = program("--library", str(library))
    wait_for(Path(str(library) + ".window").exists)
    second = program("--library", str(library), str(strange), str(YANGPU))
    assert second.process.wait(PATIENCE) == 0
    wait_for(lambda: names_in(library) == {strange.name, YANGPU.name})
    assert first.end() == 0
    assert files_in(library) == sorted([strange.name, YANGPU.name])


def test_that_a_killed_window_does_not_keep_the_next_one_out(program, tmp_path):
    socket = tmp_path / "library.db.window"
    first = program()
    wait_for(socket.exists)
    first.process.kill()
    first.process.wait(PATIENCE)
    left_behind = socket.stat().st_ctime_ns
    second = program()
    wait_for(lambda: socket.exists() and socket.stat().st_ctime_ns != left_behind)
    assert second.end() == 0


def test_that_wrong_words_end_with_code_2(program):
    one = program("--no-such-word")
    out, err = one.process.communicate(timeout=PATIENCE)
    assert (one.process.returncode, out) == (2, "")
    assert err
