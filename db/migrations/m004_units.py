"""Responsible units: what the user corrected, the office's list of units, and who does what over all documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STATEMENTS = (
    # Decisions of the user, applied to the assignments in the order of their numbers after every derivation; offsets
    # count in the source text.
    """CREATE TABLE corrections (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        op TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        raw TEXT NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        goes_to INTEGER,
        made_at TEXT NOT NULL,
        author TEXT NOT NULL,
        was TEXT NOT NULL,
        checksum INTEGER NOT NULL)""",
    "CREATE INDEX corrections_document ON corrections (document)",
    """CREATE TABLE roster (
        number INTEGER PRIMARY KEY,
        full_name TEXT NOT NULL,
        short_name TEXT NOT NULL,
        former TEXT NOT NULL,
        rank INTEGER NOT NULL,
        counterpart TEXT NOT NULL,
        checksum INTEGER NOT NULL)""",
    """CREATE TABLE same_units (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        one TEXT NOT NULL,
        other TEXT NOT NULL,
        jurisdiction TEXT NOT NULL,
        same INTEGER NOT NULL,
        made_at TEXT NOT NULL,
        checksum INTEGER NOT NULL)""",
    # Derived from here on. A name as documents of one place write it, and the unit it means there (key); month only for
    # a name that two units bore in turn.
    """CREATE TABLE unit_names (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        jurisdiction TEXT NOT NULL,
        kind TEXT NOT NULL,
        month TEXT NOT NULL,
        key TEXT NOT NULL,
        label TEXT NOT NULL,
        full_name TEXT NOT NULL,
        place TEXT NOT NULL)""",
    "CREATE UNIQUE INDEX unit_names_once ON unit_names (name, jurisdiction, kind, month)",
    # The assignments with the user's corrections; assignment and item count within the section.
    """CREATE TABLE unit_duties (
        document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
        section INTEGER NOT NULL,
        assignment INTEGER NOT NULL,
        item INTEGER NOT NULL,
        name INTEGER NOT NULL REFERENCES unit_names (number),
        duty TEXT NOT NULL,
        PRIMARY KEY (document, section, assignment, item)) WITHOUT ROWID""",
    "CREATE INDEX unit_duties_name ON unit_duties (name, duty)",
)


def create_units(database: Database) -> None:
    for statement in _STATEMENTS:
        database.execute(statement)
