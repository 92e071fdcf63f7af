from __future__ import annotations

import pytest

from reader.library.library import Library


@pytest.mark.parametrize("value", [None, 0, "左", [1, {"节": 2.5}], {"open": [], "split": True}])
def test_that_a_value_comes_back_after_a_restart(library: Library, value: object) -> None:
    library.session.set("window", value)
    library.close()
    with Library.open(library.path) as again:
        assert again.session.get("window") == value


def test_that_a_key_that_was_never_set_is_none(library: Library) -> None:
    assert library.session.get("open") is None


def test_that_the_last_value_counts(library: Library) -> None:
    for value in (1, 2, 2):
        library.session.set("open", value)
    assert library.session.get("open") == 2


def test_that_a_value_that_cannot_be_read_counts_as_absent(library: Library) -> None:
    with library._store.write() as database:
        database.execute("INSERT INTO session VALUES ('open', '{')")
    assert library.session.get("open") is None


def test_that_a_library_that_is_read_only_forgets_in_silence(library: Library) -> None:
    library._store.read_only = True
    library.session.set("open", 1)
    assert library.session.get("open") is None
