"""The words of a difference, broken into lines: what is old struck through, what is new underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextOption

from reader.ui.compare.difference_words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPainter

    from reader.ui.compare.differences import Difference
    from reader.ui.theme import Theme

_SIDE = 36  # characters of one side of a change that are shown
_CLAUSE = 36  # characters of the name of a clause
_LINES = 6


class Part(NamedTuple):
    """A run of words of one look."""

    text: str
    format: QTextCharFormat | None = None


class Block(NamedTuple):
    """A difference laid out for one width."""

    layout: QTextLayout
    lines: int
    score: str
    remark: list[str]
    hints: list[str]

    def draw(self, painter: QPainter, left: int, top: int) -> None:
        """Draw the words."""
        self.layout.draw(painter, QPointF(left, top))


def change_parts(row: Difference, theme: Theme) -> list[Part]:
    """Return the words of a row and how each run of them looks."""
    if not row.is_change:
        return [Part(_short(row.text, _CLAUSE))]
    old, new, quiet = _struck(theme), _underlined(theme), _coloured(theme.secondary)
    if row.old and row.new:
        return [Part(_short(row.old), old), Part(" → ", quiet), Part(_short(row.new), new)]
    behind = tr("（“{0}”之后）").format(row.before) if row.before else ""
    verb, words = (tr("删去 "), Part(_short(row.old), old)) if row.old else (tr("增加 "), Part(_short(row.new), new))
    return [Part(verb, quiet), words, Part(behind, quiet)]


def broken(parts: Sequence[Part], font: QFont, width: int, line_height: int) -> tuple[QTextLayout, int]:
    """Break words into lines of a width and a height; returns how many lines there are too."""
    layout = QTextLayout("".join(part.text for part in parts), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_ranges(parts)))
    count = 0
    layout.beginLayout()
    while count < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, count * line_height + (line_height - line.height()) / 2))
        count += 1
    layout.endLayout()
    return layout, count


def _ranges(parts: Sequence[Part]) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for part in parts:
        length = len(part.text.encode("utf-16-le")) // 2  # what Qt counts
        if part.format is not None and length:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, length, part.format
            found.append(one)
        start += length
    return found


def _coloured(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    return made


def _struck(theme: Theme) -> QTextCharFormat:
    made = _coloured(theme.removed)
    made.setFontStrikeOut(True)
    return made


def _underlined(theme: Theme) -> QTextCharFormat:
    made = _coloured(theme.added)
    made.setFontUnderline(True)
    return made


def _short(text: str, most: int = _SIDE) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most] + "…"
