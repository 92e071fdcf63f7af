"""How a line of the list of differences looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.compare.difference_model import DifferenceRole
from reader.ui.compare.difference_rows import Head, Item, Line, NoteLine
from reader.ui.compare.difference_text import Block, broken, change_parts
from reader.ui.compare.difference_words import hint_words, kind_colour, kind_label, verdict_words
from reader.ui.widgets.painting import paint_line, smaller
from reader.ui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont

    from reader.ui.compare.differences import Difference
    from reader.ui.theme import Theme
    from reader.ui.widgets.row_tree import RowTree

_SIDE, _PAD, _GAP = 4, 5, 8  # px
_SMALL = 0.88
_REMARK_LINES = 2
_NOTE_LINES = 3


class DifferenceDelegate(QStyledItemDelegate):
    """Head: the clause. Difference: a badge, the words beside it, a remark below. Note: indented, with a bar.

    Keeps what is laid out until the width, the font or the theme changes.
    """

    def __init__(self, view: RowTree) -> None:
        super().__init__(view)
        self._view = view
        self._blocks: dict[Difference, Block] = {}
        self._laid_out_for: tuple[int, str] = (0, "")

    def forget(self) -> None:
        """Lay everything out anew: font or theme are not what they were."""
        self._blocks.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: Line = index.data(DifferenceRole.LINE)
        match line:
            case Item(_, row):
                block = self._block(row)
                below = len(block.remark) + len(block.hints)
                return QSize(0, 2 * _PAD + block.lines * self._line() + below * self._small_line())
            case NoteLine():
                return QSize(0, len(self._note(line)) * self._small_line() + 4)
        remark = len(self._remark(line))
        return QSize(0, self._small_line() + 8 + remark * self._small_line())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(DifferenceRole.LINE)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match line:
            case Item(_, row):
                here = bool(option.state & QStyle.StateFlag.State_Selected)
                self._hairline(painter, rect, wanted=line.first and index.row() > 0 and not here)
                self._paint_item(painter, rect, row)
            case NoteLine():
                self._paint_note(painter, rect, line)
            case Head():
                self._hairline(painter, rect, wanted=index.row() > 0)
                self._paint_head(painter, rect, line)
        painter.restore()

    def _hairline(self, painter: QPainter, rect: QRect, *, wanted: bool) -> None:
        if wanted:
            painter.setPen(QPen(QColor(self._theme.hairline), 1))
            painter.drawLine(rect.left(), rect.top(), rect.right(), rect.top())

    def _paint_head(self, painter: QPainter, rect: QRect, head: Head) -> None:
        painter.setFont(self._small())
        box = QRect(rect.left() + _SIDE, rect.top() + 5, rect.width() - 2 * _SIDE, self._small_line())
        tail, colour = self._tail(head)
        room = painter.fontMetrics().horizontalAdvance(tail) + _GAP if tail else 0
        if tail:
            painter.setPen(QColor(colour))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), tail)
        colour = self._theme.ink if head.subject else self._theme.secondary
        paint_line(painter, box.adjusted(0, 0, -room, 0), head.name, colour)
        for text in self._remark(head):
            box.translate(0, self._small_line())
            paint_line(painter, box, text, self._theme.secondary)

    def _tail(self, head: Head) -> tuple[str, str]:
        """Return what stands at the right of a head, and its colour."""
        tr = QCoreApplication.translate
        if head.judging:
            verdict = head.judgement.verdict if head.judgement is not None else None
            if verdict is None:
                return tr("compare", "未判定"), self._theme.faint
            return verdict_words(verdict), self._theme.ink
        return (tr("compare", "人工配对"), self._theme.faint) if head.pinned else ("", "")

    def _paint_item(self, painter: QPainter, rect: QRect, row: Difference) -> None:
        block, theme = self._block(row), self._theme
        left, top = rect.left() + self._indent(), rect.top() + _PAD
        self._paint_badge(painter, QRectF(rect.left() + _SIDE, top + 1, self._badge_width(), self._line() - 2), row)
        if block.score:
            painter.setFont(self._small())
            painter.setPen(QColor(theme.secondary))
            box = QRect(left, top, rect.right() - _SIDE - left, self._line())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), block.score)
        painter.setFont(self._view.font())
        painter.setPen(QColor(theme.secondary if row.kind == "renumbered" else theme.ink))
        block.draw(painter, left, top)
        top += block.lines * self._line()
        painter.setFont(self._small())
        width = rect.right() - _SIDE - left
        told = [(text, theme.secondary) for text in block.remark] + [(text, theme.warning) for text in block.hints]
        for text, colour in told:
            paint_line(painter, QRect(left, top, width, self._small_line()), text, colour)
            top += self._small_line()

    def _paint_badge(self, painter: QPainter, box: QRectF, row: Difference) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(kind_colour(self._theme, row.kind)))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._theme.paper))
        painter.setFont(smaller(self._view.font(), 0.9))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), kind_label(row.kind))

    def _paint_note(self, painter: QPainter, rect: QRect, line: NoteLine) -> None:
        left = rect.left() + self._indent()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.mark_line(line.note.colour)))
        painter.drawRoundedRect(QRectF(left, rect.top() + 2, 3, rect.height() - 6), 1.5, 1.5)
        painter.setFont(self._small())
        box = QRect(left + _GAP, rect.top(), rect.right() - _SIDE - left - _GAP, self._small_line())
        for text in self._note(line):
            paint_line(painter, box, text, self._theme.ink)
            box.translate(0, self._small_line())

    def _block(self, row: Difference) -> Block:
        asked = (self._view.row_width(), self._theme.name)
        if asked != self._laid_out_for:
            self._laid_out_for = asked
            self._blocks.clear()
        block = self._blocks.get(row)
        if block is None:
            block = self._blocks[row] = self._lay_out(row)
        return block

    def _lay_out(self, row: Difference) -> Block:
        small = QFontMetrics(self._small())
        score = f"{row.similarity:.0%}" if row.similarity is not None and row.kind in ("answered", "near") else ""
        width = max(40, self._view.row_width() - self._indent() - _SIDE)
        beside = small.horizontalAdvance(score) + _GAP if score else 0
        tr = QCoreApplication.translate
        pinned = tr("compare", "人工配对") if row.pinned and not row.is_change else ""
        remark = " · ".join(filter(None, (row.remark, pinned)))
        hints = tr("compare", "提示：{0}").format("、".join(map(hint_words, row.hints))) if row.hints else ""
        layout, lines = broken(change_parts(row, self._theme), self._view.font(), width - beside, self._line())
        return Block(
            layout,
            lines,
            score,
            wrapped(remark, width, _REMARK_LINES, small) if remark else [],
            wrapped(hints, width, _REMARK_LINES, small) if hints else [],
        )

    def _note(self, line: NoteLine) -> list[str]:
        width = max(40, self._view.row_width() - self._indent() - _SIDE - _GAP)
        return wrapped(line.note.text, width, _NOTE_LINES, QFontMetrics(self._small()))

    def _remark(self, line: Head | NoteLine) -> list[str]:
        judgement = line.judgement if isinstance(line, Head) else None
        if judgement is None or not judgement.remark:
            return []
        width = max(40, self._view.row_width() - 2 * _SIDE)
        return wrapped(judgement.remark, width, _REMARK_LINES, QFontMetrics(self._small()))

    def _indent(self) -> int:
        return _SIDE + self._badge_width() + _GAP

    def _badge_width(self) -> int:
        return QFontMetrics(smaller(self._view.font(), 0.9)).horizontalAdvance("序号") + 10

    def _small(self) -> QFont:
        return smaller(self._view.font(), _SMALL)

    def _line(self) -> int:
        return self._view.fontMetrics().height() + 4

    def _small_line(self) -> int:
        return QFontMetrics(self._small()).height() + 3

    @property
    def _theme(self) -> Theme:
        return self._view.theme
