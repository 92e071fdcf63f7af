"""Notes and quotes onto the clipboard, as HTML for Word and WPS and as plain text for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from reader.ui.export.writing import notes_clip, quote_clip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.anchoring.anchor import Placement
    from reader.export.clipboard import Clip
    from reader.library.records import OpenDocument
    from reader.settings import Settings
    from reader.text.spans import Span


def copy_notes(document: OpenDocument, placements: Sequence[Placement], settings: Settings) -> int:
    """Copy all notes of a document; return how many."""
    _put(notes_clip(document, placements, settings))
    return len(placements)


def copy_quote(document: OpenDocument, span: Span, settings: Settings) -> None:
    """Copy a stretch of the reading text with its source."""
    _put(quote_clip(document, span, settings))


def _put(clip: Clip) -> None:
    data = QMimeData()
    data.setHtml(clip.html)
    data.setText(clip.text)
    QGuiApplication.clipboard().setMimeData(data)
