"""From an open document to a typeset QTextDocument.

The text goes in at once in one body format; headings are set for the first screen before it is painted and for the
rest in slices. Laying out is Qt's own and lazy, so a million characters open as quickly as in a bare text widget,
provided that the document is filled before a widget (and with it a width) is attached.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtGui import QTextCursor, QTextDocument

from reader.ui.reading.paragraphs import Paragraph, Paragraphs, Part
from reader.ui.reading.title_lines import title_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from reader.text.spans import Span
    from reader.ui.reading.page_style import PageStyle
    from reader.ui.reading.positions import ShownText
    from reader.ui.reading.title_lines import TitleShape


def lay_out(shown: ShownText, style: PageStyle, parent: QObject) -> QTextDocument:
    """Return a document that holds the shown text, all of it as body text."""
    made = QTextDocument(parent)
    made.setUndoRedoEnabled(False)
    made.setDefaultFont(style.body_font())
    made.setDocumentMargin(0)
    frame = made.rootFrame().frameFormat()
    frame.setLeftMargin(style.edge)
    frame.setRightMargin(style.edge)
    frame.setTopMargin(round(2.4 * style.em))
    frame.setBottomMargin(4 * style.line)
    made.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(made)
    cursor.setBlockFormat(style.body_block())
    cursor.insertText(shown.qt_text)
    return made


class _Piece(NamedTuple):
    """Something to be set, at an offset of the reading text: a paragraph that is not plain, or furniture."""

    offset: int
    paragraph: Paragraph | None
    furniture: Span | None  # in shown offsets


class Typesetting:
    """Sets what is not plain body text, in any order and in slices; what is set stays set."""

    def __init__(
        self,
        document: QTextDocument,
        shown: ShownText,
        style: PageStyle,
        paragraphs: Paragraphs,
        measure: int,
    ) -> None:
        """``measure`` is the number of characters that a line holds now, which may be fewer than the style wants."""
        self._document = document
        self._shown = shown
        self._style = style
        self._paragraphs = paragraphs
        self._measure = measure
        self._titles = {p.span.start: p.span.end + 1 for p in paragraphs.titles}
        self._behind_titles = frozenset(self._titles.values())
        self._first_title = paragraphs.first_title
        self._set: set[_Piece] = set()
        self._furniture = [(shown.to_offset(s.start), s) for s in shown.furniture]
        self._reached = 0

    @property
    def done(self) -> bool:
        return self._reached > self._paragraphs.length

    @property
    def reached(self) -> int:
        """Offset up to which everything is set."""
        return self._reached

    def set_next(self, characters: int) -> None:
        """Set the next stretch of the reading text."""
        start, self._reached = self._reached, self._reached + characters
        self.set_between(start, self._reached)

    def set_measure(self, measure: int) -> None:
        """Break the titles anew for lines of another length."""
        if measure != self._measure:
            self._measure = measure
            cursor = QTextCursor(self._document)
            cursor.beginEditBlock()
            for title in self._paragraphs.titles:
                self._set_paragraph(cursor, title)
            cursor.endEditBlock()

    def set_between(self, start: int, end: int) -> None:
        """Set everything that begins between two offsets and is not set yet."""
        todo = [piece for piece in self._pieces(start, end) if piece not in self._set]
        if not todo:
            return
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for piece in todo:
            self._set_one(cursor, piece)
        cursor.endEditBlock()
        self._set.update(todo)

    def _pieces(self, start: int, end: int) -> list[_Piece]:
        pieces = [_Piece(p.span.start, p, None) for p in self._paragraphs.between(start, end)]
        first = bisect_left(self._furniture, start, key=_offset)
        last = bisect_left(self._furniture, end, lo=first, key=_offset)
        pieces += [_Piece(at, None, span) for at, span in self._furniture[first:last]]
        return sorted(pieces, key=_offset)

    def _set_one(self, cursor: QTextCursor, piece: _Piece) -> None:
        if piece.furniture is not None:
            self._set_furniture(cursor, piece.furniture)
        if piece.paragraph is not None:
            self._set_paragraph(cursor, piece.paragraph)

    def _set_paragraph(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        lead = paragraph.lead if paragraph.lead.end > paragraph.lead.start else paragraph.span
        start, end = self._shown.qt_span(lead)
        block = self._style.block(
            paragraph.part,
            bare=paragraph.bare,
            room_above=paragraph.span.start > 0 and paragraph.span.start not in self._behind_titles,
            room_below=self._room_below(paragraph),
            balanced=(paragraph.span.end - paragraph.span.start, self._measure),
        )
        shape = self._title_shape(start, end) if paragraph.part is Part.TITLE else None
        if shape is not None:
            self._style.shape_title(block, shape, self._measure)
        cursor.setPosition(start)
        cursor.setBlockFormat(block)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self._style.text(paragraph.part))
        for line in shape.lines if shape is not None else ():
            if line.spacing:
                cursor.setPosition(start + line.start)
                cursor.setPosition(start + line.end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(self._style.spaced(line))

    def _title_shape(self, start: int, end: int) -> TitleShape | None:
        """Return the lines of a title between two positions; one with characters of two units is left to itself."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        title = cursor.selectedText()
        if len(title) != end - start:
            return None
        return title_shape(title, self._shown.text, self._style.title_capacity(self._measure))

    def _room_below(self, paragraph: Paragraph) -> float:
        if paragraph.part is not Part.TITLE or paragraph.span.end + 1 in self._titles:
            return 0.0
        return self._style.line * 0.5 + (self._style.meta_height if paragraph == self._first_title else 0.0)

    def _set_furniture(self, cursor: QTextCursor, span: Span) -> None:
        text = span.text(self._shown.text)
        whole_lines = text.startswith("\n") or text.endswith("\n")
        start = span.start + text.startswith("\n")
        end = span.end - text.endswith("\n")
        cursor.setPosition(self._shown.to_qt(start))
        cursor.setPosition(min(self._shown.to_qt(end), self._shown.qt_length), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(self._style.furniture())
        if whole_lines:
            cursor.setBlockFormat(self._style.furniture_block())


def _offset(piece: Sequence[Any]) -> int:
    return int(piece[0])
