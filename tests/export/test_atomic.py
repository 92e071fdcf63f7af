from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from reader.export.atomic import ExportFailed, write_atomically


def left_behind(folder, *expected):
    return sorted(p.name for p in folder.iterdir() if p.name not in expected)


def test_that_a_new_file_holds_the_data_and_takes_the_permissions_of_the_umask(tmp_path):
    path = tmp_path / "批注清单.docx"
    before = os.umask(0o027)
    try:
        write_atomically(path, b"new")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert left_behind(tmp_path, path.name) == []


def test_that_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o604)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_that_a_link_goes_on_pointing_to_the_file_that_is_written(tmp_path):
    real = tmp_path / "real.txt"
    real.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "write"])
def test_that_the_old_file_stays_when_writing_fails_half_way(tmp_path, monkeypatch, step):
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(ExportFailed, match="磁盘空间不足"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert left_behind(tmp_path, "a.docx") == []


def test_that_a_read_only_target_is_refused_and_stays(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(ExportFailed, match=r"a\.docx：文件为只读") as failed:
        write_atomically(path, b"new")
    assert failed.value.path == path
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("owner", [".~lock.批注清单.docx#", "~$清单.docx", "~$批注清单.docx"])
def test_that_a_target_open_in_another_program_is_refused(tmp_path, owner):
    path = tmp_path / "批注清单.docx"
    path.write_bytes(b"old")
    (tmp_path / owner).write_bytes(b"")
    with pytest.raises(ExportFailed, match="正被其他程序打开"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "reason"), [("missing/a.docx", "文件夹不存在"), (".", "目标是文件夹"), ("长" * 300, "文件名过长")]
)
def test_that_an_impossible_target_gets_a_reason(tmp_path, name, reason):
    with pytest.raises(ExportFailed, match=reason):
        write_atomically(tmp_path / name, b"new")
    assert left_behind(tmp_path) == []


def test_that_the_reason_is_told_even_where_the_temporary_file_cannot_be_removed(tmp_path, monkeypatch):
    def refuses(number):
        def refuse(*_args, **_kwargs):
            raise OSError(number, "refused")

        return refuse

    monkeypatch.setattr(Path, "replace", refuses(errno.ENOSPC))
    monkeypatch.setattr(Path, "unlink", refuses(errno.EACCES))
    with pytest.raises(ExportFailed, match="磁盘空间不足"):
        write_atomically(tmp_path / "a.docx", b"new")
