from __future__ import annotations

import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import settings
from reader.settings import Settings


def test_that_a_missing_file_gives_the_defaults(tmp_path):
    assert settings.load(tmp_path / "settings.toml") == Settings()


def test_that_what_is_saved_is_read_again(tmp_path):
    path = tmp_path / "new" / "settings.toml"
    chosen = Settings().with_(
        author="王“五”", theme="night", font_size=15.5, own_units=("区数据局", "区科委"), measure=30
    )
    settings.save(chosen, path)
    assert settings.load(path) == chosen
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["settings.toml"]


def test_that_keys_of_a_newer_version_are_kept(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('theme = "green"\nfuture = [1, 2]\n\n[table]\nkey = "v"\n', encoding="utf-8")
    read = settings.load(path)
    settings.save(read.with_(author="甲"), path)
    again = settings.load(path)
    assert again.unknown == {"future": [1, 2], "table": {"key": "v"}}
    assert (again.theme, again.author) == ("green", "甲")


def test_that_a_broken_file_is_kept_aside_and_the_defaults_are_taken(tmp_path):
    path = tmp_path / "settings.toml"
    for content in (b"theme = [", b"\xff\xfe\x00"):
        path.write_bytes(content)
        assert settings.load(path) == Settings()
    assert not path.exists()
    assert sorted(p.read_bytes() for p in tmp_path.iterdir()) == sorted((b"theme = [", b"\xff\xfe\x00"))


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ('theme = "no such"', "theme", "paper"),
        ("font_size = 1000", "font_size", 32.0),
        ('font_size = "big"', "font_size", 13.0),
        ("font_size = nan", "font_size", 13.0),
        ("measure = 33.9", "measure", 33),
        ("author = 7", "author", ""),
        ("author_asked = 1", "author_asked", False),
        ('own_units = ["甲", 2]', "own_units", ("甲",)),
    ],
)
def test_that_a_value_that_does_not_fit_is_brought_into_its_limits_or_left_out(tmp_path, line, name, value):
    path = tmp_path / "settings.toml"
    path.write_text(line, encoding="utf-8")
    assert getattr(settings.load(path), name) == value


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=30))
def test_that_any_name_survives_the_file(tmp_path_factory, author):
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    settings.save(Settings(author=author), path)
    assert settings.load(path).author == author
