"""Comments that colleagues wrote into an exported document come back as notes, each at its place, none twice."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from db import annotations as table
from reader.anchoring.anchor import Annotation, Placement
from reader.export.annotated_comments import NOBODY, word_author
from reader.export.annotated_origin import comment_text, said_digest, text_digest
from reader.export.word_comments import UnreadableWord, read_comments
from reader.library.annotation_rows import annotation_of, row_of
from reader.library.errors import LibraryError
from reader.library.returning_places import Found, Places
from reader.library.stored_text import storable, utc_now
from reader.text.folding import folded
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.connection import Store
    from db.records import AnnotationRow
    from reader.anchoring.anchor import Anchor
    from reader.export.word_comments import WordComment
    from reader.library.documents import Documents
    from reader.library.records import OpenDocument

COLOUR = "重点"
_LEAST_LIKENESS = 0.1  # of its text that a file must share with the document, if nothing else ties them together
_TELLING = 12  # characters that are more than a phrase that stands in any document
_EXCERPT = 12  # characters of a note that name it
_ANY = ""  # the quotation of a comment on the title, whose own words were not found any more
_SOMEWHERE = Span(0, 0)


class ReadBack(NamedTuple):
    """The comments of a file with their places; ``certain`` tells whether the file belongs to the document at all."""

    found: tuple[Found, ...]
    certain: bool


class Returned(NamedTuple):
    """What became of the comments of a file.

    ``added`` are new notes at their places, ``unplaced`` new notes whose place is not certain, ``changed`` new notes
    that hold what ours were changed to; ``known`` counts the comments that were there already.
    """

    added: tuple[Placement, ...] = ()
    known: int = 0
    changed: tuple[Placement, ...] = ()
    unplaced: tuple[Placement, ...] = ()


def read_back(document: OpenDocument, data: bytes) -> ReadBack:
    """Read a .docx and find the places of its comments; runs in any thread. Raises LibraryError."""
    try:
        commented = read_comments(data)
    except UnreadableWord as error:
        raise LibraryError(error.reason) from error
    places = Places(document, commented)
    found = tuple(map(places.found, commented.comments))
    certain = (
        commented.origin == text_digest(document.reading)
        or places.likeness >= _LEAST_LIKENESS
        or 2 * sum(map(_telling, found)) > len(found)
    )
    return ReadBack(found, certain)


class Returning:
    """Stores the comments that came back."""

    def __init__(self, store: Store, documents: Documents) -> None:
        self._store = store
        self._documents = documents

    def take(self, document: int, data: bytes, *, colour: str = COLOUR) -> Returned:
        """Store the comments of a .docx as notes of a document, in one transaction; what is there stays as it is.

        ``colour`` is for comments that were not exported from a reader. Raises LibraryError for a file that cannot be
        read or has nothing to do with the document.
        """
        opened = self._documents.open(document)
        return self.store(opened, read_back(opened, data), colour)

    def store(self, document: OpenDocument, read: ReadBack, colour: str = COLOUR) -> Returned:
        """Store what is new of the comments of a file; raises LibraryError for a file of another document."""
        rows = self._rows(document.entry.number)
        if read.found and not read.certain and not any(one.comment.uuid in rows for one in read.found):
            raise LibraryError(f"这份文件与“{document.entry.title}”的文字几乎没有相同之处，批注未导入。")
        return self._write(document, _Sorted(document, rows, colour), read.found)

    def _rows(self, document: int) -> dict[str, AnnotationRow]:
        """Return the annotations of a document by uuid, deleted ones too: what the user deleted does not come again."""
        numbers = (number for number, owner, *_ in table.changed_since(self._store, 0) if owner == document)
        return {row.uuid: row for number in numbers if (row := table.by_number(self._store, number))}

    def _write(self, document: OpenDocument, known: _Sorted, found: Sequence[Found]) -> Returned:
        from reader.anchoring.locate import place
        from reader.anchoring.quotes import QuoteFinder

        added: list[Placement] = []
        changed: list[Placement] = []
        finder = QuoteFinder(document.reading, document.outline)
        new = list(known.new(found))
        if not new:
            return Returned(known=len(found))
        placed = [(place(one, document.reading, document.outline, finder=finder), ours) for one, ours in new]
        with self._store.write() as database:
            for placement, ours in placed:
                number = table.insert(database, row_of(placement), self._store.next_seq())
                (changed if ours else added).append(_numbered(placement, number))
        return Returned(
            added=tuple(p for p in added if p.span is not None),
            known=len(found) - len(new),
            changed=tuple(changed),
            unplaced=tuple(p for p in added if p.span is None),
        )


class _Sorted:
    """Tells the comments that are new from those that are there already."""

    def __init__(self, document: OpenDocument, rows: dict[str, AnnotationRow], colour: str) -> None:
        self._document, self._rows, self._colour = document.entry.number, rows, colour
        self._uuids = set(rows)
        self._times: Counter[tuple[str, ...]] = Counter()

    def new(self, found: Sequence[Found]) -> Iterator[tuple[Annotation, bool]]:
        """Yield what is to be stored, and whether it is a changed text of ours."""
        exported = self._exported()
        for one in found:
            comment = one.comment
            own = self._own(comment)
            if own is not None:
                if comment.unchanged or folded(comment.note) == folded(own.note):
                    continue
                uuid = self._uuid(own.uuid, comment.note)
            elif not comment.uuid and not exported.isdisjoint(_ways_to_say(one)):
                continue  # the program that saved the file kept no bookmarks
            else:
                uuid = self._uuid(*self._identity(one))
            if uuid in self._uuids:
                continue
            self._uuids.add(uuid)
            yield (self._changed(own, comment, uuid), True) if own else (self._added(one, uuid), False)

    def _own(self, comment: WordComment) -> AnnotationRow | None:
        """Return the annotation a comment is; another author's on the same words is none of ours, whatever it stands on."""
        own = self._rows.get(comment.uuid or "")
        if own is None or comment.unchanged:
            return own
        return own if comment.author in (word_author(own.author), NOBODY) else None

    def _exported(self) -> set[tuple[str, str]]:
        """Return quotations and digests of the comments that were or could be exported, with tags and without."""
        found = set()
        for row in self._rows.values():
            mark = annotation_of(row)
            for span, quote in ((_SOMEWHERE, folded(mark.anchor.exact)), (None, _ANY)):
                placement = Placement(mark, "", 0, "", span)
                found |= {(quote, said_digest(comment_text(placement, tags=tags))) for tags in (True, False)}
        return found

    def _identity(self, found: Found) -> tuple[str, ...]:
        """Return what makes a comment the same when it comes again, also once the text around it was edited."""
        comment = found.comment
        said = (comment.uuid or "", comment.author, comment.created, folded(found.anchor.exact), comment.note)
        self._times[said] += 1
        return (*said, str(self._times[said]))

    def _uuid(self, *parts: str) -> str:
        """Return a uuid that is always the same for the same comment of the same document."""
        said = "\0".join((str(self._document), *parts))
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def _added(self, found: Found, uuid: str) -> Annotation:
        comment = found.comment
        return self._annotation(found.anchor, uuid, comment, comment.colour or self._colour, _note(comment))

    def _changed(self, own: AnnotationRow, comment: WordComment, uuid: str) -> Annotation:
        mark = annotation_of(own)
        text = comment.note.strip() or "（批注文字已删去）"
        name = " ".join(mark.note.split())
        cut = name if len(name) <= _EXCERPT else name[:_EXCERPT] + "……"
        return self._annotation(mark.anchor, uuid, comment, mark.colour, f"「{cut}」的修改：{text}", mark.style)

    def _annotation(
        self, anchor: Anchor, uuid: str, comment: WordComment, colour: str, note: str, style: str = "highlight"
    ) -> Annotation:
        return Annotation(
            number=0,
            uuid=uuid,
            document=self._document,
            anchor=anchor,
            style=style,
            colour=storable(colour),
            tags=tuple(map(storable, comment.tags)),
            note=storable(note),
            author=storable(comment.author),
            created=comment.created or utc_now(),
            modified=comment.created or utc_now(),
        )


def _telling(found: Found) -> bool:
    """Tell whether the words of a comment show that its file belongs to the document."""
    return found.span is not None and len(folded(found.anchor.exact)) >= _TELLING


def _ways_to_say(found: Found) -> set[tuple[str, str]]:
    digest = said_digest(found.comment.note)
    return {(folded(found.anchor.exact), digest), (_ANY, digest)}


def _note(comment: WordComment) -> str:
    """Return the text of a note, with what it answers or which inserted words it is about where that says more."""
    about = f"（针对新增文字“{comment.inserted}”）" if comment.inserted else ""
    return (f"回复{comment.answers}：" if comment.answers else "") + about + comment.note


def _numbered(placement: Placement, number: int) -> Placement:
    return replace(placement, annotation=replace(placement.annotation, number=number))
