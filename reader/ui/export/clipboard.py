"""Notes and quotes onto the clipboard, as HTML for Word and WPS and as plain text for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from reader.ui.export.writing import quote_clip

if TYPE_CHECKING:
    from reader.export.clipboard import Clip
    from reader.library.records import OpenDocument
    from reader.settings import Settings
    from reader.text.spans import Span


def copy_quote(document: OpenDocument, span: Span, settings: Settings) -> None:
    """Copy a stretch of the reading text with its source."""
    put(quote_clip(document, span, settings))


def put(clip: Clip) -> None:
    """Put something into the clipboard."""
    data = QMimeData()
    data.setHtml(clip.html)
    data.setText(clip.text)
    QGuiApplication.clipboard().setMimeData(data)
