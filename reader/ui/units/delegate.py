"""How clauses, units, what is left open, and the rows below them look in the list of responsible units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.theme import mixed
from reader.ui.units.chip import paint_lozenge
from reader.ui.units.flow import MARK, PlacedPiece, flow, pieces
from reader.ui.units.gap_rows import GapGroup
from reader.ui.units.model import Row, UnitsModel, UnitsRole
from reader.ui.units.rows import ClauseRow, Mention, UnitRow

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from reader.ui.theme import Theme
    from reader.ui.widgets.row_tree import RowTree

_PAD = 8  # px above and below a clause, and at the right edge
_SIDE = 6
_MARKERS = (38, 76)  # px, the column of the markers at its narrowest and widest


class UnitsDelegate(QStyledItemDelegate):
    """Paints rows; keeps the line breaks of clauses until width, font or rows change."""

    def __init__(self, view: RowTree, model: UnitsModel) -> None:
        super().__init__(view)
        self._view = view
        self.usual_role = ""
        self.picked: Mention | None = None  # the unit that the keyboard has reached within its row
        self._placed: dict[int, tuple[ClauseRow, list[PlacedPiece]]] = {}
        self._width = 0
        self._advances: dict[str, int] = {}
        self._markers = _MARKERS[0]
        self._model = model
        model.modelReset.connect(self._rows_changed)

    def set_usual_role(self, role: str) -> None:
        """Take the role that goes without saying."""
        if role != self.usual_role:
            self.usual_role = role
            self._placed.clear()
            self._view.scheduleDelayedItemsLayout()

    def forget_fonts(self) -> None:
        """Measure anew, after the font changed."""
        self._advances.clear()
        self._rows_changed()

    def _rows_changed(self) -> None:
        self._placed.clear()
        markers = {_marker(row) for row in self._model.rows() if isinstance(row, ClauseRow)}
        widest = max((self._advance(marker) for marker in markers), default=0) + 2 * _SIDE
        self._markers = min(max(widest, _MARKERS[0]), _MARKERS[1])

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: Row = index.data(UnitsRole.ROW)
        line = self._line()
        if not isinstance(row, ClauseRow) or index.parent().isValid():
            return QSize(0, line + 8)
        lines = self._layout(row)[-1].line + 1 if row.mentions else 0
        return QSize(0, 2 * _PAD + line * (1 + lines) + (2 if lines else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(UnitsRole.ROW)
        rect = QRect(option.rect)
        painter.save()
        painter.setFont(self._view.font())
        if isinstance(row, UnitRow):
            self._paint_unit(painter, rect, row)
        elif isinstance(row, GapGroup):
            self._paint_head(painter, rect, row.name, self.tr("{0} 项").format(len(row.gaps)), self._theme.ink)
        elif not isinstance(row, ClauseRow):
            self._paint_place(painter, rect, row.label, row.heading)
        elif index.parent().isValid():
            self._paint_place(painter, rect, row.label, row.heading, self._roles(row), row.mentions[0].by_user)
        else:
            here = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_clause(painter, rect, row, rule=not here)
        painter.restore()

    def mention_at(self, row: ClauseRow, position: QPoint) -> Mention | None:
        """Return the unit at a position inside a clause's row."""
        line = self._line()
        x, y = position.x() - self._markers, position.y() - _PAD - line - 2
        if y < 0:
            return None
        for placed in self._layout(row):
            if placed.line == y // line and placed.x <= x < placed.x + placed.width:
                return placed.piece.mention
        return None

    def _paint_clause(self, painter: QPainter, rect: QRect, row: ClauseRow, *, rule: bool) -> None:
        theme, line = self._theme, self._line()
        head = QRect(rect.left() + _SIDE, rect.top() + _PAD, self._markers - _SIDE, line)
        self._text(painter, head, _marker(row), theme.secondary)
        heading = QRect(rect.left() + self._markers, head.top(), rect.width() - self._markers - _PAD, line)
        self._text(painter, heading, row.heading or row.label, theme.ink)
        for placed in self._layout(row):
            top = head.top() + line + 2 + placed.line * line
            box = QRect(rect.left() + self._markers + placed.x, top, placed.width + 1, line)
            self._paint_piece(painter, box, placed)
        if rule:
            painter.setPen(QPen(QColor(theme.hairline), 1))
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())

    def _paint_piece(self, painter: QPainter, box: QRect, placed: PlacedPiece) -> None:
        theme, piece = self._theme, placed.piece
        mention = piece.mention
        if mention is None:
            self._text(painter, box, piece.text + piece.tail, theme.secondary)
            return
        mark = MARK if mention.by_user else 0
        name = QRect(box.left() - 1, box.top() + 1, mark + self._advance(piece.text) + 1, box.height() - 2)
        if mention.own or mention == self.picked:
            pen = theme.secondary if mention == self.picked else mixed(theme.unit, theme.unit_ground, 0.25)
            painter.setPen(QPen(QColor(pen), 1))
            painter.setBrush(QColor(theme.unit_ground))
            painter.drawRoundedRect(name, 4, 4)
        if mark:
            paint_lozenge(painter, QPointF(box.left() + 5, box.center().y() + 0.5), theme.unit)
            box = box.adjusted(mark, 0, 0, 0)
        self._text(painter, box, piece.text + piece.tail, theme.unit)
        if mention.restored:
            painter.setPen(QPen(QColor(theme.unit), 1, Qt.PenStyle.DotLine))
            painter.drawLine(box.left(), box.bottom() - 1, box.right() - 1, box.bottom() - 1)

    def _paint_unit(self, painter: QPainter, rect: QRect, row: UnitRow) -> None:
        count = self.tr("{0} 项").format(len(row.clauses))
        if row.leads and row.leads < len(row.clauses):
            count = self.tr("牵头 {0} · {1}").format(row.leads, count)
        elif row.leads:
            count = self.tr("牵头 {0}").format(count)
        name = row.name + (self.tr("（本单位）") if row.own else "")
        self._paint_head(painter, rect, name, count, self._theme.unit)

    def _paint_head(self, painter: QPainter, rect: QRect, name: str, count: str, colour: str) -> None:
        width = self._advance(count)
        right = QRect(rect.right() - _PAD - width, rect.top(), width + 1, rect.height())
        self._text(painter, right, count, self._theme.secondary)
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        box = QRect(rect.left(), rect.top(), right.left() - rect.left() - _PAD, rect.height())
        self._text(painter, box, name, colour)

    def _roles(self, row: ClauseRow) -> str:
        """Return the roles of a unit in a clause; the usual one goes without saying."""
        roles = [line.role for line in row.lines if line.role != self.usual_role]
        ranked = any(mention.ranked for mention in row.mentions)
        return "、".join([self.tr("牵头")] * ranked + roles)

    def _paint_place(
        self, painter: QPainter, rect: QRect, label: str, heading: str, roles: str = "", marked: bool = False
    ) -> None:
        theme = self._theme
        left, right = rect.left(), rect.right() - _PAD
        if roles:
            width = min(self._advance(roles), rect.width() // 3)
            self._text(painter, QRect(right - width, rect.top(), width + 1, rect.height()), roles, theme.secondary)
            right -= width + _PAD
        if marked:
            paint_lozenge(painter, QPointF(left + 4, rect.center().y() + 0.5), theme.unit)
            left += MARK
        width = min(self._advance(label) + _PAD, rect.width() // 2)
        self._text(painter, QRect(left, rect.top(), width, rect.height()), label, theme.secondary)
        self._text(painter, QRect(left + width, rect.top(), right - left - width, rect.height()), heading, theme.ink)

    @staticmethod
    def _text(painter: QPainter, box: QRect, text: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _layout(self, row: ClauseRow) -> list[PlacedPiece]:
        width = self._view.row_width() - self._markers - _PAD
        if width != self._width:
            self._width = width
            self._placed.clear()
        known, placed = self._placed.get(row.section, (None, []))
        if known != row:
            placed = flow(pieces(row, self.usual_role), max(width, 1), self._advance)
            self._placed[row.section] = row, placed
        return placed

    def _advance(self, text: str) -> int:
        width = self._advances.get(text)
        if width is None:
            width = self._advances[text] = QFontMetrics(self._view.font()).horizontalAdvance(text)
        return width

    def _line(self) -> int:
        return self._view.fontMetrics().height() + 3

    @property
    def _theme(self) -> Theme:
        return self._view.theme


def _marker(row: ClauseRow) -> str:
    return row.marker.replace("(", "（").replace(")", "）").rstrip("、")
