"""Whether a store still holds what was written into it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING

from db import annotations as annotation_table
from db import comparisons as comparison_table
from db import corrections as correction_table
from db import drafts as draft_table
from db import excerpts as excerpt_table
from db import roster as roster_table
from db.documents import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.connection import Store

Check = Callable[[], None]
_STEPS = 10_000  # of SQLite's machine between two looks at whether to stop: a millisecond or less


@contextmanager
def interruptible(connection: sqlite3.Connection, check: Check | None) -> Iterator[None]:
    """Call ``check`` every few milliseconds of a long query; what it raises ends the query and comes out of the block."""
    stopped: list[BaseException] = []

    def handler() -> bool:
        try:
            if check is not None:
                check()
        except BaseException as error:
            stopped.append(error)
        return bool(stopped)

    connection.set_progress_handler(handler if check else None, _STEPS)
    try:
        yield
    except sqlite3.OperationalError:
        if stopped:
            raise stopped[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def sound(store: Store, check: Check | None = None) -> bool:
    """Tell quickly whether SQLite finds the file whole (0.2 s for 200 MB); what ``check`` raises ends the question."""
    try:
        with interruptible(store.connection, check):
            row = store.connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError:
        return False
    return row is not None and row[0] == "ok"


def structure_faults(store: Store) -> list[str]:
    """Return what SQLite itself finds wrong with the file."""
    try:
        faults = [str(row[0]) for row in store.connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        orphans = store.connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        return [type(error).__name__]
    return faults + [f"{row[0]} {row[1]}" for row in orphans[:20]]


def damaged_sources(store: Store) -> list[int]:
    """Return the documents whose bytes or source text are not those that were imported."""
    return [number for number in numbers(store) if not _source_is_whole(store, number)]


def _source_is_whole(store: Store, number: int) -> bool:
    sql = """SELECT d.sha256, s.text_sha256, s.data, CAST(s.text AS BLOB)
        FROM documents d LEFT JOIN sources s ON s.document = d.number WHERE d.number = ?"""
    try:
        row = store.connection.execute(sql, (number,)).fetchone()
    except sqlite3.DatabaseError:
        return False
    if row is None or row[2] is None or row[3] is None:
        return False
    return all(hashlib.sha256(kept).hexdigest() == digest for digest, kept in zip(row[:2], row[2:], strict=True))


def damaged_annotations(store: Store) -> list[int]:
    return annotation_table.damaged(store)


def damaged_corrections(store: Store) -> list[int]:
    """Return the documents of which a correction is no longer what was written."""
    return sorted({document for _, document in correction_table.damaged(store)})


def damaged_lists(store: Store) -> list[str]:
    """Return which of roster and same_units hold a row that is no longer what was written."""
    return roster_table.damaged(store)


def damaged_comparisons(store: Store) -> list[int]:
    """Return the comparisons of which something the user decided is no longer what was written."""
    return comparison_table.damaged(store)


def damaged_drafts(store: Store) -> list[int]:
    """Return the documents of which what was said of their draft is no longer what was written."""
    return draft_table.damaged(store)


def damaged_excerpts(store: Store) -> list[int]:
    """Return the excerpts that are no longer what was written."""
    return excerpt_table.damaged(store)
