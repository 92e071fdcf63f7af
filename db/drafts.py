"""What the user said of drafts: the stage a document is at, and which document it belongs to; rows carry checksums."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.checksums import checksum

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.connection import Store


class DraftRow(NamedTuple):
    """What is None is as recognised; ``series`` is what ``series_of`` belonged to when it was named."""

    document: int
    stage: str | None
    series_of: int | None
    series: str | None
    made_at: str


_SELECT = f"SELECT {', '.join(DraftRow._fields)}, checksum FROM drafts"


def typed(store: Store, document: int | None = None) -> dict[int, DraftRow]:
    """Return what was said of which document, or of this one, without rows that are damaged."""
    rows = store.rows(_SELECT) if document is None else store.rows(f"{_SELECT} WHERE document = ?", (document,))
    return {row[0]: DraftRow(*row[:-1]) for row in rows if checksum(row[:-1]) == row[-1]}


def put(database: Database, row: DraftRow) -> None:
    """Store what is said of a document in place of what was said before."""
    withdraw(database, row.document)
    database.table("drafts").insert({**row._asdict(), "checksum": checksum(row)})


def withdraw(database: Database, document: int) -> None:
    database.execute("DELETE FROM drafts WHERE document = ?", (document,))


def damaged(store: Store) -> list[int]:
    """Return the documents of which what was said is no longer what was written."""
    return [row[0] for row in store.rows(f"{_SELECT} ORDER BY document") if checksum(row[:-1]) != row[-1]]
