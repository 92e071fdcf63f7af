"""Highlights, underlines and notes: each change is on the disk when its call returns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from db import annotations as table
from reader.anchoring.anchor import Annotation, Placement
from reader.library.annotation_rows import annotation_of, row_of
from reader.library.errors import NotFound
from reader.library.records import Changes
from reader.library.stored_text import storable, utc_now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.connection import Store, WritingBeside
    from db.records import AnnotationRow
    from reader.anchoring.anchor import Anchor
    from reader.library.documents import Documents
    from reader.text.spans import Span

STYLES = ("highlight", "underline", "wavy", "double")


class Annotations:
    """Reads and writes annotations; ``span`` always counts in the reading text."""

    def __init__(self, store: Store, documents: Documents) -> None:
        self._store = store
        self._documents = documents

    def placements(self, document: int) -> tuple[Placement, ...]:
        """Return the annotations of a document with their places, in the order of the source text."""
        found = [annotation_of(row) for row in table.of_document(self._store, document)]
        if not found:
            return ()
        from reader.anchoring.locate import place_all

        opened = self._documents.open(document)
        return place_all(found, opened.reading, opened.outline)

    def placement(self, number: int) -> Placement:
        return self._placed(annotation_of(self._row(number)))

    def add(
        self,
        document: int,
        span: Span,
        *,
        style: str = "highlight",
        colour: str,
        tags: Sequence[str] = (),
        note: str = "",
        author: str,
        also: WritingBeside | None = None,
    ) -> Placement:
        """Annotate a span of the reading text; raises ValueError for an empty span or an unknown style.

        ``also`` is called with the number of the new annotation and stores more in the same transaction.
        """
        if style not in STYLES:
            raise ValueError(f"no such style: {style}")
        from uuid import uuid4  # slow to load

        annotation = Annotation(
            number=0,
            uuid=uuid4().hex,
            document=document,
            anchor=self._anchor(document, span),
            style=style,
            colour=storable(colour),
            tags=tuple(map(storable, tags)),
            note=storable(note),
            author=storable(author),
            created=utc_now(),
            modified=utc_now(),
        )
        return self._save(annotation, also)

    def change(
        self,
        number: int,
        *,
        style: str | None = None,
        colour: str | None = None,
        tags: Sequence[str] | None = None,
        note: str | None = None,
    ) -> Placement:
        """Change what is given, keep the rest."""
        before = annotation_of(self._row(number))
        after = replace(
            before,
            style=style if style in STYLES else before.style,
            colour=before.colour if colour is None else storable(colour),
            tags=before.tags if tags is None else tuple(map(storable, tags)),
            note=before.note if note is None else storable(note),
        )
        return self._placed(before) if after == before else self._save(replace(after, modified=utc_now()))

    def reattach(self, number: int, span: Span) -> Placement:
        """Give an annotation another place, by the user's own hand."""
        annotation = annotation_of(self._row(number))
        anchor = self._anchor(annotation.document, span)
        return self._save(replace(annotation, anchor=anchor, modified=utc_now()))

    def delete(self, number: int) -> Changes:
        """Delete an annotation; ``restore`` brings it back."""
        return self._set_deleted(number, utc_now())

    def restore(self, number: int) -> Changes:
        return self._set_deleted(number, None)

    def _row(self, number: int) -> AnnotationRow:
        row = table.by_number(self._store, number)
        if row is None:
            raise NotFound(f"文件库中没有编号为{number}的批注。")
        return row

    def _anchor(self, document: int, span: Span) -> Anchor:
        from reader.anchoring.describe import describe

        opened = self._documents.open(document)
        return describe(opened.reading, opened.outline, span)

    def _placed(self, annotation: Annotation) -> Placement:
        from reader.anchoring.locate import place

        opened = self._documents.open(annotation.document)
        return place(annotation, opened.reading, opened.outline)

    def _save(self, annotation: Annotation, also: WritingBeside | None = None) -> Placement:
        placement = self._placed(annotation)
        row = row_of(placement)
        with self._store.write() as database:
            seq = self._store.next_seq()
            if annotation.number:
                table.update(database, annotation.number, row, seq)
                return placement
            number = table.insert(database, row, seq)
            if also:
                also(database, number)
        return replace(placement, annotation=replace(annotation, number=number))

    def _set_deleted(self, number: int, deleted_at: str | None) -> Changes:
        row = self._row(number)
        with self._store.write() as database:
            table.update(database, number, {**row._asdict(), "deleted_at": deleted_at}, self._store.next_seq())
        return Changes.of(row.document, "annotations")
