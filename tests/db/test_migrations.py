from __future__ import annotations

import hashlib
import pkgutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import db.migrations
from db.backups import backups
from db.migrations import SCHEMA, STEPS, schema_of, todays_schema
from db.opening import open_store
from db.records import AnnotationRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

    from db.connection import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def at_step(path: Path, number: int) -> Path:
    """Make a store as an earlier version of the program would have left it, with a row in it."""
    with closing(open_store(path, steps=STEPS[:number])) as store, store.write() as database:
        database.execute("INSERT INTO meta VALUES ('kept', 7)")
    return path


def test_that_each_file_of_the_folder_is_one_step_in_its_order() -> None:
    files = sorted(module.name for module in pkgutil.iter_modules(db.migrations.__path__))
    assert [step.__module__.rsplit(".", 1)[1] for step in STEPS] == files


@pytest.mark.parametrize("number", range(1, SCHEMA))
def test_that_a_store_of_each_earlier_schema_comes_to_todays(path: Path, tmp_path: Path, number: int) -> None:
    at_step(path, number)
    with closing(open_store(path)) as store, closing(open_store(tmp_path / "new.db")) as new:
        assert schema_of(store.connection) == schema_of(new.connection)
        assert store.row("SELECT value FROM meta WHERE key = 'kept'") == (7,)
    assert version_of(path) == SCHEMA


def test_that_opening_asks_for_todays_schema(path: Path) -> None:
    with closing(open_store(path, steps=list(STEPS))) as store:
        assert schema_of(store.connection) == todays_schema()


def test_that_the_columns_of_the_annotations_are_those_of_their_rows(path: Path) -> None:
    with closing(open_store(path)) as store:
        columns = {row[1] for row in store.rows("PRAGMA table_info(annotations)")}
    assert columns == {*AnnotationRow._fields, "checksum", "seq"}


def test_that_a_verified_copy_is_made_before_a_migration(path: Path) -> None:
    at_step(path, 1)
    open_store(path).close()
    (copy,) = backups(path)
    assert (copy.note, copy.schema, version_of(copy.path)) == (f"pre-v{SCHEMA}", 1, 1)
    assert copy.path.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy.path)) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'kept'").fetchone() == (7,)


def test_that_a_new_store_needs_no_copy(path: Path) -> None:
    open_store(path).close()
    assert backups(path) == []


def rows_of_four(database: Database) -> None:
    """Put a row into each table of schema 4."""
    insert = {
        "documents": "(7, 'aa', '意见.txt', '2024-11-01', NULL, 3, '意见', 0, NULL, '区政府', '2024-10-25', 2, 1, 9, 0)",
        "sources": "(7, 'utf-8', 0, 'bb', '一、甲。', x'e4b880')",
        "readings": "(7, 1, '{}', '[]', '[]', '[]', 0, '一、甲。', NULL, 11, 12)",
        "assignments": "(7, 0, 1, '一、', '牵头', '[]', 0, '（区财政局）', 3, 9, 'bracket')",
        "annotations": "(1, 'u1', 7, 0, 2, '一、', '', '甲', '一、', 'wavy', '重点', '[]', '请核', '王', 'c', 'm', NULL, 13, 4, 1, '一、')",
        "decisions": "(1, 7, 'title', NULL, NULL, '改过的标题', '2024-11-02')",
        "corrections": "(1, 'u2', 7, 'rename', 3, 6, '区财政局', '区税务局', '牵头', NULL, '2024-11-02', '王', '', 14)",
        "roster": "(1, '上海市杨浦区财政局', '区财政局', '[]', 1, '[]', 15)",
        "same_units": "(1, '甲局', '乙局', '', 1, '2024-11-02', 16)",
        "unit_names": "(1, '区财政局', '', 'organ', '', 'key', '区财政局', '上海市杨浦区财政局', '')",
        "unit_duties": "(7, 1, 0, 0, 1, 'lead')",
        "session": "('open', '{}')",
    }
    for table, values in insert.items():
        database.execute(f"INSERT INTO {table} VALUES {values}")


