"""How the digest looks: heads of themes, and what was taken with its source and what the user says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.library.excerpts import LOST, MOVED
from reader.ui.digest.model import DigestModel, DigestRole
from reader.ui.digest.rows import ExcerptRow, Row, ThemeRow
from reader.ui.widgets.painting import paint_line, smaller
from reader.ui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QWidget

    from reader.ui.theme import Theme
    from reader.ui.widgets.row_tree import RowTree

_PAD, _SIDE, _GAP = 8, 10, 2
_HEAD = 14  # px that the head of a theme is higher than a line
_QUOTE_LINES, _REMARK_LINES = 3, 2
_SMALL = 0.88
_LONGEST_NAME = 60  # characters of a theme's name
_LONGEST_QUOTE = 1000  # characters that are looked at: a whole chapter may be taken


class _Lines(NamedTuple):
    """An excerpt broken into lines for one width."""

    quote: list[str]
    remark: list[str]


class DigestDelegate(QStyledItemDelegate):
    """Keeps the line breaks of each excerpt until its words, the width or the font change."""

    def __init__(self, view: RowTree, model: DigestModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._broken: dict[tuple[str, str], _Lines] = {}
        self._width = 0

    def forget_fonts(self) -> None:
        self._broken.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Row = index.data(DigestRole.ROW)
        if isinstance(row, ThemeRow):
            return QSize(0, self._line() + _HEAD)
        lines = self._lines(row)
        remark = len(lines.remark) * self._small_line() + (_GAP if lines.remark else 0)
        return QSize(0, 2 * _PAD + len(lines.quote) * self._line() + _GAP + self._small_line() + remark)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(DigestRole.ROW)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._view.font())
        if isinstance(row, ThemeRow):
            self._paint_head(painter, rect, row)
        else:
            self._paint_excerpt(painter, rect, row)
            if not option.state & QStyle.StateFlag.State_Selected:
                painter.setPen(QPen(QColor(self._theme.hairline), 1))
                painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(_LONGEST_NAME)
        editor.setAccessibleName(self.tr("主题"))
        return editor

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        height = min(editor.sizeHint().height(), rect.height())
        editor.setGeometry(rect.left(), rect.center().y() - height // 2, rect.width(), height)

    def _paint_head(self, painter: QPainter, rect: QRect, row: ThemeRow) -> None:
        theme, box = self._theme, rect.adjusted(_SIDE, _HEAD - 8, -_SIDE, 0)
        said = str(row.size) if row.size else self._model.tr("拖到这里")
        painter.setFont(smaller(self._view.font(), _SMALL))
        width = painter.fontMetrics().horizontalAdvance(said)
        paint_line(painter, QRect(box.right() - width, box.top(), width + 1, box.height()), said, theme.secondary)
        font = QFont(self._view.font())
        font.setBold(True)
        painter.setFont(font)
        named = theme.ink if row.theme else theme.secondary
        paint_line(painter, box.adjusted(0, 0, -width - _SIDE, 0), self._model.head_text(row), named)

    def _paint_excerpt(self, painter: QPainter, rect: QRect, row: ExcerptRow) -> None:
        theme, line, small = self._theme, self._line(), self._small_line()
        lines, top = self._lines(row), rect.top() + _PAD
        left, width = rect.left() + _SIDE, rect.width() - 2 * _SIDE
        lost = row.excerpt.status == LOST
        for text in lines.quote:
            paint_line(painter, QRect(left, top, width, line), text, theme.secondary if lost else theme.ink)
            if lost:
                self._paint_dashes(painter, left, top + line - 2, painter.fontMetrics().horizontalAdvance(text))
            top += line
        top += _GAP
        painter.setFont(smaller(self._view.font(), _SMALL))
        self._paint_source(painter, QRect(left, top, width, small), row)
        top += small + _GAP
        if lines.remark:
            painter.fillRect(QRect(left, top + 3, 2, len(lines.remark) * small - 5), QColor(theme.faint))
        for text in lines.remark:
            paint_line(painter, QRect(left + 8, top, width - 8, small), text, theme.ink)
            top += small

    def _paint_source(self, painter: QPainter, box: QRect, row: ExcerptRow) -> None:
        """Paint the document, elided where it is long, and the place, which is always whole."""
        theme, metrics = self._theme, painter.fontMetrics()
        warning = {LOST: self.tr("原文已变，待核"), MOVED: self.tr("位置有变动，请核对")}.get(row.excerpt.status, "")
        if warning:
            width = metrics.horizontalAdvance(warning)
            paint_line(painter, QRect(box.right() - width, box.top(), width + 1, box.height()), warning, theme.warning)
            box = box.adjusted(0, 0, -width - _SIDE, 0)
        place = self._model.place_text(row)
        room = max(box.width() - metrics.horizontalAdvance(place) - 6, box.width() // 3)
        document = metrics.elidedText(row.document, Qt.TextElideMode.ElideMiddle, room)
        paint_line(painter, box, document, theme.secondary)
        at = metrics.horizontalAdvance(document) + 6 if document else 0
        paint_line(painter, box.adjusted(at, 0, 0, 0), place, theme.secondary)

    def _paint_dashes(self, painter: QPainter, left: int, foot: int, width: int) -> None:
        painter.setPen(QPen(QColor(self._theme.warning), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left, foot + 0.5), QPointF(left + width, foot + 0.5))

    def _lines(self, row: ExcerptRow) -> _Lines:
        width = self._view.row_width() - 2 * _SIDE
        if width != self._width:
            self._width = width
            self._broken.clear()
        key = (row.excerpt.quote, row.excerpt.remark)
        lines = self._broken.get(key)
        if lines is None:
            metrics, small = self._view.fontMetrics(), QFontMetrics(smaller(self._view.font(), _SMALL))
            quote = [line.strip() for line in wrapped(_flat(key[0]), max(width, 1), _QUOTE_LINES, metrics)]
            remark = wrapped(key[1].strip(), max(width - 8, 1), _REMARK_LINES, small) if key[1].strip() else []
            lines = self._broken[key] = _Lines(quote, remark)
        return lines

    def _line(self) -> int:
        return self._view.fontMetrics().height() + 4

    def _small_line(self) -> int:
        return QFontMetrics(smaller(self._view.font(), _SMALL)).height() + 4

    @property
    def _theme(self) -> Theme:
        return self._view.theme


def _flat(text: str) -> str:
    """Return a quote in one line."""
    return " ".join(text[:_LONGEST_QUOTE].split())
