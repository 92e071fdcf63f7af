"""A paragraph broken into lines; lengths are tenths of a point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextLayout, QTextOption

from reader.ui.export.pages.fonts import POINT, PageFonts, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter, QTextLine

    from reader.export.styles import Style
    from reader.ui.export.pages.paper import Paragraph, Piece

_LINE_END = "\u2028"
_BREAKING = str.maketrans({"\n": _LINE_END, "\u2029": " ", "\r": " ", "\0": "\ufffd"})
_TWIP = POINT / 20
_HANGING = frozenset("。，、；：")
_BASELINE = 0.36  # of the size, below the middle of the line
_SIDES = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "left": Qt.AlignmentFlag.AlignLeft,
}


class Decoration(NamedTuple):
    """Ground and line of a stretch of a line, from ``left`` to ``right``."""

    left: float
    right: float
    piece: Piece


class SetLine(NamedTuple):
    """A line of a paragraph; ``height`` is how far the next one is down, ``baseline`` how far its foot."""

    paragraph: SetParagraph | None
    number: int
    height: float
    baseline: float
    decorations: tuple[Decoration, ...] = ()
    comments: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """What the line says."""
        return "" if self.paragraph is None else self.paragraph.text_of(self.number)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Draw the letters, the top of the line at a point."""
        if self.paragraph is not None:
            line = self.paragraph.layout.lineAt(self.number)
            line.draw(painter, QPointF(at.x(), at.y() + self.baseline - line.ascent()))


class SetParagraph:
    """Keeps the layout that its lines are drawn from."""

    def __init__(self, paragraph: Paragraph, width: float, fonts: PageFonts) -> None:
        self.style = paragraph.style
        self.above = paragraph.above * POINT + paragraph.style.above * _TWIP
        self.new_page = paragraph.new_page
        self.pitch = fonts.pitch(paragraph.style) * POINT
        self._ends: list[int] = []  # of the pieces, in Qt's positions
        self._pieces = paragraph.pieces
        self.layout = _layout(paragraph, fonts, self._ends)
        _break(self.layout, paragraph.style, width)
        self.lines = tuple(self._lines())

    @property
    def below(self) -> float:
        """What is kept free below, unless more of the style follows."""
        return self.pitch if self.style.after else self.style.below * _TWIP

    @property
    def height(self) -> float:
        return self.pitch * len(self.lines)

    def text_of(self, number: int) -> str:
        """Return what one of the lines says."""
        line = self.layout.lineAt(number)
        units = self.layout.text().encode("utf-16-le", "surrogatepass")
        start = 2 * line.textStart()
        said = units[start : start + 2 * line.textLength()].decode("utf-16-le", "surrogatepass")
        return said.rstrip(_LINE_END)

    def _lines(self) -> Iterator[SetLine]:
        baseline = self.pitch / 2 + _BASELINE * self.style.size * POINT
        plain = not any(piece.marked or piece.comments for piece in self._pieces)
        for number in range(self.layout.lineCount()):
            if plain:
                yield SetLine(self, number, self.pitch, baseline)
            else:
                yield SetLine(self, number, self.pitch, baseline, *self._about(number))
        if not self.layout.lineCount():
            yield SetLine(None, 0, self.pitch, baseline)

    def _about(self, number: int) -> tuple[tuple[Decoration, ...], tuple[int, ...]]:
        """Return what is drawn about a line, and the comments that begin in it."""
        line = self.layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        drawn: list[Decoration] = []
        comments: list[int] = []
        start = 0
        for piece, end in zip(self._pieces, self._ends, strict=True):
            if first <= start < last:
                comments += piece.comments
            if piece.marked and start < last and end > first:
                drawn.append(Decoration(_x(line, max(start, first)), _x(line, min(end, last)), piece))
            start = end
        return tuple(drawn), tuple(comments)


def _layout(paragraph: Paragraph, fonts: PageFonts, ends: list[int]) -> QTextLayout:
    """Return the text with its formats; where each piece ends is put into ``ends``."""
    style, at = paragraph.style, 0
    own = fonts.letter(style)
    latin = fonts.western(style)
    ranges: list[QTextLayout.FormatRange] = []
    for piece in paragraph.pieces:
        letter = own._replace(family=piece.font or own.family, bold=own.bold or piece.bold, raised=piece.raised)
        for text, is_latin in stretches(piece.text):
            one = QTextLayout.FormatRange()
            one.start, one.length = at, _units(text)
            one.format = fonts.format(letter._replace(family=latin) if is_latin else letter)
            ranges.append(one)
            at += one.length
        ends.append(at)
    text = "".join(piece.text for piece in paragraph.pieces).translate(_BREAKING)
    layout = QTextLayout(text, fonts.format(own).font())
    layout.setFormats(ranges)
    return layout


def _break(layout: QTextLayout, style: Style, width: float) -> None:
    option = QTextOption(_SIDES.get(style.align, Qt.AlignmentFlag.AlignJustify))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if not layout.text():
        return
    size = style.size * POINT
    left, indent = style.left * size / 100, style.first_line * size / 100
    room = width - (style.left + style.right) * size / 100
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        _fill(line, layout.text(), max(size, room - indent), size)
        line.setPosition(QPointF(left + indent, 0))
        indent = 0.0
    layout.endLayout()


def _fill(line: QTextLine, text: str, room: float, size: float) -> None:
    """Take as much as there is room for; a stop that just does not fit hangs over the edge, as Word lets it."""
    line.setLineWidth(room)
    end = line.textStart() + line.textLength()
    if text[end + 1 : end + 2] in _HANGING and len(text) == _units(text):
        line.setLineWidth(room + size)
        if line.textStart() + line.textLength() != end + 2 or line.naturalTextWidth() - size > room:
            line.setLineWidth(room)


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # the stubs know only one of its two forms
    return float(found[0])


def _units(text: str) -> int:
    """Return how long Qt holds a text to be."""
    return len(text) if text.isascii() or max(text) <= "\uffff" else len(text.encode("utf-16-le", "surrogatepass")) // 2
