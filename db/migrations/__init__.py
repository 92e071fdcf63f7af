"""How a store came to its schema: one file a step, never changed once it was released."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.migrations import (
    m001_documents,
    m002_annotations,
    m003_session,
    m004_units,
    m005_comparisons,
    m006_excerpts,
)

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database, Migrations

    from db.connection import Store

Step = Callable[["Database"], None]

STEPS: tuple[Step, ...] = (
    m001_documents.create_documents,
    m002_annotations.create_annotations,
    m003_session.create_session,
    m004_units.create_units,
    m005_comparisons.create_comparisons,
    m006_excerpts.create_excerpts,
)
SCHEMA = len(STEPS)


def migrate(store: Store, steps: Sequence[Step] = STEPS, *, copy: bool = True) -> None:
    """Apply the steps that a store lacks, each whole or not at all, after a verified copy of a store in use."""
    connection = store.connection
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version >= len(steps):
        return
    if version and copy:
        from db.backups import back_up

        back_up(store, note=f"pre-v{len(steps)}")
    connection.execute("PRAGMA foreign_keys = OFF")  # rebuilding a table would cascade; has no effect inside a step
    try:
        _migrations(steps).apply(store.database)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _migrations(steps: Sequence[Step]) -> Migrations:
    from sqlite_utils import Migrations

    migrations = Migrations("library")
    for number, step in enumerate(steps, 1):
        migrations(name=f"m{number:03}_{step.__name__}")(_numbered(step, number))
    return migrations


def _numbered(step: Step, number: int) -> Step:
    def apply(database: Database) -> None:
        step(database)
        if database.execute("PRAGMA foreign_key_check").fetchone():
            raise ValueError(f"step {number} leaves rows without their document")
        database.execute(f"PRAGMA user_version = {number}")

    return apply


def schema_of(connection: sqlite3.Connection) -> str:
    """Return the statements of all tables, indexes, triggers and views but those SQLite and sqlite-utils keep."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    return "".join(
        f"-- {kind} {name}\n{sql or ''}\n"
        for kind, name, table, sql in rows
        if table not in ("_sqlite_migrations", "sqlite_sequence")
    )


def todays_schema() -> str:
    """Return what ``schema_of`` says of a store of today's schema."""
    return Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
