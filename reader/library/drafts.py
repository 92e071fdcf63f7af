"""The drafts of one text: which stage each is at, and which comes before which."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db import drafts as table
from db.drafts import DraftRow
from reader.comparison.drafts import is_issued, series_key, stage_order
from reader.library.errors import NotFound
from reader.library.records import Changes
from reader.library.stored_text import storable, utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from db.connection import Store
    from reader.library.documents import Documents
    from reader.library.records import Entry


_OWN = "\0"  # begins the series of a document that is no draft of another


class Draft(NamedTuple):
    """A document as a draft of a text; ``stage`` is empty where it is unknown, ``typed`` where the user said something.

    ``typed_stage`` and ``series_of`` are what was said, None where it is as recognised: ``set`` takes them back.
    """

    document: int
    series: str
    stage: str
    typed: bool
    typed_stage: str | None = None
    series_of: int | None = None


class Drafts:
    """Tells drafts by titles and file names, and by what the user said."""

    def __init__(self, store: Store, documents: Documents) -> None:
        self._store = store
        self._documents = documents

    def of(self, document: int) -> Draft:
        """Return a document as a draft."""
        return self._draft(self._documents.entry(document), table.typed(self._store))

    def series(self, document: int) -> tuple[Draft, ...]:
        """Return the drafts of the text that a document is one of, the oldest first; without those in the bin."""
        typed = table.typed(self._store)
        this = self._documents.entry(document)
        own = self._draft(this, typed)
        others = [e for e in self._documents.entries() if e.number != document and _may_belong(e, this)]
        drafts = {e.number: self._draft(e, typed) for e in others} | {document: own}
        of_text = [e for e in (*others, this) if drafts[e.number].series == own.series or e is this]
        return tuple(drafts[e.number] for e in _oldest_first(of_text if own.series else [this]))

    def previous(self, document: int) -> int | None:
        """Return the draft right before a document."""
        numbers = [draft.document for draft in self.series(document)]
        at = numbers.index(document)
        return numbers[at - 1] if at else None

    def set(self, document: int, *, stage: str | None = None, series_of: int | None = None) -> Changes:
        """Keep which stage a document is at and whose drafts it belongs to; None is as recognised.

        Belonging to itself it is a draft of nothing else. An empty stage says that it has none.
        """
        typed = table.typed(self._store)
        self._documents.entry(document)
        root = self._root(series_of, typed) if series_of is not None else None
        if root == document and series_of != document:
            root = None  # the other belongs to this one already
        said = None if stage is None else "".join(storable(stage).split())
        key = self._series(self._documents.entry(root), typed) if root is not None else None
        with self._store.write() as database:
            self._store.next_seq()
            if said is None and root is None:
                table.withdraw(database, document)
            else:
                table.put(database, DraftRow(document, said, root, key, utc_now()))
        return Changes.of(document, "documents")

    def _draft(self, entry: Entry, typed: Mapping[int, DraftRow]) -> Draft:
        said = typed.get(entry.number)
        series = self._series(entry, typed)
        if said is None:
            return Draft(entry.number, series, entry.stage, False)
        return Draft(entry.number, series, entry.stage, True, said.stage, said.series_of)

    def _series(self, entry: Entry, typed: Mapping[int, DraftRow]) -> str:
        """Return what the drafts of one text share: as the user said, else as recognised."""
        said = typed.get(entry.number)
        if said is None or said.series_of is None:
            return series_key(entry.title, entry.file)
        if said.series_of == entry.number:
            return f"{_OWN}{entry.number}"
        try:
            return self._series(self._documents.entry(said.series_of), typed)
        except NotFound:
            return said.series or ""  # as it was when that document was still there

    def _root(self, document: int, typed: Mapping[int, DraftRow]) -> int:
        """Return the document that a document belongs to, and that belongs to no other."""
        seen = {document}
        while (said := typed.get(document)) and said.series_of is not None and said.series_of not in seen:
            seen.add(document := said.series_of)
        return document


def _may_belong(entry: Entry, to: Entry) -> bool:
    """Leave out a copy of the same edition, and what another organ issued under the same title."""
    if entry.stage == to.stage and entry.doc_number and entry.doc_number == to.doc_number:
        return False
    issued = is_issued(entry.stage) and is_issued(to.stage)
    return not (issued and entry.issuer and to.issuer and entry.issuer != to.issuer)


def _oldest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return what was issued by its date, and each draft before what came of it.

    A draft without a date led to what was issued last; one that revises (修订草案) comes behind the only one issued.
    """
    every = list(entries)
    issued = [entry for entry in every if is_issued(entry.stage)]
    drafts = [entry for entry in every if not is_issued(entry.stage)]
    issued.sort(key=lambda e: (e.issued_on is None, e.issued_on or "", e.number))
    drafts.sort(key=lambda e: (*stage_order(e.stage, e.file), e.number))
    placed = [(_behind(draft, issued), 0, draft) for draft in drafts]
    placed += [(place, 1, entry) for place, entry in enumerate(issued)]
    return [entry for _, _, entry in sorted(placed, key=lambda item: item[:2])]


def _behind(draft: Entry, issued: Sequence[Entry]) -> int:
    """Return how many of what was issued were there before a draft."""
    if draft.issued_on:
        return sum((e.issued_on or draft.issued_on) < draft.issued_on for e in issued)
    if len(issued) == 1 and ("修订" in draft.stage or "修正" in draft.stage):
        return 1
    return max(0, len(issued) - 1)
