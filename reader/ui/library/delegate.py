"""How a document looks in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.library.model import ENTRY, OWN, SHARED
from reader.ui.library.own_words import own_words
from reader.ui.widgets.painting import paint_ground, smaller

if TYPE_CHECKING:
    from reader.library.records import Entry
    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_MARGIN, _GAP, _TITLE_LINES, _CHIP = 8, 4, 2, 4
_SMALL = 0.88  # of the size of the title


class _Heights(NamedTuple):
    """What a row of some width is made of: px of a line of the title and of a small one, and lines of each title."""

    width: int = -1
    font: QFont | None = None
    title: int = 0
    small: int = 0
    lines: dict[str, int] = {}  # noqa: RUF012 - never of the default


class LibraryDelegate(QStyledItemDelegate):
    """Title on up to two lines, number and issuer, what is in it, what of that concerns the own units.

    A red bar stands at what is being read.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.open_numbers: frozenset[int] = frozenset()
        self._heights = _Heights()

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
        painter.setFont(smaller(option.font, _SMALL))
        painter.setPen(QColor(self.theme.secondary))
        small = painter.fontMetrics()
        for line in _lines(index):
            # The end of a file's name often tells two of them apart.
            mode = Qt.TextElideMode.ElideMiddle if line == entry.file else Qt.TextElideMode.ElideRight
            tag = self._paint_stage(painter, inner, y, entry) if line == count_line(entry) and entry.stage else 0
            text = small.elidedText(line, mode, inner.width() - tag)
            painter.drawText(QPointF(inner.left() + tag, y + small.ascent()), text)
            y += small.height() + 2
        self._paint_own(painter, inner, y, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractScrollArea) else option.rect.width()
        heights = self._heights_for(width, option.font)
        entry: Entry = index.data(ENTRY)
        lines = heights.lines.get(entry.title)
        if lines is None:
            lines = len(wrapped(entry.title, option.font, width - 2 * _MARGIN - 4, _TITLE_LINES))
            heights.lines[entry.title] = lines
        below = (3 if _tells_file(index, entry) else 2) * heights.small
        own = heights.small + _CHIP if index.data(OWN) else 0
        return QSize(width, 2 * _MARGIN + lines * heights.title + _GAP + below + own)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(300)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(QRect(rect.left() + 4, rect.top() + 4, rect.width() - 8, editor.sizeHint().height()))

    def _heights_for(self, width: int, font: QFont) -> _Heights:
        """Return what was measured for a width and a font: thousands of titles are not measured at every change."""
        if (width, font) != (self._heights.width, self._heights.font):
            small = QFontMetrics(smaller(font, _SMALL)).height() + 2
            self._heights = _Heights(width, QFont(font), QFontMetrics(font).height(), small, {})
        return self._heights

    def _paint_stage(self, painter: QPainter, inner: QRect, y: int, entry: Entry) -> int:
        """Paint which draft it is in a frame; returns how much room that takes."""
        metrics, theme = painter.fontMetrics(), self.theme
        stage = metrics.elidedText(entry.stage, Qt.TextElideMode.ElideRight, inner.width() // 2)
        box = QRectF(inner.left() + 0.5, y + 0.5, metrics.horizontalAdvance(stage) + 10, metrics.height())
        painter.setPen(QColor(theme.faint))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(theme.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, stage)
        painter.setPen(QColor(theme.secondary))
        return int(box.width()) + 8

    def _paint_own(self, painter: QPainter, inner: QRect, y: int, index: Index) -> None:
        """Paint what concerns the own units as a row of labels; what they lead stands out."""
        metrics, x = painter.fontMetrics(), inner.left()
        lead = bool(index.data(OWN) and index.data(OWN).lead)
        for number, words in enumerate(own_words(index.data(OWN))):
            width = metrics.horizontalAdvance(words) + 12
            if x + width > inner.right():
                return
            stands_out = lead and not number
            box = QRectF(x + 0.5, y + 2.5, width, metrics.height() + 1)
            theme = self.theme
            ground, line = (theme.red_ground, theme.red_ground) if stands_out else (theme.field, theme.hairline)
            painter.setPen(QColor(line))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(QColor(theme.red if stands_out else theme.secondary))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            x += width + 4

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        paint_ground(painter, option, self.theme)
        box = QRectF(option.rect).adjusted(0, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
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
    files = [entry.file] if _tells_file(index, entry) else []
    return [source_line(entry), *files, count_line(entry)]


def _tells_file(index: Index, entry: Entry) -> bool:
    return bool(index.data(SHARED)) and source_line(entry) != entry.file


def _date(iso: str | None) -> str | None:
    if iso is None:
        return None
    parts = iso.split("-")
    marks = ("年", "月", "日")
    return "".join(f"{int(part)}{mark}" for part, mark in zip(parts, marks, strict=False) if part.isdigit())
