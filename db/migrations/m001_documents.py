"""Documents with their bytes and source text, and what is derived from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "INSERT INTO meta VALUES ('seq', 0)",
    # Small rows, so that a list of all documents reads little; title to characters are copied from the reading.
    """CREATE TABLE documents (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 TEXT NOT NULL UNIQUE,
        file TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        binned_at TEXT,
        seq INTEGER NOT NULL,
        title TEXT NOT NULL,
        title_typed INTEGER NOT NULL,
        doc_number TEXT,
        issuer TEXT,
        issued_on TEXT,
        sections INTEGER NOT NULL,
        units INTEGER NOT NULL,
        characters INTEGER NOT NULL,
        traditional INTEGER NOT NULL)""",
    "CREATE INDEX documents_seq ON documents (seq)",
    """CREATE TABLE sources (
        document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
        encoding TEXT NOT NULL,
        replaced INTEGER NOT NULL,
        text_sha256 TEXT NOT NULL,
        text TEXT NOT NULL,
        data BLOB NOT NULL)""",
    # Everything here can be derived again; simplified is NULL where it equals text.
    """CREATE TABLE readings (
        document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
        derivation INTEGER NOT NULL,
        front TEXT NOT NULL,
        outline TEXT NOT NULL,
        findings TEXT NOT NULL,
        edits TEXT NOT NULL,
        cleaned INTEGER NOT NULL,
        text TEXT NOT NULL,
        simplified TEXT,
        checksum INTEGER NOT NULL,
        assignments_checksum INTEGER NOT NULL)""",
    "CREATE INDEX readings_derivation ON readings (derivation)",
    """CREATE TABLE assignments (
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        section INTEGER NOT NULL,
        path TEXT NOT NULL,
        role TEXT NOT NULL,
        units TEXT NOT NULL,
        open_ended INTEGER NOT NULL,
        text TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        source TEXT NOT NULL,
        PRIMARY KEY (document, position)) WITHOUT ROWID""",
)


def create_documents(database: Database) -> None:
    for statement in _STATEMENTS:
        database.execute(statement)
