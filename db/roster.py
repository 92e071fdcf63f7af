"""The office's own list of units, and its decisions on which names are one unit; each row carries a checksum."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.checksums import checksum

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from db.connection import Row, Store


class RosterRow(NamedTuple):
    """One unit of the list; ``former`` and ``counterpart`` are JSON."""

    full_name: str
    short_name: str
    former: str
    rank: int
    counterpart: str


class SameRow(NamedTuple):
    """Two names of a place that are one unit (1), or are not (0)."""

    one: str
    other: str
    jurisdiction: str
    same: int
    made_at: str


_TABLES = {"roster": ", ".join(RosterRow._fields), "same_units": ", ".join(SameRow._fields)}


def roster(store: Store) -> list[RosterRow]:
    """Return the list as it was pasted, without rows that are damaged."""
    return [RosterRow(*row[1:-1]) for row in _rows(store, "roster") if checksum(row[1:-1]) == row[-1]]


def same(store: Store) -> list[SameRow]:
    """Return the decisions in the order they were made, without those that are damaged."""
    return [SameRow(*row[1:-1]) for row in _rows(store, "same_units") if checksum(row[1:-1]) == row[-1]]


def replace_roster(database: Database, rows: Iterable[RosterRow]) -> None:
    database.execute("DELETE FROM roster")
    values = ({"number": i, **row._asdict(), "checksum": checksum(row)} for i, row in enumerate(rows, 1))
    database.table("roster").insert_all(values)


def decide(database: Database, row: SameRow) -> None:
    """Store a decision in place of the one about the same two names."""
    forget(database, row.one, row.other, row.jurisdiction)
    database.table("same_units").insert({**row._asdict(), "checksum": checksum(row)})


def forget(database: Database, one: str, other: str, jurisdiction: str) -> None:
    """Drop the decision about two names, whichever was named first."""
    sql = "DELETE FROM same_units WHERE jurisdiction = ? AND ((one, other) = (?, ?) OR (one, other) = (?, ?))"
    database.execute(sql, (jurisdiction, one, other, other, one))


def damaged(store: Store) -> list[str]:
    """Return the tables in which a row is not what was written."""
    return [table for table in _TABLES if any(checksum(row[1:-1]) != row[-1] for row in _rows(store, table))]


def _rows(store: Store, table: str) -> list[Row]:
    return store.rows(f"SELECT number, {_TABLES[table]}, checksum FROM {table} ORDER BY number")
