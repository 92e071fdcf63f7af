"""A process that dies, or a disk that fails, at any step of writing: the old file or the new one is there, whole."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from reader.export.atomic import ExportFailed, write_atomically

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="forks"),
    # Newer Pythons warn where threads of other tests are left; the child only writes a file.
    pytest.mark.filterwarnings("ignore:This process.*fork:DeprecationWarning"),
]
OLD, NEW = b"old" * 50_000, b"new" * 100_000
STEPS = ("open", "fdopen", "fsync", "chmod", "replace")
KILLED = 9


def patched(patch: pytest.MonkeyPatch, step: str, wrong) -> None:
    """Let a step of the system fail, before it does anything."""
    owner = Path if step in ("chmod", "replace", "unlink") else os
    patch.setattr(owner, step, wrong)


def in_child(work) -> int:
    """Run in a process of its own; return with which status it ended."""
    child = os.fork()
    if not child:
        try:
            work()
            os._exit(0)
        except ExportFailed:
            os._exit(1)
        finally:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "批注稿.docx"
    path.write_bytes(OLD)
    return path


@pytest.mark.parametrize("step", STEPS)
def test_that_a_process_killed_before_any_step_leaves_the_old_file(path, step):
    def work():
        patched(pytest.MonkeyPatch(), step, lambda *_, **__: os._exit(KILLED))
        write_atomically(path, NEW)

    assert in_child(work) == KILLED
    assert path.read_bytes() == OLD


def test_that_a_process_killed_behind_the_rename_leaves_the_new_file(path):
    real = Path.replace

    def replaced(self, target):
        real(self, target)
        os._exit(KILLED)

    def work():
        patched(pytest.MonkeyPatch(), "replace", replaced)
        write_atomically(path, NEW)

    assert in_child(work) == KILLED
    assert path.read_bytes() == NEW
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_that_a_disk_that_is_full_half_way_leaves_the_old_file_and_nothing_beside_it(path):
    def work():
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(NEW) // 2, len(NEW) // 2))
        write_atomically(path, NEW)

    assert in_child(work) == 1
    assert path.read_bytes() == OLD
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EACCES, errno.ESTALE])
def test_that_each_error_of_each_step_becomes_a_sentence_and_the_old_file_stays(path, monkeypatch, step, number):
    def fails(*_, **__):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patched(patch, step, fails)
        with pytest.raises(ExportFailed) as failed:
            write_atomically(path, NEW)
    assert failed.value.reason.endswith("。")
    assert failed.value.reason.isascii() is False
    assert path.read_bytes() == OLD
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError, SystemExit])
def test_that_a_stop_at_any_step_leaves_nothing_behind(path, monkeypatch, step, stop):
    def stops(*_, **__):
        raise stop

    with monkeypatch.context() as patch:
        patched(patch, step, stops)
        with pytest.raises(stop):
            write_atomically(path, NEW)
    assert path.read_bytes() == OLD
    assert [p.name for p in path.parent.iterdir()] == [path.name]
