"""What the user corrected in the responsible units; each row carries a checksum, as annotations do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.checksums import checksum

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.connection import Store


class CorrectionRow(NamedTuple):
    """One decision about one unit; ``goes_to`` is a place in the clause that it belongs to."""

    uuid: str
    op: str
    start: int
    end: int
    raw: str
    name: str
    role: str
    goes_to: int | None
    made_at: str
    author: str
    was: str


_COLUMNS = ", ".join(CorrectionRow._fields)


def of_document(store: Store, document: int) -> list[CorrectionRow]:
    """Return the corrections of a document in the order they were made, without those that are damaged."""
    sql = f"SELECT {_COLUMNS}, document, checksum FROM corrections WHERE document = ? ORDER BY number"
    rows = store.rows(sql, (document,))
    return [CorrectionRow(*row[:-2]) for row in rows if checksum(row[:-1]) == row[-1]]


def insert(database: Database, document: int, row: CorrectionRow, number: int | None = None) -> None:
    """Store a correction as the last one, or at the place (``number``) that it had before it was deleted."""
    values = {**row._asdict(), "document": document, "checksum": checksum((*row, document))}
    # A number is given once, but a copy that was put back counts on from where it stood.
    if number is not None and not database.execute("SELECT 1 FROM corrections WHERE number = ?", (number,)).fetchall():
        values["number"] = number
    database.table("corrections").insert(values)


def delete(database: Database, document: int, uuid: str) -> int | None:
    """Delete a correction; return the number that it had."""
    sql = "DELETE FROM corrections WHERE document = ? AND uuid = ? RETURNING number"
    return next((number for (number,) in database.execute(sql, (document, uuid)).fetchall()), None)


def damaged(store: Store) -> list[tuple[int, int]]:
    """Return (number, document) of the corrections that are not what was written."""
    rows = store.rows(f"SELECT number, {_COLUMNS}, document, checksum FROM corrections ORDER BY number")
    return [(row[0], row[-2]) for row in rows if checksum(row[1:-1]) != row[-1]]
