"""The search index: a file of its own beside the store, which can be deleted at any time.

FTS5 with one character a token: words of two characters, digits and Latin letters are all found (trigram finds none
of the first). What it finds is verified in the folded text by ``occurrences``, which the caller brings along.
Less durable than the store on purpose: a power cut can cost the last pieces, never the truth of the others.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

from db.connection import apply_settings
from db.errors import StoreError
from db.files import make_private

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from db.connection import Row

_VERSION = 1
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "NORMAL", 1),
    ("trusted_schema", "OFF", 0),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
)
_SETTINGS_READING = [setting for setting in _SETTINGS if setting[0] in ("trusted_schema", "temp_store", "mmap_size")]
_SCHEMA = f"""
    CREATE TABLE indexed (document INTEGER, annotation INTEGER, stamp TEXT NOT NULL,
        PRIMARY KEY (document, annotation)) WITHOUT ROWID;
    CREATE TABLE pieces (id INTEGER PRIMARY KEY, document INTEGER NOT NULL, annotation INTEGER NOT NULL,
        section INTEGER NOT NULL, path TEXT NOT NULL, start INTEGER NOT NULL, own INTEGER NOT NULL,
        text TEXT NOT NULL, folded TEXT NOT NULL);
    CREATE INDEX pieces_key ON pieces (document, annotation);
    CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0');
    PRAGMA user_version = {_VERSION};
"""
# Keys that are being indexed anew or are gone: what the index holds of them is out of date.
_HIDDEN = "CREATE TEMP TABLE hidden (document INTEGER, annotation INTEGER, PRIMARY KEY (document, annotation))"

Key = tuple[int, int]  # document, annotation; annotation 0 is the document's own text


class IndexPiece(NamedTuple):
    """Some text of one section; ``own`` is how much of ``folded`` no other piece holds."""

    section: int
    path: str
    start: int
    own: int
    text: str
    folded: str


class IndexDamaged(Exception):
    """The index cannot be used any more; nothing is lost with it."""


class SearchIndex:
    """An open index; without a file that can be written it stays empty and ``writable`` is False."""

    def __init__(
        self, connection: sqlite3.Connection, occurrences: Callable[[str, int, str], int], *, writable: bool = True
    ) -> None:
        self._connection = connection
        self.writable = writable
        connection.create_function("occurrences", 3, occurrences, deterministic=True)
        connection.execute(_HIDDEN)

    def _run(self, sql: str, parameters: Sequence[object] = ()) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, parameters)
        except sqlite3.DatabaseError:
            raise IndexDamaged from None

    def _run_many(self, sql: str, parameters: Iterable[Sequence[object]]) -> None:
        try:
            self._connection.executemany(sql, parameters)
        except sqlite3.DatabaseError:
            raise IndexDamaged from None

    def _rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.DatabaseError:
            raise IndexDamaged from None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self._run("BEGIN IMMEDIATE")
        try:
            yield
            self._run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._run("ROLLBACK")
            raise

    def stamps(self) -> dict[Key, str]:
        rows = self._rows("SELECT document, annotation, stamp FROM indexed")
        return {(document, annotation): stamp for document, annotation, stamp in rows}

    def stamp(self, key: Key, stamp: str) -> None:
        self._run("INSERT OR REPLACE INTO indexed VALUES (?, ?, ?)", (*key, stamp))

    def forget(self, key: Key) -> None:
        self._run("DELETE FROM indexed WHERE document = ? AND annotation = ?", key)

    def hide(self, keys: Iterable[Key]) -> None:
        """Leave the pieces of these keys out of what is found until they are shown again."""
        for key in keys:
            self._run("INSERT OR IGNORE INTO hidden VALUES (?, ?)", key)

    def show(self, key: Key) -> None:
        self._run("DELETE FROM hidden WHERE document = ? AND annotation = ?", key)

    def pieces(self, key: Key) -> list[Row]:
        """Return (id, folded) of what the index holds of a key."""
        sql = "SELECT id, folded FROM pieces WHERE document = ? AND annotation = ?"
        return self._rows(sql, key)

    def add(self, key: Key, pieces: Iterable[IndexPiece]) -> None:
        """Add pieces of a key; many at once, since a statement takes longer than what it stores."""
        numbered = list(enumerate(pieces, self.last_piece() + 1))
        self._run_many(
            """INSERT INTO pieces (id, document, annotation, section, path, start, own, text, folded)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            ((number, *key, *piece) for number, piece in numbered),
        )
        self._run_many(
            "INSERT INTO words (rowid, text) VALUES (?, ?)",
            ((number, " ".join(piece.folded)) for number, piece in numbered),
        )

    def remove(self, number: int, folded: str) -> None:
        sql = "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)"
        self._run(sql, (number, " ".join(folded)))
        self._run("DELETE FROM pieces WHERE id = ?", (number,))

    def last_piece(self) -> int:
        return int(self._rows("SELECT ifnull(max(id), 0) FROM pieces")[0][0])

    def found(self, match: str | None, needles: str, first: int, last: int) -> list[Row]:
        """Return (document, annotation, section, path, count, first piece) of what is found in some of the pieces.

        ``needles`` is handed to ``occurrences`` as it is; without ``match`` every one of the pieces is looked through.
        """
        source = "words JOIN pieces p ON p.id = words.rowid" if match else "pieces p"
        chosen = "words MATCH ? AND words.rowid BETWEEN ? AND ?" if match else "p.id BETWEEN ? AND ?"
        sql = f"""SELECT document, annotation, section, path, sum(n), min(id) FROM (
                SELECT p.id, p.document, p.annotation, p.section, p.path, occurrences(p.folded, p.own, ?) AS n
                FROM {source} WHERE {chosen}
                AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.document = p.document AND h.annotation = p.annotation))
            WHERE n > 0 GROUP BY document, annotation, section"""
        return self._rows(sql, [needles, *([match] if match else []), first, last])

    def piece(self, number: int) -> Row:
        """Return (start, text) of a piece."""
        return self._rows("SELECT start, text FROM pieces WHERE id = ?", (number,))[0]

    def is_whole(self) -> bool:
        return self._rows("PRAGMA integrity_check(1)") == [("ok",)]

    def close(self) -> None:
        self._connection.close()


