"""How a clause, a unit and a clause below its unit look in the list of responsible units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui.theme import mixed
from reader.ui.units.flow import PlacedPiece, flow, pieces
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
        self._placed: dict[int, list[PlacedPiece]] = {}
        self._width = 0
        self._advances: dict[str, int] = {}
        self._markers = _MARKERS[0]
        self._model = model
        model.modelReset.connect(self._rows_changed)

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
        if isinstance(row, UnitRow) or index.parent().isValid():
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
        elif index.parent().isValid():
            self._paint_place(painter, rect, row)
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
        if mention.own:
            name = QRect(box.left() - 1, box.top() + 1, self._advance(piece.text) + 1, box.height() - 2)
            painter.setPen(QPen(QColor(mixed(theme.unit, theme.unit_ground, 0.25)), 1))
            painter.setBrush(QColor(theme.unit_ground))
            painter.drawRoundedRect(name, 4, 4)
        self._text(painter, box, piece.text + piece.tail, theme.unit)
        if mention.restored:
            painter.setPen(QPen(QColor(theme.unit), 1, Qt.PenStyle.DotLine))
            painter.drawLine(box.left(), box.bottom() - 1, box.right() - 1, box.bottom() - 1)

    def _paint_unit(self, painter: QPainter, rect: QRect, row: UnitRow) -> None:
        theme = self._theme
        count = self.tr("{0} 项").format(len(row.clauses))
        width = self._advance(count)
        right = QRect(rect.right() - _PAD - width, rect.top(), width + 1, rect.height())
        self._text(painter, right, count, theme.secondary)
        name = row.name + (self.tr("（本单位）") if row.own else "")
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        box = QRect(rect.left(), rect.top(), right.left() - rect.left() - _PAD, rect.height())
        self._text(painter, box, name, theme.unit)

    def _paint_place(self, painter: QPainter, rect: QRect, row: ClauseRow) -> None:
        theme = self._theme
        roles = [duty.role for duty in row.duties if duty.role != self.usual_role]
        right = rect.right() - _PAD
        if roles:
            text = "、".join(roles)
            width = min(self._advance(text), rect.width() // 3)
            self._text(painter, QRect(right - width, rect.top(), width + 1, rect.height()), text, theme.secondary)
            right -= width + _PAD
        label = min(self._advance(row.label) + _PAD, rect.width() // 2)
        self._text(painter, QRect(rect.left(), rect.top(), label, rect.height()), row.label, theme.secondary)
        self._text(
            painter, QRect(rect.left() + label, rect.top(), right - rect.left() - label, rect.height()), row.heading,
            theme.ink,
        )  # fmt: skip

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
        placed = self._placed.get(row.section)
        if placed is None:
            placed = self._placed[row.section] = flow(pieces(row, self.usual_role), max(width, 1), self._advance)
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
