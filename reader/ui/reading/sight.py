"""What of a QTextDocument is in sight, line by line: the geometry that drawing and scrolling share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


_STEPS = 60  # paragraphs gone through from one that is near


class SeenLine(NamedTuple):
    """One line in the document's pixels: ``start`` and ``end`` in Qt's positions, ``baseline`` where its characters stand."""

    start: int
    end: int
    top: float
    baseline: float
    bottom: float
    left: float
    right: float
    line: QTextLine
    block_start: int
    block_left: float

    def x(self, qt_position: int) -> float:
        """Return the left edge of the character at a position (right edge of the line behind its last)."""
        if qt_position >= self.end:
            return self.right
        return self.block_left + _x(self.line, max(qt_position, self.start) - self.block_start)


def block_at(document: QTextDocument, y: float, near: int = 0) -> QTextBlock:
    """Return the paragraph at a height; ``near`` is the number of one not far from it.

    Qt's own hit test goes through all lines of a paragraph, and a document may be one single paragraph.
    """
    layout = document.documentLayout()
    block = document.findBlockByNumber(min(near, document.blockCount() - 1))
    for _ in range(_STEPS):
        rect = layout.blockBoundingRect(block)
        other = block.previous() if rect.top() > y else block.next() if rect.bottom() <= y else block
        if other == block or not other.isValid():
            return block
        block = other
    return document.findBlock(max(0, layout.hitTest(QPointF(0, max(0.0, y)), Qt.HitTestAccuracy.FuzzyHit)))


def line_at_height(document: QTextDocument, y: float, near: int = 0) -> SeenLine | None:
    """Return the line at a height, or the nearest to it."""
    block = block_at(document, y, near)
    rect = document.documentLayout().blockBoundingRect(block)
    layout = block.layout()
    if not layout.lineCount():
        return None
    index = min(_first_line(block, y - rect.top()), layout.lineCount() - 1)
    return _seen(block, layout.lineAt(index), rect.left(), rect.top())


def seen_lines(document: QTextDocument, top: float, bottom: float, near: int = 0) -> list[SeenLine]:
    """Return the lines between two heights; lays out what was not laid out yet."""
    found: list[SeenLine] = []
    layout = document.documentLayout()
    block = block_at(document, top, near)
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() > bottom:
            break
        found += _lines_of(block, rect.left(), rect.top(), top, bottom)
        block = block.next()
    return found


def _lines_of(block: QTextBlock, left: float, block_top: float, top: float, bottom: float) -> Iterator[SeenLine]:
    layout = block.layout()
    count = layout.lineCount()
    index = _first_line(block, top - block_top)
    while index < count:
        line = layout.lineAt(index)
        seen = _seen(block, line, left, block_top)
        if seen.top > bottom:
            break
        yield seen
        index += 1


def _first_line(block: QTextBlock, height: float) -> int:
    """Return the first line that reaches below a height: a search, since a paragraph may have 30,000 lines."""
    layout = block.layout()
    low, high = 0, layout.lineCount()
    while low < high:
        middle = (low + high) // 2
        line = layout.lineAt(middle)
        if line.y() + line.height() <= height:
            low = middle + 1
        else:
            high = middle
    return low


def _seen(block: QTextBlock, line: QTextLine, left: float, block_top: float) -> SeenLine:
    start = block.position() + line.textStart()
    natural = line.naturalTextRect()
    top = block_top + line.y()
    return SeenLine(
        start,
        start + line.textLength(),
        top,
        top + line.ascent(),
        top + line.height(),
        left + natural.left(),
        left + natural.right(),
        line,
        block.position(),
        left,
    )


def line_at(document: QTextDocument, qt_position: int) -> SeenLine | None:
    """Return the line that holds a position, wherever it is; everything before it gets laid out."""
    block = document.findBlock(qt_position)
    if not block.isValid():
        block = document.lastBlock()
    rect = document.documentLayout().blockBoundingRect(block)
    layout = block.layout()
    line = layout.lineForTextPosition(min(max(qt_position - block.position(), 0), block.length() - 1))
    if not line.isValid():
        return None
    return _seen(block, line, rect.left(), rect.top())


def paragraphs_rect(document: QTextDocument, start: int, end: int) -> QRectF:
    """Return the rectangle of the paragraphs that ``[start, end)`` touches."""
    layout = document.documentLayout()
    first, last = document.findBlock(start), document.findBlock(max(start, end - 1))
    if not first.isValid() or not last.isValid():
        return QRectF()
    upper, lower = layout.blockBoundingRect(first), layout.blockBoundingRect(last)
    return QRectF(upper.topLeft(), QPointF(max(upper.right(), lower.right()), lower.bottom()))


def _x(line: QTextLine, cursor: int) -> float:
    found: Any = line.cursorToX(cursor)  # a pair in some versions of PySide6
    return float(found[0] if isinstance(found, tuple) else found)
