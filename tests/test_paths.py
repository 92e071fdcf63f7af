"""Where the user's data lies."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader import paths


def test_that_one_variable_moves_everything(monkeypatch, tmp_path):
    monkeypatch.setenv("YUEDU_DATA", str(tmp_path))
    assert paths.library_path() == tmp_path / "library.db"
    assert paths.settings_path().parent == tmp_path


@pytest.mark.parametrize(
    ("platform", "variable", "base"),
    [
        ("linux", "XDG_DATA_HOME", ".local/share"),
        ("win32", "LOCALAPPDATA", "AppData/Local"),
        ("darwin", "NONE", "Library/Application Support"),
    ],
)
def test_that_each_system_has_its_place(monkeypatch, tmp_path, platform, variable, base):
    monkeypatch.delenv("YUEDU_DATA")
    monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert paths.data_dir() == tmp_path / base / "Yuedu"
    if platform != "darwin":
        monkeypatch.setenv(variable, str(tmp_path / "other"))
        assert paths.data_dir() == tmp_path / "other" / "Yuedu"


def test_that_a_relative_xdg_folder_is_ignored(monkeypatch, tmp_path):
    monkeypatch.delenv("YUEDU_DATA")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", "somewhere")
    assert paths.data_dir() == tmp_path / ".local" / "share" / "Yuedu"


def test_that_the_shipped_documents_are_found():
    assert len(list(paths.resource_path("documents").glob("*.txt"))) == 5
