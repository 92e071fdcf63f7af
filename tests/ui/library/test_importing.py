from __future__ import annotations

import pytest

from reader.library.library import Library
from reader.ui.jobs import JobRunner
from reader.ui.library.importing import Importing

PLAIN = "关于测试的通知\n\n一、总体要求\n加强管理。\n"
SECRET = "机密★1年\n\n上海市人民政府文件\n\n关于测试的通知\n\n一、总体要求\n加强管理。\n"


@pytest.fixture
def importing(qtbot, tmp_path):
    jobs = JobRunner(lambda: Library.open(tmp_path / "library.db"))
    yield Importing(jobs)
    jobs.shutdown()


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_that_a_folder_is_walked_and_each_file_told_of(importing, qtbot, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        write(folder, f"{number}.txt", PLAIN + str(number))
    told = []
    importing.progressed.connect(lambda done, total, name: told.append((done, total, name)))
    with qtbot.waitSignal(importing.finished) as ended:
        importing.add([folder])
    assert [i.file for i in ended.args[0]] == ["0.txt", "1.txt", "2.txt"]
    assert told == [(0, 3, "0.txt"), (1, 3, "1.txt"), (2, 3, "2.txt")]
    assert not importing.active


def test_that_the_same_file_twice_is_known(importing, qtbot, tmp_path):
    path = write(tmp_path, "a.txt", PLAIN)
    with qtbot.waitSignal(importing.finished):
        importing.add([path])
    with qtbot.waitSignal(importing.finished) as ended:
        importing.add([path])
    assert [i.status for i in ended.args[0]] == ["known"]


def test_that_a_secrecy_mark_keeps_a_file_out_until_it_is_called_a_mistake(importing, qtbot, tmp_path):
    path = write(tmp_path, "秘.txt", SECRET)
    with qtbot.waitSignals([importing.secrecy_found, importing.finished]):
        importing.add([path])
    kept = [file for file in tmp_path.iterdir() if file != path and "秘.txt".encode() in file.read_bytes()]
    assert kept == []
    with qtbot.waitSignal(importing.finished) as ended:
        importing.add([path], false_alarm=True)
    assert [i.status for i in ended.args[0]] == ["new"]


def test_that_what_was_stored_before_a_stop_stays(importing, qtbot, tmp_path):
    paths = [write(tmp_path, f"{number}.txt", PLAIN + str(number)) for number in range(30)]
    importing.imported.connect(lambda _one: importing.cancel())
    with qtbot.waitSignal(importing.finished) as ended:
        importing.add(paths)
    assert 1 <= len(ended.args[0]) < 30
