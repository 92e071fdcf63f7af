"""How what was found looks: place, excerpt with the words found marked, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.text.folding import fold, folded
from reader.text.spans import Span
from reader.ui.search.model import ROW, Group, Hit
from reader.ui.widgets.painting import paint_ground, smaller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_MARGIN, _LINES = 6, 3
_SMALL = 0.88  # of the size of the title


class SearchDelegate(QStyledItemDelegate):
    """Paints documents as headings and hits as a small line with the excerpt under it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.query = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        paint_ground(painter, option, self.theme)
        inner = rect.adjusted(_MARGIN + 2, _MARGIN, -_MARGIN - 2, -_MARGIN)
        if isinstance(row, Group):
            self._paint_group(painter, inner, row, option.font)
        else:
            self._paint_hit(painter, inner, row, option.font)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractScrollArea) else option.rect.width()
        if isinstance(row, Group):
            return QSize(width, QFontMetrics(_bold(option.font)).height() + 2 * _MARGIN)
        layout = self._laid_out(row, option.font, width - 2 * (_MARGIN + 2))
        small = QFontMetrics(smaller(option.font, _SMALL)).height()
        return QSize(width, 2 * _MARGIN + small + 2 + round(_height(layout)))

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group, font: QFont) -> None:
        count = str(group.count)
        painter.setFont(smaller(font, _SMALL))
        painter.setPen(QColor(self.theme.secondary))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = rect.width() - painter.fontMetrics().horizontalAdvance(count) - 8
        painter.setFont(_bold(font))
        painter.setPen(QColor(self.theme.ink))
        title = painter.fontMetrics().elidedText(group.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: Hit, font: QFont) -> None:
        painter.setFont(smaller(font, _SMALL))
        metrics = painter.fontMetrics()
        painter.setPen(QColor(self.theme.unit if hit.note else self.theme.secondary))
        painter.drawText(QPointF(rect.left(), rect.top() + metrics.ascent()), hit.place)
        if hit.count > 1:
            painter.setPen(QColor(self.theme.faint))
            line = QRect(rect.left(), rect.top(), rect.width(), metrics.height())
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, str(hit.count))
        painter.setPen(QColor(self.theme.ink))
        layout = self._laid_out(hit, font, rect.width())
        layout.draw(painter, QPointF(rect.left(), rect.top() + metrics.height() + 2))

    def _laid_out(self, hit: Hit, font: QFont, width: int) -> QTextLayout:
        text = hit.excerpt.replace("\n", " ")
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._found(text, span) for span in occurrences(text, self.query)])
        layout.beginLayout()
        y, lines = 0.0, 0
        while lines < _LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, y))
            y, lines = y + line.height() * 1.15, lines + 1
        layout.endLayout()
        return layout

    def _found(self, text: str, span: Span) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        # QTextLayout counts UTF-16 units.
        found.start = len(text[: span.start].encode("utf-16-le")) // 2
        found.length = len(span.text(text).encode("utf-16-le")) // 2
        look = QTextCharFormat()
        look.setBackground(QColor(self.theme.find))
        found.format = look
        return found


def occurrences(text: str, query: str) -> Iterator[Span]:
    """Yield where a query (or, where it does not stand as a whole, each of its words) stands in an excerpt."""
    whole = fold(text)
    wanted = [folded(query)] if folded(query) in whole.text else [folded(word) for word in query.split()]
    for needle in filter(None, wanted):
        at = whole.text.find(needle)
        while at >= 0:
            yield whole.span(Span(at, at + len(needle)))
            at = whole.text.find(needle, at + len(needle))


def _height(layout: QTextLayout) -> float:
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    return 0.0 if last is None else last.y() + last.height()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
