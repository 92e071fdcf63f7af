"""What can go wrong with a store, without words for the user: those are found one floor up."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM}


class StoreError(Exception):
    """A store that cannot be used as asked; ``detail`` is a short key or figure, never content."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{type(self).__name__}: {path.name} {detail}".rstrip())
        self.path = path
        self.detail = detail


class StoreMissing(StoreError):
    """There is no such file, and none was to be made."""


class StoreInUse(StoreError):
    """Another program holds the lock."""


class StoreNewer(StoreError):
    """Written by a newer program; ``detail`` is its schema."""


class StoreDamaged(StoreError):
    """Not a database, cut off, or not one of ours; ``detail`` is a key such as empty or foreign."""


class StoreReadOnly(StoreError):
    """The file or its folder cannot be written."""


class StoreUnreachable(StoreError):
    """The file or its folder cannot be opened."""


class StoreGone(StoreError):
    """The file was moved or deleted while it was open."""


class StoreFull(StoreError):
    """The disk is full or failed; nothing of the transaction was kept."""


def store_error(error: Exception, path: Path) -> StoreError | None:
    """Return what an SQLite error means for the store; None where it is a fault of ours."""
    if isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode"):
        return StoreDamaged(path, "malformed")
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return StoreGone(path)
    for kind, codes in ((StoreInUse, _BUSY), (StoreDamaged, _DAMAGED), (StoreFull, _FULL)):
        if primary in codes:
            return kind(path, "malformed" if kind is StoreDamaged else "")
    if primary == sqlite3.SQLITE_READONLY:
        return StoreReadOnly(path)
    return StoreUnreachable(path) if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM) else None
