"""Opening a store: made whole, brought to today's schema, locked; or refused with not a byte changed.

The lock is exclusive and taken at once, so that a second program hears of it when it starts and not when it saves.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from db.connection import APPLICATION_ID, SETTINGS_READING, SETTINGS_WRITING, Store, apply_settings, connect
from db.errors import (
    StoreDamaged,
    StoreError,
    StoreInUse,
    StoreMissing,
    StoreNewer,
    StoreUnreachable,
    store_error,
)
from db.files import make_private, sync_folder
from db.migrations import STEPS, Step, migrate, schema_of, todays_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PATIENCE = 1.0  # seconds that another command may still need to finish


def open_store(
    path: Path,
    *,
    create: bool = True,
    patience: float = _PATIENCE,
    steps: Sequence[Step] = STEPS,
    error: Callable[[StoreError], Exception] | None = None,
) -> Store:
    """Open (or make) a store, bring it to today's schema and hold its lock; raises StoreError."""
    path = Path(path).absolute()
    try:
        if _is_missing(path):
            if not create:
                raise StoreMissing(path)
            _create(path, steps)
        return _open(path, patience, steps, error)
    except (sqlite3.Error, UnicodeDecodeError) as found:  # the latter: a message about a damaged schema
        meaning = store_error(found, path)
        if meaning is None:
            raise
        raise (error(meaning) if error else meaning) from None
    except StoreError as found:
        if error is None:
            raise
        raise error(found) from None


def _is_missing(path: Path) -> bool:
    """Tell whether a store may be made here. Looks without opening: closing a file drops this program's locks on it."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        raise StoreUnreachable(path) from None
    if not stat.S_ISREG(status.st_mode):
        raise StoreDamaged(path, "not_a_file")
    if status.st_size == 0:
        raise StoreDamaged(path, "empty")
    if not os.access(path, os.R_OK):
        raise StoreUnreachable(path)
    return False


def _create(path: Path, steps: Sequence[Step]) -> None:
    """Make a whole store under another name and only then give it its own: no half-made file is ever found here."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        make_private(unfinished)
        _fill_new(unfinished, steps)
        _take_name(unfinished, path)
    except OSError:
        raise StoreUnreachable(path) from None
    finally:
        for leftover in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
            leftover.unlink(missing_ok=True)


def _fill_new(path: Path, steps: Sequence[Step]) -> None:
    connection = connect(path, "rw", _PATIENCE)
    try:
        apply_settings(connection, path, SETTINGS_READING + SETTINGS_WRITING)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(Store(path, connection, read_only=False), steps)
    finally:
        connection.close()


def _take_name(made: Path, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:  # another program was faster; its store is as good
        pass
    except OSError:  # a file system without links
        if not path.exists():
            made.rename(path)
    sync_folder(path.parent)


def _open(path: Path, patience: float, steps: Sequence[Step], error: Callable[[StoreError], Exception] | None) -> Store:
    _refuse_foreign(path, len(steps))
    read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    connection = connect(path, "ro" if read_only else "rw", patience)
    try:
        apply_settings(connection, path, SETTINGS_READING)
        if read_only:
            connection = _readable(connection, path, steps)
        else:
            _lock(connection, path)
            apply_settings(connection, path, SETTINGS_WRITING[1:])
        _check_length(connection, path)  # after the lock: what a crash left unfinished is rolled back by now
        _judge(connection, path, len(steps))
        store = Store(path, connection, read_only=read_only, error=error)
        if not read_only:
            migrate(store, steps)
        if steps is STEPS:
            _check_schema(connection, path)
    except BaseException:
        connection.close()
        raise
    return store


def _lock(connection: sqlite3.Connection, path: Path) -> None:
    apply_settings(connection, path, SETTINGS_WRITING[:1])
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _check_length(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that ends within a page; whole pages that are gone SQLite finds by itself.

    The file must not be opened for this: closing it would drop the locks of this process (sqlite.org/howtocorrupt).
    """
    if path.stat().st_size % int(connection.execute("PRAGMA page_size").fetchone()[0]):
        raise StoreDamaged(path, "malformed")


def _refuse_foreign(path: Path, schema: int) -> None:
    """Look at the header without locking or recovering anything, so that a newer store keeps every byte."""
    connection = sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True, isolation_level=None)
    try:
        _judge(connection, path, schema)
    except sqlite3.Error:
        pass  # torn by a writer that is at work, or damaged: opening it in earnest tells which
    finally:
        connection.close()


def _judge(connection: sqlite3.Connection, path: Path, schema: int) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreDamaged(path, "foreign")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > schema:
        raise StoreNewer(path, str(version))


def _readable(connection: sqlite3.Connection, path: Path, steps: Sequence[Step]) -> sqlite3.Connection:
    """Return a connection that reads a store nobody can write; one of an older schema is brought up in memory."""
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.OperationalError as error:
        meaning = store_error(error, path)
        unfinished = path.with_name(path.name + "-journal").exists() and not isinstance(meaning, StoreInUse)
        raise StoreDamaged(path, "unfinished") if unfinished else (meaning or error) from None
    if version < len(steps):
        memory = sqlite3.connect(":memory:", isolation_level=None)
        connection.backup(memory)
        connection.close()
        connection = memory
        migrate(Store(path, connection, read_only=False), steps, copy=False)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose schema is not to the letter ours: triggers and views could run what their maker wished."""
    if schema_of(connection) != todays_schema():
        raise StoreDamaged(path, "foreign")
