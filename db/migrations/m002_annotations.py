"""What the user decides: annotations, and decisions about what was derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    # section and path_now are where the note last stood: derived, and therefore outside the checksum.
    """CREATE TABLE annotations (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        path TEXT NOT NULL,
        style TEXT NOT NULL,
        colour TEXT NOT NULL,
        tags TEXT NOT NULL,
        note TEXT NOT NULL,
        author TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL,
        deleted_at TEXT,
        checksum INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        section INTEGER NOT NULL,
        path_now TEXT NOT NULL)""",
    "CREATE INDEX annotations_document ON annotations (document)",
    "CREATE INDEX annotations_seq ON annotations (seq)",
    """CREATE TABLE decisions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        start INTEGER,
        end INTEGER,
        value TEXT,
        made_at TEXT NOT NULL)""",
    "CREATE UNIQUE INDEX decisions_once ON decisions (document, kind, ifnull(start, -1), ifnull(end, -1))",
)


def create_annotations(database: Database) -> None:
    for statement in _STATEMENTS:
        database.execute(statement)
