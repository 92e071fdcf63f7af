from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from db.backups import _COUNTED, KEPT, back_up, backups, folder_of, replace_damaged, restore_into
from db.errors import StoreDamaged, StoreError, StoreFull, StoreMissing, StoreNewer
from db.integrity import interruptible, sound
from db.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.connection import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path / "library.db")) as opened:
        put(opened, "first")
        yield opened


def put(store: Store, value: str) -> None:
    with store.write() as database:
        database.execute("INSERT OR REPLACE INTO session VALUES ('a', ?)", (value,))


def value_in(store: Store) -> object:
    return store.rows("SELECT value FROM session")[0][0]


def test_that_a_copy_holds_what_the_store_held_and_is_private(store: Store) -> None:
    copy = back_up(store)
    put(store, "second")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT value FROM session").fetchone() == ("first",)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_that_the_rows_of_all_that_the_user_made_are_counted_in_a_copy(store: Store) -> None:
    tables = [name for (name,) in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = {t for t in tables if any(row[1] == "checksum" for row in store.rows(f"PRAGMA table_info({t})"))}
    assert kept - {"readings"} <= set(_COUNTED)  # readings can be derived again


def test_that_copies_are_ordered_by_serial_whatever_the_clock_says(store: Store) -> None:
    older, newer = back_up(store), back_up(store)
    skewed = newer.rename(newer.with_name("library-000002-19990101T000000Z-v3.db"))
    assert [backup.path for backup in backups(store.path)] == [skewed, older]
    assert back_up(store).name.startswith("library-000003-")


def test_that_only_the_newest_copies_are_kept_and_all_made_before_migrations(store: Store) -> None:
    before = back_up(store, note="pre-v9")
    made = [back_up(store) for _ in range(KEPT + 2)]
    assert [backup.path for backup in backups(store.path)] == [*reversed(made[2:]), before]


def test_that_files_of_others_in_the_folder_are_no_copies_of_ours(store: Store) -> None:
    back_up(store)
    (folder_of(store.path) / "other-000009-20240101T000000Z-v1.db").touch()
    (folder_of(store.path) / "holiday.db").touch()
    assert len(backups(store.path)) == 1


def test_that_a_restored_copy_is_what_the_store_holds_and_can_be_undone(store: Store) -> None:
    first = back_up(store)
    put(store, "second")
    restore_into(store, first)
    assert value_in(store) == "first"
    newest = backups(store.path)[0]
    assert newest.note == "pre-restore"
    restore_into(store, newest.path)
    assert value_in(store) == "second"


def test_that_a_store_goes_on_working_and_stays_locked_after_a_restore(store: Store) -> None:
    restore_into(store, back_up(store))
    put(store, "third")
    assert value_in(store) == "third"
    with pytest.raises(StoreError):
        open_store(store.path, patience=0.05)
    assert store.connection.execute("PRAGMA journal_mode").fetchone() == ("truncate",)


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), StoreDamaged),
        (lambda path: path.write_bytes(b"no database"), StoreDamaged),
        (lambda path: path.unlink(), StoreMissing),
        (lambda path: _set_version(path, 999), StoreNewer),
    ],
    ids=["truncated", "garbage", "gone", "newer"],
)
def test_that_a_copy_that_is_no_good_is_not_restored(store: Store, spoil: object, error: type[StoreError]) -> None:
    copy = back_up(store)
    put(store, "second")
    spoil(copy)
    with pytest.raises(error):
        restore_into(store, copy)
    assert value_in(store) == "second"


def _set_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def test_that_no_copy_is_begun_on_a_full_disk(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.backups.shutil.disk_usage", lambda _: type("Usage", (), {"free": 100})())
    with pytest.raises(StoreFull):
        back_up(store)
    assert list(folder_of(store.path).iterdir()) == []


def test_that_a_damaged_store_is_moved_aside_with_its_journal_before_a_copy_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(open_store(path)) as store:
        put(store, "first")
        copy = back_up(store)
    path.write_bytes(b"damaged")
    path.with_name("library.db-journal").write_bytes(b"stale")
    aside = replace_damaged(path, copy)
    assert aside.read_bytes() == b"damaged"
    assert aside.with_name(aside.name + "-journal").read_bytes() == b"stale"
    with closing(open_store(path)) as store:
        assert value_in(store) == "first"
    assert path.stat().st_mode & 0o777 == 0o600


class Stopped(Exception):
    pass


def stop() -> None:
    raise Stopped


def test_that_a_copy_that_is_stopped_leaves_nothing(store: Store) -> None:
    with pytest.raises(Stopped):
        back_up(store, check=stop)
    assert list(folder_of(store.path).iterdir()) == []


def test_that_a_long_question_is_stopped_and_the_next_one_is_not(store: Store) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(Stopped), interruptible(store.connection, stop):
        store.connection.execute(endless).fetchone()
    assert sound(store)
