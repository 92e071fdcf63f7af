"""Draws what is about the text: bands behind paragraphs, fills and lines of marks, strikes over the text.

Marks are drawn, not written into the document as formats: adding, recolouring or removing one costs a repaint and no
layout, any number may overlap, and only those in view cost anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from reader.ui.reading.sheet import LOWER
from reader.ui.reading.sight import SeenLine, paragraphs_rect, seen_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QFont, QTextDocument

    from reader.ui.reading.shapes import Band, Layer, Shape

_OVER = frozenset(("strike",))
_UNDER = 0.9  # em below a line in which the word of a band stands where there is none behind it
_RAISE = 3.0  # px between lines of marks that lie over one another


class Drawing:
    """One paint of the part of a document that is in sight; the painter is moved to the document's pixels."""

    def __init__(self, painter: QPainter, document: QTextDocument, sight: QRectF, em: float, near: int = 0) -> None:
        self._painter = painter
        self._document = document
        self._em = em
        self._lines = seen_lines(document, sight.top(), sight.bottom(), near)

    @property
    def start(self) -> int:
        return self._lines[0].start if self._lines else 0

    @property
    def end(self) -> int:
        return self._lines[-1].end + 1 if self._lines else 0

    def onto(self, painter: QPainter) -> None:
        """Go on with another painter, above what was painted in between."""
        self._painter = painter

    def bands(self, bands: Iterable[Band], left: float, right: float) -> None:
        """Fill the ground of whole paragraphs and draw the bar at their side."""
        for band in bands:
            if band.end <= self.start or band.start >= self.end:
                continue
            rect = paragraphs_rect(self._document, max(band.start, self.start), min(band.end, self.end))
            rect = QRectF(left, rect.top() + LOWER * self._em, right - left, rect.height())
            if band.fill:
                self._painter.fillRect(rect, QColor(band.fill))
            if band.bar:
                self._bar(rect, band)

    def _bar(self, rect: QRectF, band: Band) -> None:
        colour = QColor(band.colour)
        if band.bar == "dotted":
            x = rect.left() + 1
            self._stroke(QPointF(x, rect.top()), QPointF(x, rect.bottom()), band.colour, 2.0, Qt.PenStyle.DotLine)
            return
        self._painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), colour)
        if band.bar == "double":
            self._painter.fillRect(QRectF(rect.left() + 4, rect.top(), 1.5, rect.height()), colour)

    def band_labels(self, bands: Iterable[Band], font: QFont, right: float) -> None:
        """Write the word of each band behind its last line, or under the end of it where there is no room."""
        self._painter.setFont(font)
        metrics = self._painter.fontMetrics()
        for band in bands:
            if not band.label or not self.start <= band.end - 1 < self.end:
                continue
            line = next((one for one in reversed(self._lines) if one.start < band.end), None)
            if line is None:
                continue
            width = metrics.horizontalAdvance(band.label)
            behind = line.right + 0.4 * self._em
            room = behind + width <= right
            at = QPointF(behind, line.baseline) if room else QPointF(right - width, line.baseline + _UNDER * self._em)
            self._painter.setPen(QColor(band.colour))
            self._painter.drawText(at, band.label)

    def under(self, layer: Layer) -> None:
        """Draw what lies under the text: all fills first, then the lines."""
        shapes = list(layer.within(self.start, self.end))
        for shape in shapes:
            if shape.fill:
                colour = QColor(shape.fill)
                for _, rect in self._pieces(shape):
                    self._painter.fillRect(rect, colour)
        self._lines_of([s for s in shapes if s.line and s.line not in _OVER])
        for shape in shapes:
            if shape.noted:
                self._note_corner(shape)

    def over(self, layer: Layer) -> None:
        """Draw what lies over the text."""
        for shape in layer.within(self.start, self.end):
            if shape.line in _OVER:
                for line, rect in self._pieces(shape):
                    y = line.baseline - 0.36 * self._em
                    self._stroke(QPointF(rect.left(), y), QPointF(rect.right(), y), shape.colour, 1.4)

    def _pieces(self, shape: Shape) -> Iterator[tuple[SeenLine, QRectF]]:
        """Yield the shape's part of every line in sight: from a little above its characters to a little below."""
        for line in self._lines:
            if line.end <= shape.start or line.start >= shape.end:
                continue
            left, right = line.x(shape.start), line.x(shape.end)
            top = line.baseline - 0.98 * self._em
            yield line, QRectF(left, top, right - left, 1.26 * self._em)

    def _lines_of(self, shapes: Sequence[Shape]) -> None:
        levels: list[int] = []  # ends of the lines drawn so far: who comes before they end goes one step lower
        for shape in shapes:
            level = next((i for i, end in enumerate(levels) if end <= shape.start), len(levels))
            levels[level : level + 1] = [shape.end]
            for _, rect in self._pieces(shape):
                self._line(rect, shape, rect.bottom() + min(level, 2) * _RAISE)

    def _line(self, rect: QRectF, shape: Shape, y: float) -> None:
        left, right = QPointF(rect.left(), y), QPointF(rect.right(), y)
        if shape.line == "wavy":
            self._wave(left, right, shape.colour)
        elif shape.line == "double":
            self._stroke(left, right, shape.colour, 1.2)
            self._stroke(left + QPointF(0, 3), right + QPointF(0, 3), shape.colour, 1.2)
        elif shape.line == "dotted":
            self._stroke(left, right, shape.colour, 1.2, Qt.PenStyle.DotLine)
        else:
            self._stroke(left, right, shape.colour, 2.0 if shape.line == "foot" else 1.4)

    def _stroke(
        self, left: QPointF, right: QPointF, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> None:
        self._painter.setPen(QPen(QColor(colour), width, style, Qt.PenCapStyle.FlatCap))
        self._painter.drawLine(left, right)

    def _wave(self, left: QPointF, right: QPointF, colour: str) -> None:
        path, x, up = QPainterPath(left), left.x(), True
        while x < right.x():
            x = min(x + 3, right.x())
            path.lineTo(x, left.y() + (-1.5 if up else 1.5))
            up = not up
        self._painter.setPen(QPen(QColor(colour), 1.3))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def _note_corner(self, shape: Shape) -> None:
        """A small flag where a mark with a note ends."""
        pieces = list(self._pieces(shape))
        if not pieces or not self.start <= shape.end - 1 < self.end:
            return
        tip = pieces[-1][1].topRight()
        size = 0.32 * self._em
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(shape.colour))
        self._painter.drawPolygon(QPolygonF([tip, tip - QPointF(size, 0), tip + QPointF(0, size)]))
