"""What the library hands out.

Mostly named tuples, since they are made before the first paint: a dataclass takes four times as long to define.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.backups import Backup
    from db.records import AssignmentRow, ListingRow, ReadingRow, SourceRow
    from reader.library.unit_rows import UnitRows
    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline
    from reader.text.findings import Finding
    from reader.text.reading_text import ReadingText
    from reader.text.spans import Span
    from reader.units.assignment import Assignment
    from reader.units.corrections import Correction


class Entry(NamedTuple):
    """One line of the list of documents; times are UTC in ISO.

    ``title`` is never empty: without one in the text it is the file's name. ``units`` counts organs, ``notes``
    annotations, ``characters`` the reading text.
    """

    number: int
    title: str
    doc_number: str | None
    issuer: str | None
    issued_on: str | None
    file: str
    imported_at: str
    sections: int
    units: int
    notes: int
    traditional: bool
    binned_at: str | None
    title_typed: bool
    characters: int
    stage: str = ""  # which draft it is (征求意见稿), as the title, the file's name or the user says


@dataclass(frozen=True)
class OpenDocument:
    """A document with everything derived from it; a snapshot that any thread may read.

    ``assignments`` are as the user wants them: with the ``corrections``, of which those in ``unmet`` found nothing left
    to change.
    """

    entry: Entry
    source: str
    reading: ReadingText
    front: FrontMatter
    outline: Outline
    assignments: Sequence[Assignment]
    findings: Sequence[Finding]
    kept: tuple[Span, ...] = ()  # stretches of the source text whose cleaning the user took back
    corrections: tuple[Correction, ...] = ()
    unmet: tuple[Correction, ...] = ()
    read: Sequence[Assignment] = ()  # the assignments without the corrections; empty where there are none

    @property
    def as_read(self) -> Sequence[Assignment]:
        """The assignments as they were read, whatever the user corrected."""
        return self.read if self.corrections else self.assignments


class Prepared(NamedTuple):
    """A file read and derived, ready to be stored in one short transaction."""

    file: str  # its name, without the folder
    sha256: str
    source: SourceRow
    reading: ReadingRow
    assignments: tuple[AssignmentRow, ...]
    listing: ListingRow
    units: UnitRows
    false_alarm: bool = False


class Imported(NamedTuple):
    """A file that is in the library now; ``status`` is new, or known where its bytes were there already."""

    number: int
    file: str
    status: str


class Failure(NamedTuple):
    """A file that could not be imported; ``mark`` is its 密级 where that is why."""

    file: str
    reason: str
    mark: str | None = None


class ImportReport(NamedTuple):
    """What became of each file."""

    imported: tuple[Imported, ...] = ()
    failures: tuple[Failure, ...] = ()


class Changes(NamedTuple):
    """What a write touched; kinds: documents, annotations, derivations, session, units (corrected in the documents),
    roster (the office's list or which names are one unit), comparisons, excerpts.
    """

    documents: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, document: int, *kinds: str) -> Changes:
        return cls(frozenset((document,)), frozenset(kinds))


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A section in which the query occurs ``count`` times; ``offset`` is the first place in the reading text."""

    document: int
    section: int
    path: str
    excerpt: str
    count: int
    offset: int


class NoteHit(NamedTuple):
    """An annotation whose note, quote or tags hold the query."""

    annotation: int
    document: int
    section: int
    path: str
    excerpt: str


class SearchResult(NamedTuple):
    """``total`` counts occurrences in documents, also those behind the last hit that is listed."""

    query: str
    total: int = 0
    hits: tuple[SearchHit, ...] = ()
    notes: tuple[NoteHit, ...] = ()


class CheckFinding(NamedTuple):
    """Something wrong with the library; ``detail`` is a Chinese sentence."""

    kind: str  # structure, source, annotation, correction, roster, comparison, draft, excerpt, index, backup
    detail: str
    document: int | None = None
    annotation: int | None = None


class CheckReport(NamedTuple):
    """Whether the library is whole, its backups newest first, and how to restore one, as sentences."""

    ok: bool
    findings: tuple[CheckFinding, ...] = ()
    backups: tuple[Backup, ...] = ()
    how_to_restore: tuple[str, ...] = ()
