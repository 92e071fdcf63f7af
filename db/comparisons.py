"""Comparisons that are kept, and what the user decided about them; each row carries a checksum, as annotations do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.checksums import checksum
from db.rows import update_row

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.connection import Row, Store


class ComparisonRow(NamedTuple):
    """Two documents side by side; ``state`` is JSON, ``opened_seq`` orders what was opened, whatever the clock says."""

    number: int
    left_document: int
    right_document: int
    mode: str
    direction: str
    made_at: str
    deleted_at: str | None
    opened_at: str
    opened_seq: int
    state: str


class LinkRow(NamedTuple):
    """Two sections that the user paired or parted (``kind``), by where they start in the source texts."""

    kind: str
    left_start: int
    right_start: int
    made_at: str


class JudgementRow(NamedTuple):
    """What the user says of a section of the left document."""

    left_start: int
    verdict: str | None
    remark: str
    author: str
    made_at: str


class NoteRow(NamedTuple):
    """An annotation made on a difference; a start is None where the difference has no section on that side."""

    annotation: int
    side: str
    left_start: int | None
    right_start: int | None
    kind: str
    other: str


PIN, BREAK = "pin", "break"  # kinds of links
_DECIDED = ("left_document", "right_document", "mode", "direction", "made_at", "deleted_at")
_COLUMNS = ", ".join(ComparisonRow._fields)
_SELECT = f"SELECT {_COLUMNS}, checksum FROM comparisons"
_SHOWN = """deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM documents d
    WHERE d.number IN (left_document, right_document) AND d.binned_at IS NOT NULL)"""
_PARTS = {
    "comparison_links": LinkRow._fields,
    "comparison_judgements": JudgementRow._fields,
    "comparison_notes": NoteRow._fields,
}


def shown(store: Store) -> list[ComparisonRow]:
    """Return the comparisons that are not deleted, of documents not in the bin, what was opened last first."""
    return _whole(store.rows(f"{_SELECT} WHERE {_SHOWN} ORDER BY opened_seq DESC, number DESC"))


def of_pair(store: Store, left: int, right: int) -> ComparisonRow | None:
    """Return the comparison of two documents that is not deleted; of several the one that was opened last."""
    sql = f"""{_SELECT} WHERE left_document = ? AND right_document = ? AND deleted_at IS NULL
        ORDER BY opened_seq DESC, number DESC"""
    return next(iter(_whole(store.rows(sql, (left, right)))), None)


def by_number(store: Store, number: int) -> ComparisonRow | None:
    """Return a comparison, deleted or not."""
    return next(iter(_whole(store.rows(f"{_SELECT} WHERE number = ?", (number,)))), None)


def insert(database: Database, row: ComparisonRow) -> int:
    """Store a new comparison and return its number."""
    values = {name: value for name, value in row._asdict().items() if name != "number"}
    return int(database.table("comparisons").insert({**values, "checksum": _sum(row)}).last_pk)  # type: ignore[arg-type]


def update(database: Database, row: ComparisonRow) -> None:
    """Write back a comparison as ``row`` holds it."""
    values = {name: value for name, value in row._asdict().items() if name != "number"}
    update_row(database, "comparisons", row.number, {**values, "checksum": _sum(row)})


def set_state(database: Database, number: int, state: str) -> None:
    update_row(database, "comparisons", number, {"state": state})


def links(store: Store, comparison: int) -> list[LinkRow]:
    """Return what was paired and parted in the order it was done, without rows that are damaged."""
    return [LinkRow(*row) for row in _parts(store, "comparison_links", comparison, "number")]


def judgements(store: Store, comparison: int) -> list[JudgementRow]:
    return [JudgementRow(*row) for row in _parts(store, "comparison_judgements", comparison, "left_start")]


def notes(store: Store, comparison: int) -> list[NoteRow]:
    """Return what was noted on differences, without annotations that are deleted and rows that are damaged."""
    sql = """SELECT annotation FROM comparison_notes n JOIN annotations a ON a.number = n.annotation
        WHERE n.comparison = ? AND a.deleted_at IS NULL"""
    live = {number for (number,) in store.rows(sql, (comparison,))}
    rows = [NoteRow(*row) for row in _parts(store, "comparison_notes", comparison, "annotation")]
    return [row for row in rows if row.annotation in live]


def pin(database: Database, comparison: int, left_start: int, right_start: int, made_at: str) -> None:
    """Pair two sections; pins of either of them make way."""
    sql = "DELETE FROM comparison_links WHERE comparison = ? AND kind = ? AND (left_start = ? OR right_start = ?)"
    database.execute(sql, (comparison, PIN, left_start, right_start))
    _link(database, comparison, LinkRow(PIN, left_start, right_start, made_at))


def part(database: Database, comparison: int, left_start: int, right_start: int, made_at: str) -> None:
    """Keep two sections apart."""
    _link(database, comparison, LinkRow(BREAK, left_start, right_start, made_at))


def release(database: Database, comparison: int, left_start: int, right_start: int) -> None:
    """Forget what was decided about two sections."""
    sql = "DELETE FROM comparison_links WHERE comparison = ? AND left_start = ? AND right_start = ?"
    database.execute(sql, (comparison, left_start, right_start))


def mirror_links(database: Database, store: Store, comparison: int, other: int) -> None:
    """Give another comparison, which lays the same documents the other way round, what is paired and parted in one."""
    if comparison != other:  # a document beside itself
        for row in links(store, comparison):
            _link(database, other, row._replace(left_start=row.right_start, right_start=row.left_start))


def _link(database: Database, comparison: int, row: LinkRow) -> None:
    release(database, comparison, row.left_start, row.right_start)
    values = {**row._asdict(), "comparison": comparison, "checksum": checksum((*row, comparison))}
    database.table("comparison_links").insert(values)


def judge(database: Database, comparison: int, row: JudgementRow) -> None:
    """Store what is said of a section in place of what was said before."""
    forget(database, comparison, row.left_start)
    values = {**row._asdict(), "comparison": comparison, "checksum": checksum((*row, comparison))}
    database.table("comparison_judgements").insert(values)


def forget(database: Database, comparison: int, left_start: int) -> None:
    sql = "DELETE FROM comparison_judgements WHERE comparison = ? AND left_start = ?"
    database.execute(sql, (comparison, left_start))


def note(database: Database, comparison: int, row: NoteRow) -> None:
    values = {**row._asdict(), "comparison": comparison, "checksum": checksum((*row, comparison))}
    database.table("comparison_notes").insert(values)


def damaged(store: Store) -> list[int]:
    """Return the comparisons of which something is no longer what was written."""
    rows = store.rows(f"{_SELECT} ORDER BY number")
    found = {row[0] for row in rows if _sum(ComparisonRow(*row[:-1])) != row[-1]}
    for table, columns in _PARTS.items():
        parts = store.rows(f"SELECT {', '.join(columns)}, comparison, checksum FROM {table}")
        found |= {row[-2] for row in parts if checksum(row[:-1]) != row[-1]}
    return sorted(found, key=lambda number: number if isinstance(number, int) else 0)  # damage can make it anything


def _whole(rows: list[Row]) -> list[ComparisonRow]:
    read = ((ComparisonRow(*row[:-1]), row[-1]) for row in rows)
    return [row for row, kept in read if _sum(row) == kept]


def _sum(row: ComparisonRow) -> int:
    return checksum(getattr(row, name) for name in _DECIDED)


def _parts(store: Store, table: str, comparison: int, order: str) -> list[Row]:
    columns = ", ".join(_PARTS[table])
    sql = f"SELECT {columns}, comparison, checksum FROM {table} WHERE comparison = ? ORDER BY {order}"
    return [row[:-2] for row in store.rows(sql, (comparison,)) if checksum(row[:-1]) == row[-1]]