def index_path(store: Path) -> Path:
    return store.with_suffix(".index.db")


def open_index(path: Path, occurrences: Callable[[str, int, str], int], *, read_only: bool = False) -> SearchIndex:
    """Open the index; one that is damaged or of another version is thrown away and begun anew."""
    if read_only:
        with suppress(sqlite3.DatabaseError):
            return SearchIndex(_opened_for_reading(path), occurrences, writable=False)
        return _empty(occurrences)
    for _ in range(2):
        try:
            return SearchIndex(_opened(path), occurrences)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                break
        except (sqlite3.DatabaseError, StoreError, OSError):
            pass
        with suppress(OSError):
            delete_index(path)
    return _empty(occurrences)


def delete_index(path: Path) -> None:
    for ending in ("-journal", ""):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _empty(occurrences: Callable[[str, int, str], int]) -> SearchIndex:
    memory = sqlite3.connect(":memory:", isolation_level=None)
    memory.executescript(_SCHEMA)
    return SearchIndex(memory, occurrences, writable=False)


def _opened_for_reading(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=1)
    try:
        apply_settings(connection, path, _SETTINGS_READING)
        if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
            raise sqlite3.DatabaseError("another version")
        connection.execute("SELECT count(*) FROM indexed").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _opened(path: Path) -> sqlite3.Connection:
    if not path.exists():
        make_private(path)
    connection = sqlite3.connect(path, isolation_level=None, timeout=1)
    try:
        apply_settings(connection, path, _SETTINGS)
        connection.execute("BEGIN EXCLUSIVE")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
        elif version != _VERSION:
            raise sqlite3.DatabaseError("another version")
        connection.execute("COMMIT")
        connection.execute("SELECT count(*) FROM indexed").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
