"""Copies of a store that were read back and found whole before they got their name."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from db.connection import APPLICATION_ID
from db.errors import StoreDamaged, StoreFull, StoreMissing, StoreNewer, StoreUnreachable
from db.files import make_private, sync_folder
from db.integrity import interruptible
from db.migrations import SCHEMA, migrate

if TYPE_CHECKING:
    from pathlib import Path

    from db.connection import Store
    from db.integrity import Check

KEPT = 12  # newest copies; those made before a migration are always kept
_NAME = re.compile(r"(?P<stem>.+)-(?P<serial>\d{6})-(?P<made>\d{8}T\d{6}Z)-v(?P<schema>\d+)(?:-(?P<note>[\w-]+))?\.db")
_PAGES = 256  # copied between two looks at whether to stop
_COUNTED = (
    "documents", "sources", "annotations", "decisions", "corrections", "roster", "same_units", "comparisons",
    "comparison_links", "comparison_judgements", "comparison_notes", "drafts", "excerpts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy beside the store; ``serial`` orders the copies, since clocks go wrong."""

    path: Path
    serial: int
    made: str  # UTC, ISO
    schema: int
    note: str | None  # pre-v4: made before the migration to schema 4
    size: int


def folder_of(path: Path) -> Path:
    return path.parent / "backup"


def backups(path: Path) -> list[Backup]:
    """Return the copies of the store at ``path``, newest first."""
    found = []
    for file in folder_of(path).glob("*.db"):
        match = _NAME.fullmatch(file.name)
        if match and match["stem"] == path.stem:
            made = datetime.strptime(match["made"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).isoformat()
            size = file.stat().st_size
            found.append(Backup(file, int(match["serial"]), made, int(match["schema"]), match["note"], size))
    return sorted(found, key=lambda backup: -backup.serial)


def back_up(store: Store, *, note: str | None = None, check: Check | None = None) -> Path:
    """Copy an open store, read the copy back, and only then give it its name; return its path.

    ``check`` is called every few milliseconds; what it raises stops the work, and nothing is left of the copy.
    """
    folder = folder_of(store.path)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        size = store.path.stat().st_size
        if shutil.disk_usage(folder).free < 2 * size:
            raise StoreFull(store.path, "backup")
        target = folder / _next_name(store, note)
        _copy(store.connection, target, check)
    except OSError:
        raise StoreUnreachable(folder, "backup") from None
    _prune(store.path)
    return target


def _next_name(store: Store, note: str | None) -> str:
    newest = next(iter(backups(store.path)), None)
    serial = newest.serial + 1 if newest else 1
    schema = store.connection.execute("PRAGMA user_version").fetchone()[0]
    made = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    return f"{store.path.stem}-{serial:06}-{made}-v{schema}{'-' + note if note else ''}.db"


def _copy(source: sqlite3.Connection, target: Path, check: Check | None = None) -> None:
    unfinished = target.with_name(f".{target.name}.tmp")
    unfinished.unlink(missing_ok=True)
    make_private(unfinished)
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
            copy.execute("PRAGMA journal_mode = OFF")
            source.backup(copy, pages=_PAGES, progress=lambda *_pages: check() if check else None)
            with interruptible(copy, check):
                _verify(copy, source, target)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
        sync_folder(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _verify(copy: sqlite3.Connection, source: sqlite3.Connection, target: Path) -> None:
    if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise StoreDamaged(target, "malformed")
    present = {row[0] for row in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in present & set(_COUNTED):
        count = f"SELECT count(*) FROM {table}"
        if copy.execute(count).fetchone() != source.execute(count).fetchone():
            raise StoreDamaged(target, "malformed")


def _prune(path: Path) -> None:
    for backup in [b for b in backups(path) if b.note is None][KEPT:]:
        backup.path.unlink(missing_ok=True)


def restore_into(store: Store, backup: Path) -> None:
    """Put the content of a copy into an open store, as one transaction; what it held is copied first."""
    with closing(_open_copy(backup)) as copy:
        back_up(store, note="pre-restore")
        copy.backup(store.connection)
    migrate(store)


def replace_damaged(path: Path, backup: Path) -> Path:
    """Move a store that cannot be opened aside, with its journal, and put a copy in its place; return where it went."""
    with closing(_open_copy(backup)) as copy:
        aside = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%SZ}")
        for ending in ("", "-journal", "-wal", "-shm"):
            part = path.with_name(path.name + ending)
            if part.exists():
                part.replace(aside.with_name(aside.name + ending))
        _copy(copy, path)
    return aside


def _open_copy(backup: Path) -> sqlite3.Connection:
    """Open a copy for reading; raises StoreError where it is missing, damaged, foreign or newer."""
    if not backup.is_file():
        raise StoreMissing(backup)
    copy = sqlite3.connect(f"{backup.absolute().as_uri()}?immutable=1", uri=True, isolation_level=None)
    try:
        if copy.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise StoreDamaged(backup, "foreign")
        if (version := copy.execute("PRAGMA user_version").fetchone()[0]) > SCHEMA:
            raise StoreNewer(backup, str(version))
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise StoreDamaged(backup, "malformed")
    except sqlite3.DatabaseError:
        copy.close()
        raise StoreDamaged(backup, "malformed") from None
    except BaseException:
        copy.close()
        raise
    return copy
