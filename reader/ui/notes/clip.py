"""A note on its way to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData

if TYPE_CHECKING:
    from reader.library.records import OpenDocument
    from reader.ui.notes.rows import NoteRow


def note_data(document: OpenDocument, row: NoteRow) -> QMimeData:
    """Return quote, note and citation, in shape for Word and WPS and as plain text."""
    from reader.export.clipboard import quote_clip  # not needed before the first paint

    note = row.annotation.note
    words = f"{row.quote}\n{QCoreApplication.translate('notes', '批注：')}{note}" if note else row.quote
    clip = quote_clip(words, _citation(document, row))
    data = QMimeData()
    data.setHtml(clip.html)
    data.setText(clip.text)
    return data


def _citation(document: OpenDocument, row: NoteRow) -> str:
    """Return where the quote stands; of an orphan only where it stood when the note was made."""
    from reader.export.citation import cite
    from reader.structure.section import path_label

    span, sections = row.placement.span, document.outline.sections
    name, text = document.entry.title, document.reading.simplified
    if span is None:
        whole = cite(document.front, document.outline, sections[0], title=name)
        return whole + path_label(row.annotation.anchor.path) + QCoreApplication.translate("notes", "（批注时）")
    section = sections[row.placement.section]
    return cite(document.front, document.outline, section, title=name, text=text, offset=span.start)
