"""How a note looks in the list: the quote as it is marked in the text, the note, who and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.export.local_time import local
from reader.ui.notes.model import NotesModel, NotesRole
from reader.ui.notes.rows import GroupRow, NoteRow, Row
from reader.ui.widgets.painting import paint_line, smaller
from reader.ui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from reader.ui.theme import Theme
    from reader.ui.widgets.row_tree import RowTree

_PAD = 8
_SIDE = 10
_QUOTE_LINES = 2
_NOTE_LINES = 3
_SMALL = 0.88


@dataclass(frozen=True)
class _Lines:
    """A note broken into lines for one width."""

    quote: list[str]
    note: list[str]


class NotesDelegate(QStyledItemDelegate):
    """Keeps the line breaks of each note until its words, the width or the font change."""

    def __init__(self, view: RowTree, model: NotesModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._broken: dict[tuple[str, str], _Lines] = {}
        self._width = 0

    def forget_fonts(self) -> None:
        self._broken.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Row = index.data(NotesRole.ROW)
        line = self._line()
        if isinstance(row, GroupRow):
            return QSize(0, line + 10)
        lines = self._lines(row)
        return QSize(0, 2 * _PAD + line * (len(lines.quote) + len(lines.note)) + self._small_line() + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(NotesRole.ROW)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._view.font())
        if isinstance(row, GroupRow):
            self._paint_head(painter, rect, row)
        else:
            self._paint_note(painter, rect, row)
            if not option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(QPen(QColor(self._theme.hairline), 1))
                painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, row: GroupRow) -> None:
        painter.setFont(self._small())
        count = str(row.count)
        width = painter.fontMetrics().horizontalAdvance(count)
        colour = self._theme.warning if row.orphans else self._theme.secondary
        box = rect.adjusted(2, 4, -_SIDE, 0)
        paint_line(painter, QRect(box.right() - width, box.top(), width + 1, box.height()), count, colour)
        paint_line(painter, box.adjusted(0, 0, -width - _SIDE, 0), self._model.head_text(row), colour)

    def _paint_note(self, painter: QPainter, rect: QRect, row: NoteRow) -> None:
        theme, line = self._theme, self._line()
        lines, top = self._lines(row), rect.top() + _PAD
        for text in lines.quote:
            box = QRect(rect.left() + _SIDE, top, rect.width() - 2 * _SIDE, line)
            self._paint_mark(painter, box, text, row)
            paint_line(painter, box, text, theme.secondary if row.orphan else theme.ink)
            top += line
        top += 2
        for text in lines.note:
            paint_line(painter, QRect(rect.left() + _SIDE, top, rect.width() - 2 * _SIDE, line), text, theme.ink)
            top += line
        painter.setFont(self._small())
        foot = QRect(rect.left() + _SIDE, top, rect.width() - 2 * _SIDE, self._small_line())
        paint_line(painter, foot, self._foot(row), theme.secondary)

    def _paint_mark(self, painter: QPainter, box: QRect, text: str, row: NoteRow) -> None:
        """Paint the mark under a line of the quote, in the shape it has in the document."""
        theme, note = self._theme, row.annotation
        width = painter.fontMetrics().horizontalAdvance(text)
        ground = QRectF(box.left(), box.top() + 2, min(width, box.width()), box.height() - 4)
        line, foot = QColor(theme.mark_line(note.colour)), ground.bottom()
        if row.orphan:
            painter.setPen(QPen(line, 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(ground.left(), foot), QPointF(ground.right(), foot))
            return
        if note.style == "highlight":
            painter.fillRect(ground, QColor(theme.mark_fill(note.colour)))
        painter.setPen(QPen(line, 1.6))
        if note.style == "wavy":
            points = [QPointF(ground.left() + x, foot + (1 if i % 2 else -1)) for i, x in enumerate(_steps(ground))]
            painter.drawPolyline(points)
            return
        painter.drawLine(QPointF(ground.left(), foot), QPointF(ground.right(), foot))
        if note.style == "double":
            painter.drawLine(QPointF(ground.left(), foot - 3), QPointF(ground.right(), foot - 3))

    def _foot(self, row: NoteRow) -> str:
        note = row.annotation
        moved = self.tr("位置有变动，请核对") if row.placement.status == "moved" else ""
        tags = "、".join(note.tags)
        return "  ".join(part for part in (moved, note.colour, tags, note.author, local(note.modified)) if part)

    def _lines(self, row: NoteRow) -> _Lines:
        width = self._view.row_width() - 2 * _SIDE
        if width != self._width:
            self._width = width
            self._broken.clear()
        key = (row.quote, row.annotation.note)
        lines = self._broken.get(key)
        if lines is None:
            metrics = self._view.fontMetrics()
            quote = wrapped(row.quote.replace("\n", " "), max(width, 1), _QUOTE_LINES, metrics)
            note = wrapped(row.annotation.note, max(width, 1), _NOTE_LINES, metrics) if row.annotation.note else []
            lines = self._broken[key] = _Lines(quote, note)
        return lines

    def _small(self) -> QFont:
        return smaller(self._view.font(), _SMALL)

    def _line(self) -> int:
        return self._view.fontMetrics().height() + 4

    def _small_line(self) -> int:
        return QFontMetrics(self._small()).height() + 4

    @property
    def _theme(self) -> Theme:
        return self._view.theme


def _steps(ground: QRectF) -> range:
    return range(0, int(ground.width()) + 1, 3)
