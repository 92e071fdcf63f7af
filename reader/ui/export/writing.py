"""What is exported, from a snapshot: pure, so it runs in the pool."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.anchoring.anchor import Placement
    from reader.export.clipboard import Clip
    from reader.library.records import OpenDocument
    from reader.settings import Settings
    from reader.text.spans import Span


def write_notes(document: OpenDocument, placements: Sequence[Placement], settings: Settings, path: Path) -> None:
    """Write the notes of a document; the old file stays whole on failure. Raises ExportFailed."""
    from reader.export.styles import GongwenType
    from reader.library.exporting import export_notes

    type_ = GongwenType(line_pitch=settings.line_pitch)
    export_notes(document, placements, path, type_=type_, author=settings.author)


def notes_clip(document: OpenDocument, placements: Sequence[Placement], settings: Settings) -> Clip:
    """Return the notes of a document for the clipboard."""
    from reader.export.clipboard import notes_clip as render
    from reader.export.styles import GongwenType
    from reader.library.exporting import notes_sheet

    return render(notes_sheet(document, placements), GongwenType(line_pitch=settings.line_pitch))


def quote_clip(document: OpenDocument, span: Span, settings: Settings) -> Clip:
    """Return a quote of the reading text with its citation for the clipboard."""
    from reader.export.citation import cite
    from reader.export.clipboard import quote_clip as render
    from reader.export.styles import GongwenType

    section = document.outline.at(span.start)
    source = cite(
        document.front,
        document.outline,
        section,
        title=document.entry.title,
        text=document.reading.simplified,
        offset=span.start,
    )
    return render(span.text(document.reading.simplified), source, GongwenType(line_pitch=settings.line_pitch))
