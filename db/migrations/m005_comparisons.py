"""Two documents side by side: comparisons with what the user decided about them, and which draft a document is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    # opened_seq, opened_at and state are where the window was left, not decisions: outside the checksum.
    """CREATE TABLE comparisons (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        left_document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        right_document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        mode TEXT NOT NULL,
        direction TEXT NOT NULL,
        made_at TEXT NOT NULL,
        deleted_at TEXT,
        checksum INTEGER NOT NULL,
        opened_at TEXT NOT NULL,
        opened_seq INTEGER NOT NULL,
        state TEXT NOT NULL)""",
    "CREATE INDEX comparisons_left ON comparisons (left_document)",
    "CREATE INDEX comparisons_right ON comparisons (right_document)",
    # Sections are told by where they start in the source text (-1: what stands before the first marker).
    """CREATE TABLE comparison_links (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        comparison INTEGER NOT NULL REFERENCES comparisons (number) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        left_start INTEGER NOT NULL,
        right_start INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        checksum INTEGER NOT NULL)""",
    "CREATE INDEX comparison_links_comparison ON comparison_links (comparison)",
    """CREATE TABLE comparison_judgements (
        comparison INTEGER NOT NULL REFERENCES comparisons (number) ON DELETE CASCADE,
        left_start INTEGER NOT NULL,
        verdict TEXT,
        remark TEXT NOT NULL,
        author TEXT NOT NULL,
        made_at TEXT NOT NULL,
        checksum INTEGER NOT NULL,
        PRIMARY KEY (comparison, left_start)) WITHOUT ROWID""",
    """CREATE TABLE comparison_notes (
        annotation INTEGER PRIMARY KEY REFERENCES annotations (number) ON DELETE CASCADE,
        comparison INTEGER NOT NULL REFERENCES comparisons (number) ON DELETE CASCADE,
        side TEXT NOT NULL,
        left_start INTEGER,
        right_start INTEGER,
        kind TEXT NOT NULL,
        other TEXT NOT NULL,
        checksum INTEGER NOT NULL)""",
    "CREATE INDEX comparison_notes_comparison ON comparison_notes (comparison)",
    # What the user said of a draft; NULL is as recognised. No foreign key on series_of: what was said outlives it.
    """CREATE TABLE drafts (
        document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
        stage TEXT,
        series_of INTEGER,
        series TEXT,
        made_at TEXT NOT NULL,
        checksum INTEGER NOT NULL)""",
)


def create_comparisons(database: Database) -> None:
    for statement in _STATEMENTS:
        database.execute(statement)
