"""Excerpts: what was chosen from documents to be handed on together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    # Anchored as annotations are: offsets count in the source text, the quote is that of the reading text.
    """CREATE TABLE excerpts (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        path TEXT NOT NULL,
        theme TEXT NOT NULL,
        remark TEXT NOT NULL,
        place INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        deleted_at TEXT,
        checksum INTEGER NOT NULL)""",
    "CREATE INDEX excerpts_document ON excerpts (document)",
)


def create_excerpts(database: Database) -> None:
    for statement in _STATEMENTS:
        database.execute(statement)