def rows_of_five(database: Database) -> None:
    """Put a row into each table of schema 5."""
    rows_of_four(database)
    insert = {
        "comparisons": "(1, 7, 7, '', 'peers', '2025-01-02', NULL, 17, '2025-01-02', 5, '{}')",
        "comparison_links": "(1, 1, 'pin', 3, 4, '2025-01-02', 18)",
        "comparison_judgements": "(1, 3, 'weakened', '少了时限', '王', '2025-01-02', 19)",
        "comparison_notes": "(1, 1, 'left', 3, NULL, 'number', '5个', 20)",
        "drafts": "(7, '送审稿', NULL, NULL, '2025-01-02', 21)",
    }
    for table, values in insert.items():
        database.execute(f"INSERT INTO {table} VALUES {values}")


def contents(store: Store) -> dict[str, list[tuple[object, ...]]]:
    tables = store.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return {table: store.rows(f"SELECT * FROM {table}") for (table,) in tables if table != "_sqlite_migrations"}


NEW_IN_FIVE = {"comparisons", "comparison_links", "comparison_judgements", "comparison_notes", "drafts"}
NEW_IN_SIX = {"excerpts"}


@pytest.mark.parametrize(
    ("number", "fill", "new"), [(4, rows_of_four, NEW_IN_FIVE | NEW_IN_SIX), (5, rows_of_five, NEW_IN_SIX)]
)
def test_that_a_library_of_an_earlier_schema_keeps_all_it_holds(
    path: Path, number: int, fill: Callable[[Database], None], new: set[str]
) -> None:
    with closing(open_store(path, steps=STEPS[:number])) as store:
        with store.write() as database:
            fill(database)
        before = contents(store)
    assert all(before.values())
    with closing(open_store(path)) as store:
        after = contents(store)
    assert after.keys() - before.keys() == new
    assert {table: rows for table, rows in after.items() if table not in new} == before
    assert not any(after[table] for table in new)
    (copy,) = backups(path)
    assert (copy.note, copy.schema) == (f"pre-v{SCHEMA}", number)


def break_after(step: Callable[..., None]) -> Callable[..., None]:
    def broken(database: object) -> None:
        step(database)
        raise ZeroDivisionError

    broken.__name__ = step.__name__
    return broken


def test_that_an_interrupted_migration_leaves_the_schema_it_started_from(path: Path) -> None:
    at_step(path, 1)
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL").fetchall()
    with pytest.raises(ZeroDivisionError):
        open_store(path, steps=(STEPS[0], break_after(STEPS[1]), STEPS[2]))
    assert version_of(path) == 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL").fetchall() == before
    open_store(path).close()
    assert version_of(path) == SCHEMA


def test_that_a_migration_interrupted_between_steps_goes_on_from_there(path: Path) -> None:
    at_step(path, 1)
    with pytest.raises(ZeroDivisionError):
        open_store(path, steps=(*STEPS[:2], break_after(STEPS[2])))
    assert version_of(path) == 2
    open_store(path).close()
    assert version_of(path) == SCHEMA


_KILLED = """
import os, signal, sys
from pathlib import Path
from db.opening import open_store
from db.migrations import STEPS

def deadly(database):
    STEPS[1](database)
    database.execute("INSERT INTO meta VALUES ('half', 1)")
    os.kill(os.getpid(), signal.SIGKILL)

open_store(Path(sys.argv[1]), steps=(STEPS[0], deadly, STEPS[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_that_a_migration_that_is_killed_leaves_nothing_half_done(path: Path) -> None:
    at_step(path, 1)
    done = subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False)
    assert done.returncode == -9
    with closing(open_store(path)) as store:
        assert store.row("SELECT value FROM meta WHERE key = 'half'") is None
        assert store.row("SELECT value FROM meta WHERE key = 'kept'") == (7,)


def test_that_a_step_that_leaves_orphaned_rows_is_rolled_back(path: Path) -> None:
    at_step(path, 2)

    def orphaning(database: object) -> None:
        database.execute("INSERT INTO readings VALUES (99, 1, '', '', '', '', 0, '', NULL, 0, 0)")

    with pytest.raises(ValueError, match="without their document"):
        open_store(path, steps=(*STEPS[:2], orphaning))
    assert version_of(path) == 2


def test_that_a_store_of_an_earlier_schema_that_cannot_be_written_is_read_in_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_step(path, 1)
    before = hashlib.sha256(path.read_bytes()).digest()
    monkeypatch.setattr("db.opening.os.access", lambda _path, mode: mode != 2)
    with closing(open_store(path)) as store:
        assert store.read_only
        assert store.rows("SELECT * FROM session") == []
        assert store.row("SELECT value FROM meta WHERE key = 'kept'") == (7,)
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert backups(path) == []
