"""Keeps the search index level with the library: what changed since a sequence number, a few pieces at a time."""

from __future__ import annotations

import time
from itertools import islice
from typing import TYPE_CHECKING

from db import annotations as annotation_table
from db import documents as document_table
from db.search_index import IndexPiece, Key, SearchIndex, delete_index, index_path, open_index
from reader.library.annotation_rows import annotation_of
from reader.search.terms import Piece, count, fold_lines, pieces
from reader.text.scripts import simplify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.connection import Store
    from reader.library.documents import Documents

_AT_ONCE = 40  # pieces, some milliseconds
NEEDLE_BREAK = "\n"  # between the forms of a phrase; no folded needle holds it


def occurrences(folded: str, own: int, needles: str) -> int:
    return count(folded, own, needles.split(NEEDLE_BREAK))


class Indexing:
    """The index with what it lacks; ``missing`` must be looked through by the one who searches."""

    def __init__(self, store: Store, documents: Documents) -> None:
        self._store = store
        self._documents = documents
        self._path = index_path(store.path)
        self._failed = False
        self._turn = 0  # counts what was done to the index
        self._open()

    def _open(self) -> None:
        self._turn += 1
        self.index: SearchIndex = open_index(self._path, occurrences, read_only=self._store.read_only or self._failed)
        self._seen = -1
        self.binned: set[int] = set()
        self.missing: dict[Key, str | None] = {}  # key to the stamp it should have, None where it is to go
        self._work: Iterator[None] = iter(())

    @property
    def state(self) -> tuple[int, int]:
        """Something else as soon as a search that is under way could miss a place or count it twice."""
        return self._seen, self._turn

    def catch_up(self) -> None:
        """Note what changed in the library since the last time; cheap where nothing did."""
        seq = self._store.seq
        if self._seen == seq:
            return
        changed = dict(self._changed_since(self._seen))
        if self._seen < 0:
            held = self.index.stamps()
            gone = held.keys() - changed.keys()
            changed = {key: stamp for key, stamp in changed.items() if held.get(key) != stamp} | dict.fromkeys(gone)
        self._seen = seq
        self.missing |= changed
        self.index.hide(changed)

    def _changed_since(self, seq: int) -> Iterator[tuple[Key, str | None]]:
        for number, digest, changed, binned in document_table.changed_since(self._store, seq):
            (self.binned.add if binned else self.binned.discard)(number)
            yield (number, 0), None if binned else f"{changed}:{digest[:16]}"
        for number, document, changed, checksum, deleted in annotation_table.changed_since(self._store, seq):
            yield (document, number), None if deleted else f"{changed}:{checksum}"

    def forget(self, document: int) -> None:
        """Drop a document that is gone for good, with its notes."""
        self._turn += 1
        keys = [key for key in {*self.index.stamps(), *self.missing} if key[0] == document]
        self.missing |= dict.fromkeys(keys)
        self.index.hide(keys)

    def fill(self, slice_ms: float) -> bool:
        """Index for so long; return whether there is more to do."""
        self.catch_up()
        if not self.missing or not self.index.writable:
            return False
        deadline = time.monotonic() + slice_ms / 1000
        self._turn += 1
        with self.index.transaction():
            while time.monotonic() < deadline:
                try:
                    next(self._work)
                except StopIteration:
                    if not self.missing:
                        break
                    self._work = self._replace(*next(iter(self.missing.items())))
        return bool(self.missing)

    def _replace(self, key: Key, stamp: str | None) -> Iterator[None]:
        self.index.stamp(key, "")  # so that a half-done key is seen as such after a crash
        for number, folded in self.index.pieces(key):
            self.index.remove(number, folded)
            yield
        if stamp is None:
            self.index.forget(key)
        else:
            found = (IndexPiece(p.section, path, p.start, p.own, p.text, p.folded) for p, path in self.pieces(key))
            while some := list(islice(found, _AT_ONCE)):
                self.index.add(key, some)
                yield
            self.index.stamp(key, stamp)
        if self.missing.get(key, "") == stamp:
            del self.missing[key]
            self.index.show(key)

    def pieces(self, key: Key) -> Iterator[tuple[Piece, str]]:
        """Yield what the index should hold of a key, with the path of its section."""
        document, number = key
        if number:
            row = annotation_table.by_number(self._store, number)
            if row is not None:
                annotation = annotation_of(row)
                text = _in_both_scripts("\n".join((annotation.note, annotation.anchor.exact, *annotation.tags)))
                folded = fold_lines(text)
                yield Piece(row.section, 0, text, folded, len(folded)), row.path_now
            return
        text, outline = self._documents.text_and_outline(document)
        for piece in pieces(text, outline.starts, outline.owners):
            yield piece, outline.paths[piece.section]

    def start_again(self, *, failed: bool) -> None:
        """Throw the index away and begin anew; after a failure only once, then without a file."""
        self.index.close()
        if not self._store.read_only:
            delete_index(self._path)
        self._open()
        self._failed = self._failed or failed

    def close(self) -> None:
        self.index.close()


def _in_both_scripts(text: str) -> str:
    """Add the simplified form: people write notes in any script, and 著 stands in both."""
    simplified = simplify(text)
    return text if simplified == text else f"{text}\n{simplified}"
