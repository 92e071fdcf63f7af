"""What goes to the clipboard, from a snapshot: pure, so it runs in the pool."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.export.wanted import NOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.anchoring.anchor import Placement
    from reader.export.clipboard import Clip
    from reader.library.records import OpenDocument
    from reader.settings import Settings
    from reader.text.spans import Span
    from reader.ui.export.wanted import WantedNotes


def notes_clip(document: OpenDocument, placements: Sequence[Placement], settings: Settings) -> Clip:
    """Return the notes of a document for the clipboard."""
    from reader.export.clipboard import notes_clip as render
    from reader.export.template import type_of
    from reader.library.exporting import notes_sheet

    return render(notes_sheet(document, placements), type_of(settings))


def wanted_clip(wanted: WantedNotes, settings: Settings) -> Clip:
    """Return the chosen notes, or the outline of what was marked, for the clipboard."""
    from reader.export.clipboard import notes_clip as render_notes
    from reader.export.clipboard import points_clip
    from reader.export.template import type_of
    from reader.library.exporting import notes_sheet

    render = render_notes if wanted.kind == NOTES else points_clip
    return render(notes_sheet(wanted.document, wanted.placements), type_of(settings), wanted.choice)


def quote_clip(document: OpenDocument, span: Span, settings: Settings) -> Clip:
    """Return a quote of the reading text with its citation for the clipboard."""
    from reader.export.citation import cite
    from reader.export.clipboard import quote_clip as render
    from reader.export.template import type_of

    section = document.outline.at(span.start)
    source = cite(
        document.front,
        document.outline,
        section,
        title=document.entry.title,
        text=document.reading.simplified,
        offset=span.start,
    )
    return render(span.text(document.reading.simplified), source, type_of(settings))
