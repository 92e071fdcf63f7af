"""The documents of the library: stored once, derived as often as needed."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from db import decisions as decision_table
from db import documents as table
from db.records import AssignmentRow, DecisionRow, DocumentRow, ReadingRow
from reader.comparison.drafts import stage_of
from reader.library import rows
from reader.library.errors import NotFound
from reader.library.records import Changes, Entry, Imported, OpenDocument
from reader.library.rederiving import FALSE_ALARM, KEPT, TITLE, Decided, Rederiving, decisions_of, kept_spans
from reader.library.stamp import DERIVATION
from reader.library.stored_text import storable, utc_now
from reader.text.garbage import many_objects

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from db.connection import Store
    from reader.library.derivation import Decisions
    from reader.library.naming import Naming
    from reader.library.records import Prepared
    from reader.text.edits import Edit
    from reader.text.spans import Span

_CACHED = 4  # open documents that are kept, so that a note on a long one need not read it again


class Documents:
    """Reads and writes documents; each write is one transaction, on the disk when it returns."""

    def __init__(self, store: Store, forgotten: Callable[[int], None]) -> None:
        self._store = store
        self._forgotten = forgotten  # told of a document that is gone for good
        self._rederiving = Rederiving(store, lambda: self.naming)
        self._opened: OrderedDict[tuple[int, int], OpenDocument] = OrderedDict()

    @cached_property
    def naming(self) -> Naming:
        from reader.library.naming import Naming  # not needed before the first paint

        return Naming(self._store)

    def entries(self, *, binned: bool = False) -> tuple[Entry, ...]:
        """Return the documents in the order they came, or those in the bin."""
        return tuple(map(_entry, table.entries(self._store, binned=binned)))

    def entry(self, number: int) -> Entry:
        return _entry(self._row(number))

    def known(self, sha256: str) -> int | None:
        """Return the number of the document with these bytes, also if it lies in the bin."""
        found = table.by_digest(self._store, sha256)
        return found[0] if found else None

    def open(self, number: int, *, keep: bool = True) -> OpenDocument:
        """Return a document with all that was derived from it; derived anew where that is out of date.

        One that is only looked into (``keep`` False) does not push another out of those that are kept.
        """
        row = self._row(number)
        key = (number, row.seq)
        document = self._opened.get(key) or self._load(row)
        if not keep:
            return replace(document, entry=_entry(row))
        self._opened[key] = document
        self._opened.move_to_end(key)
        while len(self._opened) > _CACHED:
            self._opened.popitem(last=False)
        return replace(document, entry=_entry(row))

    def text_and_outline(self, number: int) -> tuple[str, rows.OutlinePaths]:
        """Return the simplified reading text and its sections' paths, much faster than opening the document."""
        reading = table.reading(self._store, number)
        if reading is not None and reading.derivation == DERIVATION:
            return reading.text if reading.simplified is None else reading.simplified, rows.outline_paths_of(reading)
        opened = self.open(number)
        outline = opened.outline
        paths = rows.OutlinePaths(list(outline.starts), list(outline.owners), [s.path for s in outline.sections])
        return opened.reading.simplified, paths

    def data(self, number: int) -> bytes:
        """Return the bytes as they were imported."""
        found = table.source(self._store, self._row(number).number)
        return found.data if found else b""

    def store(self, prepared: Prepared) -> Imported:
        """Store a prepared file; the same bytes stay one document, and come back out of the bin."""
        if self.known(prepared.sha256) is not None:
            return self.take_out(prepared.sha256, prepared.file)
        with self._store.write() as database:
            number = table.insert(
                database,
                sha256=prepared.sha256,
                file=prepared.file,
                imported_at=utc_now(),
                seq=self._store.next_seq(),
                source=prepared.source,
                listing=prepared.listing,
            )
            table.write_reading(database, number, prepared.reading, prepared.assignments)
            self.naming.write(number, prepared.units)
            if prepared.false_alarm:
                decision_table.decide(database, number, DecisionRow(FALSE_ALARM, None, None, None), utc_now())
        return Imported(number, prepared.file, "new")

    def take_out(self, sha256: str, file: str) -> Imported:
        """Return the document that has these bytes already, out of the bin if it lies there."""
        found = table.by_digest(self._store, sha256)
        if found is None:
            raise NotFound(f"文件库中没有“{file}”。")
        number, binned = found
        if binned:
            self.unbin(number)
        return Imported(number, file, "known")

    def bin(self, number: int) -> Changes:
        """Put a document into the bin: out of the list and of search, with all its notes."""
        return self._set_binned(number, utc_now())

    def unbin(self, number: int) -> Changes:
        return self._set_binned(number, None)

    def purge(self, number: int) -> Changes:
        """Delete a document with its notes for good."""
        self._row(number)
        with self._store.write() as database:
            self._store.next_seq()
            table.delete(database, number)
            self.naming.drop_unused()
        self._forgotten(number)
        return Changes.of(number, "documents", "annotations")

    def set_title(self, number: int, title: str | None) -> Changes:
        """Type in a title in place of the one found in the text; None goes back to that one."""
        typed = " ".join(storable(title or "").split())
        return self._decide(number, Decided(DecisionRow(TITLE, None, None, typed or None), withdrawn=not typed))

    def take_back(self, number: int, edit: Edit) -> Changes:
        """Undo one edit of the cleaning: the source text stands there again."""
        return self._decide(number, Decided(DecisionRow(KEPT, edit.start, edit.end, None)))

    def apply_again(self, number: int, edit: Edit) -> Changes:
        """Let the cleaning do again what was taken back."""
        return self._decide(number, Decided(DecisionRow(KEPT, edit.start, edit.end, None), withdrawn=True))

    def decisions(self, number: int) -> Decisions:
        """Return what the user decided about a document's derivation."""
        return decisions_of(decision_table.of_document(self._store, number))

    def stale(self) -> tuple[int, ...]:
        """Return the documents that an older version of the program derived."""
        return tuple(table.stale(self._store, DERIVATION))

    def rederive(self, number: int) -> Changes:
        """Derive a document anew from its source text and the user's decisions; its annotations stay."""
        self._rederiving.rederive(self._row(number))
        return Changes.of(number, "documents", "derivations", "annotations")

    def hold(self, document: OpenDocument) -> None:
        """Keep a document as it reads since its units were corrected, so that it need not be read again."""
        self._opened[document.entry.number, self._row(document.entry.number).seq] = document

    def drop_cache(self) -> None:
        """Forget what was read before: the store was replaced under it."""
        self._opened.clear()
        if "naming" in self.__dict__:
            self.naming.forget()

    def _row(self, number: int) -> DocumentRow:
        row = table.entry(self._store, number)
        if row is None:
            raise NotFound(f"文件库中没有编号为{number}的文件。")
        return row

    def _load(self, row: DocumentRow) -> OpenDocument:
        with many_objects():
            reading = table.reading(self._store, row.number)
            if reading is not None and reading.derivation == DERIVATION:
                assignments = table.assignments(self._store, row.number)
                if assignments is not None:
                    return self._opened_from(row, reading, assignments)
        text, found = self._rederiving.rederive(row)
        return self._corrected(OpenDocument(
            _entry(row), text, found.reading, found.front, found.outline, found.assignments, found.findings,
            self._kept(row.number),
        ))  # fmt: skip

    def _opened_from(self, row: DocumentRow, reading: ReadingRow, assignments: Sequence[AssignmentRow]) -> OpenDocument:
        opened = OpenDocument(
            entry=_entry(row),
            source=table.source_text(self._store, row.number),
            reading=rows.reading_of(reading, traditional=bool(row.traditional)),
            front=rows.front_of(reading),
            outline=rows.outline_of(reading),
            assignments=rows.assignments_of(assignments),
            findings=rows.findings_of(reading),
            kept=self._kept(row.number),
        )
        return self._corrected(opened)

    def _corrected(self, document: OpenDocument) -> OpenDocument:
        number = document.entry.number
        if not table.is_corrected(self._store, number):
            return document
        from reader.library.correcting import corrected, corrections_of

        return corrected(document, corrections_of(self._store, number))

    def _kept(self, number: int) -> tuple[Span, ...]:
        return kept_spans(decision_table.of_document(self._store, number))

    def _set_binned(self, number: int, binned_at: str | None) -> Changes:
        self._row(number)
        with self._store.write() as database:
            table.set_binned(database, number, binned_at, self._store.next_seq())
        return Changes.of(number, "documents")

    def _decide(self, number: int, decided: Decided) -> Changes:
        self._rederiving.decide(self._row(number), decided)
        return Changes.of(number, "documents", "derivations", "annotations")


_ENTRY = tuple(name for name in Entry._fields if name not in ("traditional", "title_typed", "stage"))


def _entry(row: DocumentRow) -> Entry:
    values = {name: getattr(row, name) for name in _ENTRY}
    stage = stage_of(row.title, row.file) if row.stage is None else row.stage
    return Entry(**values, traditional=bool(row.traditional), title_typed=bool(row.title_typed), stage=stage)
