from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.connection import APPLICATION_ID, Store
from db.errors import (
    StoreDamaged,
    StoreInUse,
    StoreMissing,
    StoreNewer,
    StoreReadOnly,
    StoreUnreachable,
)
from db.migrations import SCHEMA
from db.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def made(path: Path) -> Path:
    open_store(path).close()
    return path


def bytes_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def setting(store: Store, name: str) -> object:
    return store.connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_that_a_new_store_holds_the_settings_that_lose_nothing(path: Path) -> None:
    with closing(open_store(path)) as store:
        names = ("journal_mode", "synchronous", "locking_mode", "foreign_keys", "trusted_schema", "secure_delete")
        assert [setting(store, name) for name in names] == ["truncate", 3, "exclusive", 1, 0, 1]
        assert [setting(store, name) for name in ("temp_store", "mmap_size", "cell_size_check")] == [2, 0, 1]
        assert (setting(store, "application_id"), setting(store, "user_version")) == (APPLICATION_ID, SCHEMA)


def test_that_reading_does_not_load_sqlite_utils(made: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from db.opening import open_store\n"
        f"store = open_store(Path({str(made)!r})); store.rows('SELECT * FROM documents'); store.close()\n"
        "assert 'sqlite_utils' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_that_nobody_else_may_read_the_files_of_a_store(path: Path) -> None:
    with closing(open_store(path)) as store, store.write() as database:
        database.execute("INSERT INTO session VALUES ('a', '1')")
        modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
        assert modes == {0o600}
        assert len(list(path.parent.iterdir())) == 2  # the journal too


def test_that_the_second_to_open_a_store_hears_that_it_is_in_use(made: Path) -> None:
    with closing(open_store(made)), pytest.raises(StoreInUse):
        open_store(made, patience=0.05)


def test_that_a_failed_second_opening_leaves_the_lock_in_place(made: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from db.opening import open_store\n"
        f"open_store(Path({str(made)!r}), patience=0.05)"
    )
    with closing(open_store(made)):
        with pytest.raises(StoreInUse):
            open_store(made, patience=0.05)
        other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        assert "StoreInUse" in other.stderr


def test_that_a_store_can_be_opened_again_once_it_is_closed(made: Path) -> None:
    for _ in range(2):
        open_store(made).close()


def test_that_a_newer_store_is_refused_and_not_a_byte_changed(made: Path) -> None:
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA user_version = 999")
    before, listing = bytes_of(made), sorted(made.parent.iterdir())
    with pytest.raises(StoreNewer) as refused:
        open_store(made)
    assert refused.value.detail == "999"
    assert (bytes_of(made), sorted(made.parent.iterdir())) == (before, listing)


@pytest.mark.parametrize(
    "content",
    [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000, os.urandom(8192)],
    ids=["empty", "text", "header only", "noise"],
)
def test_that_what_is_no_database_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        open_store(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.99])
def test_that_a_truncated_store_is_refused_and_left_as_it_is(made: Path, share: float) -> None:
    data = made.read_bytes()
    made.write_bytes(data[: int(len(data) * share)])
    before = bytes_of(made)
    with pytest.raises(StoreDamaged):
        open_store(made)
    assert bytes_of(made) == before


def test_that_the_database_of_another_program_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE documents (number)")
    before = bytes_of(path)
    with pytest.raises(StoreDamaged) as refused:
        open_store(path)
    assert refused.value.detail == "foreign"
    assert bytes_of(path) == before


@pytest.mark.parametrize(
    "statement",
    ["CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM documents; END", "CREATE VIEW v AS SELECT 1"],
)
def test_that_a_store_with_foreign_triggers_or_views_is_refused(made: Path, statement: str) -> None:
    with closing(sqlite3.connect(made)) as connection:
        connection.execute(statement)
    with pytest.raises(StoreDamaged):
        open_store(made)


def test_that_a_store_without_one_of_its_tables_is_refused(made: Path) -> None:
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("DROP TABLE annotations")
    with pytest.raises(StoreDamaged):
        open_store(made)


def test_that_a_folder_in_the_place_of_a_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged):
        open_store(tmp_path)


def test_that_a_store_that_is_not_there_is_made_only_on_request(path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_store(path, create=False)
    assert not path.exists()


def test_that_nothing_is_left_behind_where_a_store_cannot_be_made(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(StoreUnreachable):
        open_store(file / "library.db")
    assert list(tmp_path.iterdir()) == [file]


def test_that_making_a_store_leaves_only_the_store(path: Path) -> None:
    open_store(path).close()
    assert {file.name for file in path.parent.iterdir()} <= {"library.db", "library.db-journal"}


def write_and_fail(store: Store) -> None:
    with store.write() as database:
        store.next_seq()
        database.execute("INSERT INTO session VALUES ('a', '1')")
        raise ZeroDivisionError


def test_that_a_transaction_that_fails_leaves_nothing(made: Path) -> None:
    with closing(open_store(made)) as store:
        with pytest.raises(ZeroDivisionError):
            write_and_fail(store)
        assert store.rows("SELECT * FROM session") == []


def test_that_the_sequence_number_of_a_failed_transaction_is_given_again(made: Path) -> None:
    with closing(open_store(made)) as store:
        with pytest.raises(ZeroDivisionError):
            write_and_fail(store)
        with store.write():
            assert store.next_seq() == 1


_AS_NOBODY = """
import os, sys, urllib.parse  # what pathlib loads later lies where nobody may look
from pathlib import Path
from db.opening import open_store
from db.errors import StoreReadOnly
if os.geteuid() == 0:
    os.setgid(65534); os.setuid(65534)
store = open_store(Path(sys.argv[1]))
assert store.read_only
assert store.rows("SELECT value FROM session") == [("1",)], store.rows("SELECT * FROM session")
try:
    with store.write():
        pass
except StoreReadOnly:
    print("refused")
store.close()
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that other users may enter; pytest keeps its own to this one."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o666, 0o555), (0o444, 0o555)])
def test_that_a_store_nobody_may_write_can_be_read(shared: Path, file_mode: int, folder_mode: int) -> None:
    made = shared / "library.db"
    with closing(open_store(made)) as store, store.write() as database:
        database.execute("INSERT INTO session VALUES ('a', '1')")
    before = bytes_of(made)
    made.chmod(file_mode)
    made.parent.chmod(folder_mode)
    try:
        command = [sys.executable, "-c", _AS_NOBODY, str(made)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment())
    finally:
        made.parent.chmod(0o755)
    assert done.stdout == "refused\n", done.stderr
    assert bytes_of(made) == before


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONDONTWRITEBYTECODE": "1"}


def test_that_writing_to_a_store_that_is_read_only_says_so(made: Path) -> None:
    with closing(open_store(made)) as store:
        store.read_only = True
        with pytest.raises(StoreReadOnly), store.write():
            pass
