from __future__ import annotations

import os

import pytest

from reader.ui.app.faults import Faults
from reader.ui.app.instance import Instance, InstanceRunning
from reader.ui.app.settings_file import SettingsFile
from reader.ui.app.start import wishes_of
from reader.ui.workspace import Workspace


def test_that_a_library_has_one_window(tmp_path):
    first, second = Instance(tmp_path / "library.db"), Instance(tmp_path / "library.db")
    first.claim()
    with pytest.raises(InstanceRunning):
        second.claim()
    Instance(tmp_path / "other.db").claim()
    first.release()
    second.claim()
    second.release()


def test_that_nobody_answers_where_no_window_listens(tmp_path):
    assert not Instance(tmp_path / "library.db").hand_over([tmp_path / "a.txt"])


@pytest.mark.skipif(os.name != "posix", reason="a file only there")
def test_that_the_socket_lies_in_the_folder_of_the_library_whatever_its_length(tmp_path):
    deep = tmp_path / ("很长的文件夹名" * 2)
    name = Instance(deep / "library.db").socket_name()
    assert len(os.fsencode(name)) < 108


def test_that_the_command_line_names_library_and_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    wishes = wishes_of(["--library", "x.db", "a.txt", "--", "-b.txt"])
    assert (wishes.library, wishes.default) == (tmp_path / "x.db", False)
    assert wishes.files == (tmp_path / "a.txt", tmp_path / "-b.txt")
    assert wishes_of([]).default
    assert wishes_of(["--library"]) is None
    assert wishes_of(["--unknown"]) is None


def test_that_settings_are_written_once_they_rest(qtbot, tmp_path):
    from reader import settings

    workspace = Workspace()
    kept = SettingsFile(workspace, tmp_path / "settings.toml")
    workspace.set_settings(workspace.settings.with_(author="甲"))
    workspace.set_settings(workspace.settings.with_(author="甲乙"))
    qtbot.waitUntil(lambda: (tmp_path / "settings.toml").exists())
    assert settings.load(tmp_path / "settings.toml").author == "甲乙"
    kept.write()


def test_that_a_fault_is_logged_by_its_place_once_and_without_its_message(caplog, qtbot):
    faults = Faults()
    faults.occurred.disconnect()
    heard = []
    faults.occurred.connect(heard.append)
    with caplog.at_level("ERROR", logger="reader"):
        for _ in range(3):
            try:
                raise ValueError("机密暗号7391")
            except ValueError as error:
                faults.note(type(error), error.__traceback__)
    assert len(heard) == 1
    assert heard[0].startswith("ValueError test_instance.py:")
    assert "7391" not in caplog.text
