"""Documents, their sources and the readings derived from them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from db import drafts
from db.checksums import checksum
from db.records import AssignmentRow, DocumentRow, ListingRow, ReadingRow, SourceRow
from db.rows import update_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from db.connection import Row, Store

_ENTRIES = """SELECT number, sha256, file, imported_at, binned_at, seq, title, title_typed, doc_number, issuer,
    issued_on, sections, units, characters, traditional,
    (SELECT count(*) FROM annotations a WHERE a.document = d.number AND a.deleted_at IS NULL)
    FROM documents d"""
# Texts are read as the bytes they are: checked first, and decoded once.
_READING = ", ".join(
    name if name in ("derivation", "cleaned") else f"CAST({name} AS BLOB)" for name in ReadingRow._fields
)
_ASSIGNMENT = ", ".join(AssignmentRow._fields)


def entries(store: Store, *, binned: bool) -> list[DocumentRow]:
    where = "IS NOT NULL" if binned else "IS NULL"
    return _rows(store, f"binned_at {where} ORDER BY number")


def entry(store: Store, number: int) -> DocumentRow | None:
    return next(iter(_rows(store, "number = ?", number)), None)


def by_digest(store: Store, sha256: str) -> tuple[int, bool] | None:
    """Return the number of the document with these bytes, and whether it lies in the bin."""
    row = store.row("SELECT number, binned_at FROM documents WHERE sha256 = ?", (sha256,))
    return (row[0], row[1] is not None) if row else None


def source_text(store: Store, number: int) -> str:
    row = store.row("SELECT text FROM sources WHERE document = ?", (number,))
    return str(row[0]) if row else ""


def source(store: Store, number: int) -> SourceRow | None:
    row = store.row("SELECT encoding, replaced, text_sha256, text, data FROM sources WHERE document = ?", (number,))
    return SourceRow(*row) if row else None


def reading(store: Store, number: int) -> ReadingRow | None:
    """Return what was derived; None where it is lost or no longer what was written."""
    row = store.row(f"SELECT {_READING}, checksum FROM readings WHERE document = ?", (number,))
    if not row or checksum(row[:-1]) != row[-1]:
        return None
    values: list[Any] = [value.decode() if isinstance(value, bytes) else value for value in row[:-1]]
    return ReadingRow(*values)


def assignments(store: Store, number: int) -> list[AssignmentRow] | None:
    """Return the assignments; None where they are no longer what was written."""
    rows = store.rows(f"SELECT {_ASSIGNMENT} FROM assignments WHERE document = ? ORDER BY position", (number,))
    kept = store.row("SELECT assignments_checksum FROM readings WHERE document = ?", (number,))
    whole = kept is not None and checksum(chain.from_iterable(rows)) == kept[0]
    return list(map(AssignmentRow._make, rows)) if whole else None


def is_corrected(store: Store, number: int) -> bool:
    """Tell whether the user corrected units of a document; asked at each opening, and no for nearly all."""
    return store.row("SELECT 1 FROM corrections WHERE document = ? LIMIT 1", (number,)) is not None


def stale(store: Store, derivation: int) -> list[int]:
    """Return the documents whose reading has another stamp or is lost."""
    sql = """SELECT d.number FROM documents d LEFT JOIN readings r ON r.document = d.number
        WHERE r.derivation IS NOT ? ORDER BY d.number"""
    return [row[0] for row in store.rows(sql, (derivation,))]


def numbers(store: Store) -> list[int]:
    return [row[0] for row in store.rows("SELECT number FROM documents ORDER BY number")]


def changed_since(store: Store, seq: int) -> list[Row]:
    """Return (number, sha256, seq, binned) of the documents changed after ``seq``."""
    return store.rows("SELECT number, sha256, seq, binned_at IS NOT NULL FROM documents WHERE seq > ?", (seq,))


def insert(
    database: Database, *, sha256: str, file: str, imported_at: str, seq: int, source: SourceRow, listing: ListingRow
) -> int:
    """Store a document without its reading; return its number."""
    row = {"sha256": sha256, "file": file, "imported_at": imported_at, "seq": seq, **listing._asdict()}
    number = int(database.table("documents").insert(row).last_pk)  # type: ignore[arg-type]
    database.table("sources").insert({"document": number, **source._asdict()})
    return number


def write_reading(
    database: Database, number: int, reading: ReadingRow, assignments: Sequence[AssignmentRow], **listing: object
) -> None:
    """Replace what was derived from a document; ``listing`` are the columns of its line in the list."""
    database.execute("DELETE FROM readings WHERE document = ?", (number,))
    database.execute("DELETE FROM assignments WHERE document = ?", (number,))
    columns = reading._asdict()
    checksums = {
        "checksum": checksum(v.encode() if isinstance(v, str) else v for v in columns.values()),
        "assignments_checksum": checksum(chain.from_iterable(assignments)),
    }
    database.table("readings").insert({"document": number, **columns, **checksums})
    # Not through sqlite-utils: a long document has thousands, and it takes ten times as long over each.
    marks = ", ".join("?" for _ in ("document", "position", *AssignmentRow._fields))
    sql = f"INSERT INTO assignments (document, position, {_ASSIGNMENT}) VALUES ({marks})"
    database.conn.executemany(sql, ((number, i, *row) for i, row in enumerate(assignments)))
    if listing:
        update_row(database, "documents", number, listing)


def set_units(database: Database, number: int, units: int) -> None:
    update_row(database, "documents", number, {"units": units})


def set_binned(database: Database, number: int, binned_at: str | None, seq: int) -> None:
    update_row(database, "documents", number, {"binned_at": binned_at, "seq": seq})


def delete(database: Database, number: int) -> None:
    """Delete a document and all that hangs on it."""
    database.execute("DELETE FROM documents WHERE number = ?", (number,))


def _rows(store: Store, where: str, document: int | None = None) -> list[DocumentRow]:
    typed = drafts.typed(store, document)  # few have any
    parameters = () if document is None else (document,)
    rows = (DocumentRow(*row) for row in store.rows(f"{_ENTRIES} WHERE {where}", parameters))
    return [row._replace(stage=typed[row.number].stage) if row.number in typed else row for row in rows]
