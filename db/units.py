"""Who does what over all documents: names with the units they mean, and their duties; all of it derived."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.connection import Store


class NameRow(NamedTuple):
    """A name as documents of one place (``jurisdiction``) write it, and the unit it means there.

    ``month`` (2018-05) is that of the document where two units bore the name in turn, else empty; ``label`` is what lists
    show of the unit, ``place`` its own jurisdiction for people.
    """

    number: int
    name: str
    jurisdiction: str
    kind: str
    month: str
    key: str
    label: str
    full_name: str
    place: str


class DutyRow(NamedTuple):
    """One mention of a unit; ``assignment`` and ``item`` count within the section, ``name`` is a NameRow's number."""

    section: int
    assignment: int
    item: int
    name: int
    duty: str


class ListedRow(NamedTuple):
    """A document with duties that is not in the bin."""

    number: int
    title: str
    doc_number: str | None
    issued_on: str | None


Mention = tuple[int, int, int, str]  # document, section, number of the name, duty


_NAME = ", ".join(NameRow._fields)
_DUTY = ", ".join(DutyRow._fields)


def names(store: Store) -> list[NameRow]:
    """Return all names, in the order they first came."""
    return [NameRow(*row) for row in store.rows(f"SELECT {_NAME} FROM unit_names ORDER BY number")]


def name_number(store: Store, row: NameRow) -> int | None:
    """Return the number of a name that is stored already."""
    sql = "SELECT number FROM unit_names WHERE name = ? AND jurisdiction = ? AND kind = ? AND month = ?"
    found = store.row(sql, row[1:5])
    return found[0] if found else None


def put_name(store: Store, row: NameRow) -> int:
    """Store which unit a name means and return the number that the store gave it. To be called inside ``write``."""
    sql = f"""INSERT INTO unit_names ({_NAME}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (name, jurisdiction, kind, month) DO UPDATE SET key = excluded.key, label = excluded.label,
        full_name = excluded.full_name, place = excluded.place RETURNING number"""
    return int(store.connection.execute(sql, row[1:]).fetchall()[0][0])


def drop_unused_names(store: Store) -> None:
    """Forget the names that no document holds any more. To be called inside ``write``."""
    sql = "DELETE FROM unit_names WHERE NOT EXISTS (SELECT 1 FROM unit_duties d WHERE d.name = number)"
    store.connection.execute(sql)


def duties(store: Store, document: int) -> list[DutyRow]:
    sql = f"SELECT {_DUTY} FROM unit_duties WHERE document = ? ORDER BY section, assignment, item"
    return [DutyRow(*row) for row in store.rows(sql, (document,))]


def write_duties(store: Store, document: int, rows: Sequence[DutyRow]) -> None:
    """Make these the duties of a document; only rows that differ are written. To be called inside ``write``."""
    before = set(duties(store, document))
    store.connection.executemany(
        "DELETE FROM unit_duties WHERE document = ? AND section = ? AND assignment = ? AND item = ?",
        [(document, *row[:3]) for row in before.difference(rows)],
    )
    store.connection.executemany(
        f"INSERT INTO unit_duties (document, {_DUTY}) VALUES (?, ?, ?, ?, ?, ?)",
        [(document, *row) for row in rows if row not in before],
    )


def listed(store: Store) -> list[ListedRow]:
    sql = """SELECT number, title, doc_number, issued_on FROM documents d WHERE binned_at IS NULL
        AND EXISTS (SELECT 1 FROM unit_duties WHERE document = d.number) ORDER BY number"""
    return [ListedRow(*row) for row in store.rows(sql)]


def mentions(store: Store, first: int, last: int) -> list[Mention]:
    """Return who is named in the documents from ``first`` to ``last``, in the order of the text."""
    sql = """SELECT document, section, name, duty FROM unit_duties WHERE document BETWEEN ? AND ?
        ORDER BY document, section, assignment, item"""
    return store.rows(sql, (first, last))


def names_in_view(store: Store) -> set[int]:
    """Return the numbers of the names that stand in documents that are not in the bin."""
    sql = """SELECT n.number FROM unit_names n WHERE EXISTS (SELECT 1 FROM unit_duties d
        JOIN documents e ON e.number = d.document WHERE d.name = n.number AND e.binned_at IS NULL)"""
    return {row[0] for row in store.rows(sql)}


def mentions_of(store: Store, names: Iterable[int]) -> list[Mention]:
    """Return where these names stand, in documents that are not in the bin."""
    sql = """SELECT d.document, d.section, d.name, d.duty FROM unit_duties d JOIN documents e ON e.number = d.document
        WHERE d.name = ? AND e.binned_at IS NULL"""
    return sorted(row for name in names for row in store.rows(sql, (name,)))
