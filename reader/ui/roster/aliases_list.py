"""The list of pairs of names, and how a pair looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.widgets.matching import FilterTexts
from reader.ui.widgets.painting import paint_ground, smaller
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from reader.ui.roster.aliases_rows import Pair
    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PAIR = int(Qt.ItemDataRole.UserRole)
_SIDE, _HIGH, _GAP, _APART = 12, 8, 4, 12  # px
_SMALL = 0.9  # of the size of the title
_NOWHERE = QModelIndex()


class PairsModel(QAbstractListModel):
    """The pairs in which every word of the query stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs: tuple[Pair, ...] = ()
        self._texts = FilterTexts(())
        self._shown: list[Pair] = []
        self._query = ""

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        self._pairs = tuple(pairs)
        self._texts = FilterTexts([f"{p.one}\n{p.other}\n{p.place}\n{p.reason}" for p in pairs])
        self._show()

    def set_query(self, query: str) -> None:
        self._query = query
        self._show()

    def pair(self, index: Index) -> Pair | None:
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        pair = self.pair(index)
        if pair is None:
            return None
        if role == PAIR:
            return pair
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{pair.one} {pair.sign} {pair.other}，{below(pair)}"
        return tooltip(pair.one, pair.other, below(pair)) if role == Qt.ItemDataRole.ToolTipRole else None

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = [self._pairs[i] for i in self._texts.matches(self._query)] if self._pairs else []
        self.endResetModel()


def below(pair: Pair) -> str:
    """Return what stands under the names: the place, and why they are asked or what was decided."""
    said = {None: pair.reason, True: _tr("您认定是同一单位"), False: _tr("您认定不是同一单位")}[pair.same]
    return " · ".join(filter(None, (pair.place, said)))


class PairDelegate(QStyledItemDelegate):
    """Both names with the sign between them, below them place and reason."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pair: Pair = index.data(PAIR)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, self.theme, side=4)
        inner = rect.adjusted(_SIDE, _HIGH, -_SIDE, -_HIGH)
        painter.setFont(option.font)
        metrics = painter.fontMetrics()
        x, baseline = float(inner.left()), float(inner.top() + metrics.ascent())
        wide = max((inner.width() - metrics.horizontalAdvance(pair.sign) - 2 * _APART) // 2, 1)
        colours = (self.theme.unit, self.theme.red if pair.same is False else self.theme.secondary, self.theme.unit)
        for text, colour in zip((pair.one, pair.sign, pair.other), colours, strict=True):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, wide)
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(x, baseline), shown)
            x += metrics.horizontalAdvance(shown) + _APART
        painter.setFont(smaller(option.font, _SMALL))
        painter.setPen(QColor(self.theme.secondary))
        small = painter.fontMetrics()
        text = small.elidedText(below(pair), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QPointF(inner.left(), inner.top() + metrics.height() + _GAP + small.ascent()), text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = QFontMetrics(option.font).height() + _GAP + QFontMetrics(smaller(option.font, _SMALL)).height()
        return QSize(0, high + 2 * _HIGH)


class PairsView(QListView):
    """Y and N answer for the pair under the cursor, Delete takes a decision back."""

    answered = Signal(bool)
    removal_requested = Signal()

    def __init__(self, model: PairsModel, delegate: PairDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(self.tr("单位别名"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Y, Qt.Key.Key_N) and not event.modifiers():
            self.answered.emit(event.key() == Qt.Key.Key_Y)
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)


def _tr(text: str) -> str:
    return QCoreApplication.translate("roster", text)
