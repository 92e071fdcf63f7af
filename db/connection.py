"""A connection that loses nothing it acknowledged.

TRUNCATE with synchronous=EXTRA lost nothing in simulated power cuts; the defaults lost the last save in every third.
WAL is out: SQLite up to 3.51.2 can corrupt a file in it.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from db.errors import StoreError, StoreGone, StoreReadOnly, StoreUnreachable, store_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sqlite_utils import Database

    Writing = Callable[[Database], object]  # what is done inside ``write``
    WritingBeside = Callable[[Database, int], object]  # the same, beside a new row of that number

APPLICATION_ID = 0x79756475  # "yudu"
_LENGTH_LIMIT = 512 * 1024 * 1024  # bytes of one value or row

Row = tuple[Any, ...]

# What is set, and what must be read back for it.
Setting = tuple[str, str, object]

SETTINGS_READING: tuple[Setting, ...] = (
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
    ("recursive_triggers", "OFF", 0),
)
SETTINGS_WRITING: tuple[Setting, ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("secure_delete", "ON", 1),
)


class Store:
    """An open store: the raw connection for reading, sqlite-utils (loaded when first needed) for writing.

    Errors of SQLite leave it as StoreError, passed through ``error`` where the caller has words of its own for them.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        read_only: bool,
        error: Callable[[StoreError], Exception] | None = None,
    ) -> None:
        self.path = path
        self.connection = connection
        self.read_only = read_only
        self._file = _identity(path)
        self._error = error or (lambda e: e)

    @cached_property
    def database(self) -> Database:
        """The same connection as sqlite-utils sees it; slow to load, so never asked for before the first paint."""
        from sqlite_utils import Database

        return Database(self.connection, recursive_triggers=False, execute_plugins=False)

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn errors of SQLite into what they mean for the store."""
        try:
            yield
        except sqlite3.Error as error:
            if meaning := store_error(error, self.path):
                raise self._error(meaning) from None
            raise

    @contextmanager
    def write(self) -> Iterator[Database]:
        """One transaction: committed and on the disk when the block is left, nothing of it kept if it raises."""
        if self.read_only:
            raise self._error(StoreReadOnly(self.path))
        if _identity(self.path) != self._file:  # SQLite would go on writing to where the file went
            raise self._error(StoreGone(self.path))
        with self.guarded(), self.database.atomic() as database:
            yield database

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return what a query finds; one damaged text does not hide the other rows."""
        with self.guarded():
            try:
                return self.connection.execute(sql, parameters).fetchall()
            except sqlite3.OperationalError as error:
                if not str(error).startswith("Could not decode to UTF-8"):
                    raise
            before = self.connection.text_factory
            self.connection.text_factory = lambda data: data.decode("utf-8", "replace")
            try:
                return self.connection.execute(sql, parameters).fetchall()
            finally:
                self.connection.text_factory = before

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        return next(iter(self.rows(sql, parameters)), None)

    @property
    def seq(self) -> int:
        """Number of the last change; it only grows, whatever the clock says."""
        found = self.row("SELECT value FROM meta WHERE key = 'seq'")
        return int(found[0]) if found else 0

    def next_seq(self) -> int:
        """Count one change; to be called inside ``write``."""
        sql = "UPDATE meta SET value = value + 1 WHERE key = 'seq' RETURNING value"
        return int(self.connection.execute(sql).fetchall()[0][0])

    def close(self) -> None:
        self.__dict__.pop("database", None)
        self.connection.close()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def connect(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    """Connect in the mode ro or rw (never making a file), waiting so many seconds for a lock."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=patience)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LENGTH_LIMIT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 2)  # VACUUM needs one
    return connection


def apply_settings(connection: sqlite3.Connection, path: Path, settings: Sequence[Setting]) -> None:
    """Set each PRAGMA and read it back: SQLite ignores what it does not know or cannot do."""
    for name, value, expected in settings:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            raise StoreUnreachable(path, name)
