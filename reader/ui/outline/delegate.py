"""How a row of the section tree looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.outline.model import OutlineRole, difference_mark
from reader.ui.theme import mixed

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from reader.ui.outline.badges import Badge
    from reader.ui.theme import Theme
    from reader.ui.widgets.row_tree import RowTree

MARGIN = 8  # px, between the last badge and the edge
_GAP = 4
_DOT = 7
_DOTS_SHOWN = 3


class OutlineDelegate(QStyledItemDelegate):
    """Paints marker, heading and badges; the ground and the red bar are the view's, they reach over the whole row.

    ``State_Selected`` stands for the section in view, ``State_Open`` for a row whose children are seen.
    """

    def __init__(self, view: RowTree) -> None:
        super().__init__(view)
        self._view = view

    @property
    def _theme(self) -> Theme:
        return self._view.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + 2 * _GAP + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state: QStyle.StateFlag = option.state
        font = QFont(option.font)
        rect = QRect(option.rect)
        badge: Badge = index.data(OutlineRole.BADGE)
        opened = bool(state & QStyle.StateFlag.State_Open)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(small)
        rect.setRight(self._paint_badges(painter, rect, badge, opened=opened, top=not index.parent().isValid()))
        if badge.findings:
            rect.setRight(self._paint_finding(painter, rect))
        font.setBold(bool(state & QStyle.StateFlag.State_Selected))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.ink))
        text = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _paint_badges(self, painter: QPainter, rect: QRect, badge: Badge, *, opened: bool, top: bool) -> int:
        """Paint from the right edge inwards; returns where the heading has to end."""
        right = rect.right() - MARGIN
        if badge.differences_below:
            right = self._paint_difference(painter, rect, right, badge, opened=opened)
        if units := self._units_text(badge, opened=opened, top=top):
            right = self._paint_text(painter, rect, right, units, self._theme.unit) - _GAP
        notes = badge.notes if opened else badge.notes_below
        if notes:
            right = self._paint_text(painter, rect, right, str(notes), self._theme.secondary)
            colours = badge.colours if opened else badge.colours_below
            for colour in reversed(colours[:_DOTS_SHOWN]):
                right = self._paint_dot(painter, rect, right, self._theme.mark_line(colour))
        return right

    def _units_text(self, badge: Badge, *, opened: bool, top: bool) -> str:
        below = badge.items_below - badge.items
        if below and (top or not opened):
            return self.tr("{0} 项").format(badge.items_below)
        return str(badge.units) if badge.units else ""

    def _paint_difference(self, painter: QPainter, rect: QRect, right: int, badge: Badge, *, opened: bool) -> int:
        """Paint one character in a box for the section itself, a number for what is folded away below it."""
        below = badge.differences_below - bool(badge.difference)
        if below and not opened:
            said = self.tr("异{0}").format(badge.differences_below)
            right = self._paint_text(painter, rect, right, said, self._theme.changed)
        if not badge.difference:
            return right
        metrics, colour = painter.fontMetrics(), self._difference_colour(badge.difference)
        side = metrics.height() + 1
        box = QRectF(right - side + 0.5, rect.center().y() - side / 2 + 1, side, side)
        painter.setPen(QPen(QColor(mixed(colour, self._theme.panel, 0.55)), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, difference_mark(badge.difference))
        return int(box.left()) - 2 * _GAP

    def _difference_colour(self, difference: str) -> str:
        theme = self._theme
        colours = {
            "changed": theme.changed, "added": theme.added, "removed": theme.removed, "moved": theme.moved,
            "near": theme.changed, "unanswered": theme.warning,
        }  # fmt: skip
        return colours.get(difference, theme.secondary)

    @staticmethod
    def _paint_text(painter: QPainter, rect: QRect, right: int, text: str, colour: str) -> int:
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(QColor(colour))
        box = QRect(right - width, rect.top(), width + 1, rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return right - width - _GAP

    @staticmethod
    def _paint_dot(painter: QPainter, rect: QRect, right: int, colour: str) -> int:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(right - _DOT / 2, rect.center().y() + 1), _DOT / 2, _DOT / 2)
        return right - _DOT - _GAP

    def _paint_finding(self, painter: QPainter, rect: QRect) -> int:
        """Paint a small empty triangle: something about this row wants to be checked."""
        middle, right = rect.center().y() + 0.5, rect.right() - 1
        corners = (QPointF(right - 8, middle + 4), QPointF(right, middle + 4), QPointF(right - 4, middle - 3.5))
        painter.setPen(QPen(QColor(self._theme.warning), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF(corners))
        return int(right - 8 - 2 * _GAP)
