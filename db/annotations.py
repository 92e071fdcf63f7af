"""Annotations; each row carries a checksum, since SQLite does not notice flipped bits in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.checksums import checksum
from db.records import AnnotationRow
from db.rows import update_row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from db.connection import Row, Store

_COLUMNS = AnnotationRow._fields
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM annotations"
_DERIVED = frozenset(("number", "section", "path_now"))
_LIVE = "deleted_at IS NULL"


def of_document(store: Store, document: int) -> list[AnnotationRow]:
    """Return the annotations of a document that are not deleted, in the order of the source text."""
    return _read(store, f"document = ? AND {_LIVE}", (document,), "start, end, number")


def by_number(store: Store, number: int) -> AnnotationRow | None:
    """Return an annotation, deleted or not."""
    found = _read(store, "number = ?", (number,), "number")
    return found[0] if found else None


def changed_since(store: Store, seq: int) -> list[Row]:
    """Return (number, document, seq, checksum, deleted) of the annotations changed after ``seq``."""
    sql = "SELECT number, document, seq, checksum, deleted_at IS NOT NULL FROM annotations WHERE seq > ?"
    return store.rows(sql, (seq,))


def insert(database: Database, row: Mapping[str, object], seq: int) -> int:
    """Store a new annotation and return its number."""
    whole = {**row, "seq": seq, "checksum": _checksum(row)}
    return int(database.table("annotations").insert(whole).last_pk)  # type: ignore[arg-type]


def update(database: Database, number: int, row: Mapping[str, object], seq: int) -> None:
    """Write back an annotation as ``row`` holds it."""
    values = {name: value for name, value in row.items() if name != "number"}
    update_row(database, "annotations", number, {**values, "seq": seq, "checksum": _checksum(row)})


def set_place(database: Database, number: int, section: int, path_now: str, seq: int) -> None:
    """Note where an annotation stands since its document was derived anew; what the user wrote is not touched."""
    update_row(database, "annotations", number, {"section": section, "path_now": path_now, "seq": seq})


def damaged(store: Store) -> list[int]:
    """Return the annotations whose text is not what was written."""
    found = []
    for number, kept in store.rows("SELECT number, checksum FROM annotations ORDER BY number"):
        row = by_number(store, number)
        if row is None or _checksum({name: getattr(row, name) for name in _COLUMNS}) != kept:
            found.append(number)
    return found


def _checksum(row: Mapping[str, object]) -> int:
    return checksum(f"{name}={row.get(name)}" for name in _COLUMNS if name not in _DERIVED)


def _read(store: Store, where: str, parameters: tuple[object, ...], order: str) -> list[AnnotationRow]:
    return [AnnotationRow(*row) for row in store.rows(f"{_SELECT} WHERE {where} ORDER BY {order}", parameters)]
