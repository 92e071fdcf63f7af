"""How a document looks in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.library.model import ENTRY, SHARED
from reader.ui.theme import RADIUS, Theme

if TYPE_CHECKING:
    from reader.library.records import Entry

Index = QModelIndex | QPersistentModelIndex
_MARGIN, _GAP, _TITLE_LINES = 8, 4, 2


class LibraryDelegate(QStyledItemDelegate):
    """Title on up to two lines, then number and issuer, then what is in it; a red bar at what is being read."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.open_numbers: frozenset[int] = frozenset()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, entry)
        inner = rect.adjusted(_MARGIN + 4, _MARGIN, -_MARGIN, -_MARGIN)
        y = inner.top()
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.ink))
        for line in wrapped(entry.title, option.font, inner.width(), _TITLE_LINES):
            painter.drawText(QPointF(inner.left(), y + metrics.ascent()), line)
            y += metrics.height()
        y += _GAP
        painter.setFont(_small(option.font))
        painter.setPen(QColor(self.theme.secondary))
        small = painter.fontMetrics()
        for line in _lines(index):
            # The end of a file's name often tells two of them apart.
            mode = Qt.TextElideMode.ElideMiddle if line == entry.file else Qt.TextElideMode.ElideRight
            text = small.elidedText(line, mode, inner.width())
            painter.drawText(QPointF(inner.left(), y + small.ascent()), text)
            y += small.height() + 2
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(ENTRY)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractScrollArea) else option.rect.width()
        lines = len(wrapped(entry.title, option.font, width - 2 * _MARGIN - 4, _TITLE_LINES))
        small = QFontMetrics(_small(option.font)).height() + 2
        below = len(_lines(index))
        return QSize(width, 2 * _MARGIN + lines * QFontMetrics(option.font).height() + _GAP + below * small)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(300)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(QRect(rect.left() + 4, rect.top() + 4, rect.width() - 8, editor.sizeHint().height()))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        box = QRectF(option.rect).adjusted(0, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(self.theme.selection if selected else self.theme.hover))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if entry.number in self.open_numbers:
            painter.setBrush(QColor(self.theme.red))
            painter.drawRoundedRect(QRectF(box.left(), box.top() + 6, 3, box.height() - 12), 1.5, 1.5)


def source_line(entry: Entry) -> str:
    """Return number, issuer and date, as far as the document tells them."""
    return " · ".join(filter(None, (entry.doc_number, entry.issuer, _date(entry.issued_on)))) or entry.file


def count_line(entry: Entry) -> str:
    """Return how many clauses, units and notes there are."""
    tr = QCoreApplication.translate
    said = [tr("LibraryDelegate", "{0} 条").format(entry.sections)]
    if entry.units:
        said.append(tr("LibraryDelegate", "{0} 个单位").format(entry.units))
    if entry.notes:
        said.append(tr("LibraryDelegate", "{0} 条批注").format(entry.notes))
    if entry.traditional:
        said.append(tr("LibraryDelegate", "繁体"))
    return " · ".join(said)


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Break a text into at most ``most`` lines of a width in pixels; what is left over is elided."""
    layout = QTextLayout(text.replace("\n", " "), font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    starts: list[tuple[int, int]] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append((line.textStart(), line.textLength()))
    layout.endLayout()
    if not starts:
        return [""]
    # QTextLayout counts UTF-16 units.
    units = text.replace("\n", " ").encode("utf-16-le")
    lines = [units[2 * a : 2 * (a + n)].decode("utf-16-le", "replace").rstrip() for a, n in starts[:-1]]
    rest = units[2 * starts[-1][0] :].decode("utf-16-le", "replace")
    return [*lines, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _lines(index: Index) -> list[str]:
    """Return what stands under the title; of documents with the same title the files tell which is which."""
    entry: Entry = index.data(ENTRY)
    lines = [source_line(entry), count_line(entry)]
    return [lines[0], entry.file, lines[1]] if index.data(SHARED) and lines[0] != entry.file else lines


def _date(iso: str | None) -> str | None:
    if iso is None:
        return None
    parts = iso.split("-")
    marks = ("年", "月", "日")
    return "".join(f"{int(part)}{mark}" for part, mark in zip(parts, marks, strict=False) if part.isdigit())


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small
