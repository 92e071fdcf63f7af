from __future__ import annotations

from pathlib import PureWindowsPath

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.export.atomic import write_atomically
from reader.export.file_names import free_name, suggest_name


def test_that_a_name_says_what_is_in_the_file():
    assert suggest_name("关于X的意见", "notes") == "关于X的意见（批注清单）.docx"
    assert suggest_name(None, "units", ".xlsx") == "未命名文件（任务分解表）.xlsx"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_that_any_title_makes_a_name_that_every_system_takes(title):
    name = suggest_name(title, "notes")
    assert len(name.encode()) <= 140
    assert PureWindowsPath(name).name == name
    assert not set(name) & set('<>:"/\\|?*\n\r\t\u202e')
    assert name.endswith("（批注清单）.docx")
    assert not name.startswith((".", " "))


def test_that_a_free_name_never_names_a_file_that_is_there(tmp_path):
    path = tmp_path / "a.docx"
    assert free_name(path) == path
    for expected in ("a（2）.docx", "a（3）.docx"):
        write_atomically(path, b"")
        path = free_name(tmp_path / "a.docx")
        assert path.name == expected
