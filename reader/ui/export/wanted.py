"""What is to be exported, from a snapshot: pure, so it runs in the pool."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.export.choices import NoteChoice
from reader.export.digest import Digest
from reader.ui.export.formats import PDF, WORD

if TYPE_CHECKING:
    from pathlib import Path

    from reader.anchoring.anchor import Placement
    from reader.export.styles import GongwenType
    from reader.library.records import OpenDocument
    from reader.progress import CancelToken, Progress
    from reader.settings import Settings
    from reader.ui.export.pages.paper import Paper

NOTES, POINTS, ANNOTATED, DIGEST = "notes", "points", "annotated", "digest"


class WantedNotes(NamedTuple):
    """The notes of a document: ``notes``, ``points`` or ``annotated``."""

    kind: str
    document: OpenDocument
    placements: tuple[Placement, ...]
    choice: NoteChoice = NoteChoice()

    @property
    def total(self) -> int:
        """How many notes leave."""
        from reader.export.choices import chosen

        return len(chosen(self.placements, self.choice, self.document.outline))


class WantedDigest(NamedTuple):
    """The digest."""

    digest: Digest = Digest()

    @property
    def kind(self) -> str:
        return DIGEST

    @property
    def total(self) -> int:
        """How many excerpts leave."""
        return len(self.digest.clippings)


Wanted = WantedNotes | WantedDigest


def made(wanted: Wanted, suffix: str, type_: GongwenType, author: str) -> bytes:
    """Return the file. Raises ValueError for a suffix that the kind has not got."""
    now = datetime.now(UTC)
    if isinstance(wanted, WantedDigest):
        from reader.export.digest_files import render as render_digest

        return render_digest(wanted.digest, suffix, type_, author, now)
    from reader.export.notes_files import render
    from reader.library.exporting import notes_sheet

    sheet = notes_sheet(wanted.document, wanted.placements)
    return render(sheet, wanted.kind, suffix, wanted.choice, type_, author, now)


def paper_of(wanted: Wanted, suffix: str, settings: Settings, most: int | None = None) -> Paper:
    """Return the Word or PDF file as it goes to the printer, or only about its first ``most`` characters.

    A PDF file has no comments: the notes of an annotated document are numbered, and stand behind the text.
    """
    from reader.export.template import type_of
    from reader.ui.export.pages.word_paper import word_paper

    type_ = type_of(settings)
    if suffix == PDF and isinstance(wanted, WantedNotes) and wanted.kind == ANNOTATED:
        from reader.export.choices import chosen
        from reader.library.exporting import notes_sheet
        from reader.ui.export.pages.paper import beginning
        from reader.ui.export.pages.read_paper import PrintChoice, printed_paper

        leaving = chosen(wanted.placements, wanted.choice, wanted.document.outline)
        sheet = notes_sheet(wanted.document, leaving)
        paper = printed_paper(sheet, type_, PrintChoice(notes=True, outward=wanted.choice.outward))
        blocks, whole = beginning(paper.blocks, most)
        return paper._replace(blocks=blocks, whole=whole)
    return word_paper(made(wanted, WORD, type_, settings.author), type_, most)


def write(wanted: Wanted, path: Path, settings: Settings, cancel: CancelToken, progress: Progress) -> int:
    """Write the file as the path ends and return how many notes or excerpts are in it.

    The file that was there stays as it was if this fails or is stopped. Raises ExportFailed, Cancelled.
    """
    from reader.export.atomic import write_atomically
    from reader.export.template import type_of

    suffix = path.suffix.lower()
    if suffix == PDF:
        from reader.ui.export.pages.pdf import pdf_of

        data = pdf_of(paper_of(wanted, suffix, settings), path.stem, cancel, progress)
    else:
        data = made(wanted, suffix, type_of(settings), settings.author)
    cancel.check()
    write_atomically(path, data)
    return wanted.total
