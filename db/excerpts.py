"""Excerpts that were chosen from documents, in the order the user gave them; each row carries a checksum, as annotations do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.checksums import checksum
from db.rows import update_row

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.connection import Row, Store


class ExcerptRow(NamedTuple):
    """A stretch of a document, anchored as an annotation is; ``place`` orders all rows, those that are deleted too."""

    number: int
    document: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    path: str
    theme: str
    remark: str
    place: int
    made_at: str
    deleted_at: str | None


_SELECT = f"SELECT {', '.join(ExcerptRow._fields)}, checksum FROM excerpts"
_ORDER = "ORDER BY place, number"
_SHOWN = """deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM documents d
    WHERE d.number = document AND d.binned_at IS NOT NULL)"""


def shown(store: Store) -> list[ExcerptRow]:
    """Return what is not deleted, of documents not in the bin, in its order, without rows that are damaged."""
    return _whole(store.rows(f"{_SELECT} WHERE {_SHOWN} {_ORDER}"))


def every(store: Store) -> list[ExcerptRow]:
    """Return all rows in their order, deleted or not, without those that are damaged."""
    return _whole(store.rows(f"{_SELECT} {_ORDER}"))


def by_number(store: Store, number: int) -> ExcerptRow | None:
    """Return an excerpt, deleted or not."""
    return next(iter(_whole(store.rows(f"{_SELECT} WHERE number = ?", (number,)))), None)


def insert(database: Database, row: ExcerptRow) -> int:
    """Store a new excerpt and return its number."""
    return int(database.table("excerpts").insert(_values(row)).last_pk)  # type: ignore[arg-type]


def update(database: Database, row: ExcerptRow) -> None:
    """Write back an excerpt as ``row`` holds it."""
    update_row(database, "excerpts", row.number, _values(row))


def damaged(store: Store) -> list[int]:
    """Return the excerpts that are no longer what was written."""
    rows = store.rows(f"{_SELECT} ORDER BY number")
    return [row[0] for row in rows if checksum(row[1:-1]) != row[-1]]


def _values(row: ExcerptRow) -> dict[str, object]:
    values: dict[str, object] = {name: value for name, value in row._asdict().items() if name != "number"}
    return {**values, "checksum": checksum(row[1:])}


def _whole(rows: list[Row]) -> list[ExcerptRow]:
    return [ExcerptRow(*row[:-1]) for row in rows if checksum(row[1:-1]) == row[-1]]
