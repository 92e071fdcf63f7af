"""Paints a page that was set: on the screen, into a PDF file, on a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from reader.ui.export.pages.fonts import MILLIMETRE, POINT, PageFonts, font_of
from reader.ui.export.pages.setting import foot_height

if TYPE_CHECKING:
    from reader.ui.export.pages.paper import Paper
    from reader.ui.export.pages.set_paragraph import Decoration, SetLine
    from reader.ui.export.pages.setting import SetPage

_INK = QColor("#000000")
_RISE, _DEPTH = 0.86, 0.2  # of the size, above and below the foot of the letters
_RULE = 0.5 * POINT
_THIN = 0.75 * POINT
_PENS = {
    "dotted": Qt.PenStyle.DotLine,
    "dash": Qt.PenStyle.DashLine,
    "dotDash": Qt.PenStyle.DashDotLine,
    "dotDotDash": Qt.PenStyle.DashDotDotLine,
}


def paint_page(painter: QPainter, paper: Paper, page: SetPage, total: int | None = None) -> None:
    """Paint a page, the corner of the sheet at the origin, a tenth of a point a unit.

    ``total`` is how many pages there are, where that is known.
    """
    sheet = paper.page
    painter.save()
    painter.translate(sheet.left * MILLIMETRE, sheet.top * MILLIMETRE)
    for line, at in page.lines:
        for decoration in line.decorations:
            _ground(painter, line, at, decoration)
    for line, at in page.lines:
        painter.setPen(_INK)
        line.draw(painter, at)
        for decoration in line.decorations:
            _line(painter, line, at, decoration)
    painter.setPen(QPen(_INK, _RULE))
    painter.drawLines(page.rules)
    _number(painter, paper, page.number, total)
    painter.restore()


def _ground(painter: QPainter, line: SetLine, at: QPointF, drawn: Decoration) -> None:
    if drawn.piece.ground:
        size = _size(line)
        top = at.y() + line.baseline - _RISE * size
        rect = QRectF(at.x() + drawn.left, top, drawn.right - drawn.left, (_RISE + _DEPTH) * size)
        painter.fillRect(rect, QColor(f"#{drawn.piece.ground}"))


def _line(painter: QPainter, line: SetLine, at: QPointF, drawn: Decoration) -> None:
    size, foot = _size(line), at.y() + line.baseline
    left, right = at.x() + drawn.left, at.x() + drawn.right
    if drawn.piece.struck:
        painter.setPen(QPen(_INK, _THIN))
        painter.drawLine(QLineF(left, foot - 0.32 * size, right, foot - 0.32 * size))
    if not drawn.piece.line or drawn.piece.line == "none":
        return
    y = foot + _DEPTH * size
    pen = QPen(
        QColor(f"#{drawn.piece.line_colour or '000000'}"), _THIN, _PENS.get(drawn.piece.line, Qt.PenStyle.SolidLine)
    )
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    if drawn.piece.line == "wave":
        painter.drawPath(_wave(left, right, y))
        return
    painter.drawLine(QLineF(left, y, right, y))
    if drawn.piece.line == "double":
        painter.drawLine(QLineF(left, y + 2 * POINT, right, y + 2 * POINT))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path, x, up = QPainterPath(QPointF(left, y)), left, True
    while x < right:
        middle, x = x + POINT, min(x + 2 * POINT, right)
        path.quadTo(QPointF(middle, y + (-1.4 if up else 1.4) * POINT), QPointF(x, y))
        up = not up
    return path


def _size(line: SetLine) -> float:
    return line.paragraph.style.size * POINT if line.paragraph is not None else 0.0


def _number(painter: QPainter, paper: Paper, number: int, total: int | None) -> None:
    """Write — 1 —, one character in, on odd pages at the right; on a table 第1页　共2页 in the middle."""
    sheet, y = paper.page, foot_height(paper.page)
    fonts = PageFonts(paper.type)
    style = paper.type.style(("PageEven", "PageOdd")[number % 2] if sheet.dashes else "PageTotal")
    font = font_of(fonts.letter(style))
    said = f"— {number} —" if sheet.dashes else f"第{number}页" + (f"　共{total}页" if total else "")
    metrics, width = QFontMetricsF(font), sheet.text_width * MILLIMETRE
    advance = metrics.horizontalAdvance(said)
    inside = style.size * POINT
    places = {"right": width - inside - advance, "left": inside}
    painter.setFont(font)
    painter.setPen(_INK)
    painter.drawText(QPointF(places.get(style.align, (width - advance) / 2), y), said)
