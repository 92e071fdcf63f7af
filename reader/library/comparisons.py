"""Comparisons that are kept: reopened where they were left, with what the user decided about them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from db import comparisons as table
from db.comparisons import ComparisonRow, NoteRow
from reader.comparison.records import DOWNWARD, EDITIONS, PEERS, TOPICS
from reader.library.errors import LibraryFull, NotFound
from reader.library.kept import DifferenceNote as DifferenceNote
from reader.library.kept import Kept as Kept
from reader.library.kept import KeptState as KeptState
from reader.library.kept import judgement_of, judgement_row, kept_of
from reader.library.records import Changes
from reader.library.section_places import section_at, start_of
from reader.library.stored_text import storable, utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from db.connection import Store, Writing
    from reader.anchoring.anchor import Placement
    from reader.comparison.judgement import Judgement
    from reader.comparison.options import Sections
    from reader.library.annotations import Annotations
    from reader.library.documents import Documents
    from reader.library.records import OpenDocument
    from reader.text.spans import Span


class Comparisons:
    """Keeps comparisons; each write is one transaction, on the disk when it returns."""

    def __init__(self, store: Store, documents: Documents, annotations: Annotations) -> None:
        self._store = store
        self._documents = documents
        self._annotations = annotations

    def all(self) -> tuple[Kept, ...]:
        """Return the comparisons, the one opened last first, without those of documents in the bin."""
        return tuple(map(kept_of, table.shown(self._store)))

    def find(self, left: int, right: int) -> Kept | None:
        """Return the comparison that is kept of two documents, in this order."""
        row = table.of_pair(self._store, left, right)
        return kept_of(row) if row else None

    def open(self, left: int, right: int) -> Kept:
        """Return the comparison of two documents, kept from now on; with number 0 where nothing can be stored.

        A new one takes over what was paired and parted in the one that lays them the other way round.
        """
        for number in (left, right):
            self._documents.entry(number)
        now = utc_now()
        found = table.of_pair(self._store, left, right)
        row = found or ComparisonRow(0, left, right, "", PEERS, now, None, now, 0, "{}")
        if self._store.read_only:
            return kept_of(row)
        try:
            with self._store.write() as database:
                opened = row._replace(opened_at=now, opened_seq=self._store.next_seq())
                if found:
                    table.update(database, opened)
                else:
                    opened = opened._replace(number=table.insert(database, opened))
                    if mirrored := table.of_pair(self._store, right, left):
                        table.mirror_links(database, self._store, mirrored.number, opened.number)
        except LibraryFull:  # to be read it need not be kept
            return kept_of(row)
        return kept_of(opened)

    def set_mode(self, number: int, mode: str, direction: str) -> Changes:
        """Keep how the two are compared; an empty mode leaves it to their likeness. Raises ValueError."""
        if mode not in ("", EDITIONS, TOPICS) or direction not in (PEERS, DOWNWARD):
            raise ValueError(f"no such comparison: {mode} {direction}")
        row = self._row(number)
        return self._write(row, lambda database: table.update(database, row._replace(mode=mode, direction=direction)))

    def keep_state(self, number: int, state: Mapping[str, object]) -> None:
        """Keep how the window shows a comparison; where nothing can be stored it is forgotten at the end."""
        row = table.by_number(self._store, number)
        text = json.dumps(state, ensure_ascii=True)
        if row is None or self._store.read_only or text == row.state:
            return
        with self._store.write() as database:
            table.set_state(database, number, text)

    def delete(self, number: int) -> Changes:
        """Delete a comparison with what was decided in it; ``restore`` brings it back. Its notes stay in the documents."""
        row = self._row(number)
        return self._write(row, lambda database: table.update(database, row._replace(deleted_at=utc_now())))

    def restore(self, number: int) -> Changes:
        """Bring a comparison back; of several of the same documents it is the one to be opened."""
        row = self._row(number)
        there = row._replace(deleted_at=None)
        return self._write(row, lambda db: table.update(db, there._replace(opened_seq=self._store.seq)))

    def pin(self, number: int, left_section: int, right_section: int) -> Changes:
        """Pair two sections, whatever they are paired with else; pins of either of them make way."""
        row, starts = self._linked(number, left_section, right_section)
        return self._write(row, lambda database: table.pin(database, number, *starts, utc_now()))

    def part(self, number: int, left_section: int, right_section: int) -> Changes:
        """Keep two sections from being paired."""
        row, starts = self._linked(number, left_section, right_section)
        return self._write(row, lambda database: table.part(database, number, *starts, utc_now()))

    def release(self, number: int, left_section: int, right_section: int) -> Changes:
        """Take back what was decided about two sections."""
        row, starts = self._linked(number, left_section, right_section)
        return self._write(row, lambda database: table.release(database, number, *starts))

    def judge(self, number: int, left_section: int, judgement: Judgement | None) -> Changes:
        """Keep what the user says of a section of the left; None, or neither verdict nor remark, forgets it.

        A judgement without a time gets that of now.
        """
        row = self._row(number)
        start = start_of(self._documents.open(row.left_document), left_section)
        if judgement is None or not (judgement.verdict or judgement.remark):
            return self._write(row, lambda database: table.forget(database, number, start))
        said = judgement_row(start, judgement)
        return self._write(row, lambda database: table.judge(database, number, said))

    def add_note(
        self,
        number: int,
        side: str,
        span: Span,
        *,
        note: str,
        colour: str,
        author: str,
        left_section: int | None,
        right_section: int | None,
        kind: str,
        other: str,
        style: str = "highlight",
    ) -> Placement:
        """Annotate a span of one side's reading text, as an annotation of the document and a note of the comparison.

        ``other`` is the text that faces it. Raises ValueError for an empty span, an unknown style or side.
        """
        if side not in ("left", "right"):
            raise ValueError(f"no such side: {side}")
        row = self._row(number)
        document = row.left_document if side == "left" else row.right_document
        left, right = self._start(row.left_document, left_section), self._start(row.right_document, right_section)
        facing = NoteRow(0, side, left, right, storable(kind), storable(other))
        return self._annotations.add(
            document,
            span,
            style=style,
            colour=colour,
            note=note,
            author=author,
            also=lambda database, annotation: table.note(database, number, facing._replace(annotation=annotation)),
        )

    def snapshot(self, number: int) -> KeptState:
        """Return what the user decided about a comparison, by the sections as they are numbered today."""
        row = self._row(number)
        left, right = self._documents.open(row.left_document), self._documents.open(row.right_document)
        links = [
            (link.kind, section_at(left, link.left_start), section_at(right, link.right_start))
            for link in table.links(self._store, number)
        ]
        judged = [(section_at(left, said.left_start), said) for said in table.judgements(self._store, number)]
        notes = [
            DifferenceNote(
                note.annotation, _section(left, note.left_start), _section(right, note.right_start), note.kind, note.other,
                note.side,
            )
            for note in table.notes(self._store, number)
        ]  # fmt: skip
        return KeptState(
            kept=kept_of(row),
            pins=_sections(links, table.PIN),
            breaks=_sections(links, table.BREAK),
            lost=sum(None in link for link in links) + sum(section is None for section, _ in judged),
            judgements={section: judgement_of(said) for section, said in judged if section is not None},
            notes=tuple(notes),
        )

    def _linked(self, number: int, left: int, right: int) -> tuple[ComparisonRow, tuple[int, int]]:
        """Return a comparison and where a section of each of its two documents starts."""
        row, read = self._row(number), self._documents.open
        return row, (start_of(read(row.left_document), left), start_of(read(row.right_document), right))

    def _start(self, document: int, section: int | None) -> int | None:
        return None if section is None else start_of(self._documents.open(document), section)

    def _write(self, row: ComparisonRow, write: Writing) -> Changes:
        with self._store.write() as database:
            self._store.next_seq()
            write(database)
        return Changes(frozenset((row.left_document, row.right_document)), frozenset(("comparisons",)))

    def _row(self, number: int) -> ComparisonRow:
        row = table.by_number(self._store, number)
        if row is None:
            raise NotFound(f"文件库中没有编号为{number}的比对。")
        return row


def _section(document: OpenDocument, start: int | None) -> int | None:
    return None if start is None else section_at(document, start)


def _sections(links: Iterable[tuple[str, int | None, int | None]], kind: str) -> tuple[Sections, ...]:
    return tuple((left, right) for of, left, right in links if of == kind and left is not None and right is not None)
