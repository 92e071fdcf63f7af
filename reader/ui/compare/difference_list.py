"""The list of differences at the right: kind, what changed, where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.compare.differences import Difference, kind_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROLE = int(Qt.ItemDataRole.UserRole)
_PAD = 8
_BADGE = 36  # px wide


class DifferenceModel(QAbstractListModel):
    """The rows that are listed: all, or only those that matter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Difference, ...] = ()
        self.rows: list[Difference] = []
        self._substantive_only = False

    def set_rows(self, rows: Sequence[Difference]) -> None:
        self._all = tuple(rows)
        self._choose()

    def set_substantive_only(self, only: bool) -> None:
        self._substantive_only = only
        self._choose()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.rows[index.row()] if index.isValid() else None
        if row is None:
            return None
        if role == _ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{kind_label(row.kind)} {row.text} {row.path}"
        return None

    def _choose(self) -> None:
        self.beginResetModel()
        self.rows = [row for row in self._all if row.substantive or not self._substantive_only]
        self.endResetModel()


class DifferenceDelegate(QStyledItemDelegate):
    """Paints a badge with the kind, the difference beside it and the path under it."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self.theme = theme
        self._list = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Difference = index.data(_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.theme.selection))
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._badge(painter, rect, row, option.font)
        self._text(painter, rect, row, option.font)
        painter.restore()

    def _badge(self, painter: QPainter, rect: QRectF, row: Difference, font: QFont) -> None:
        badge = QRectF(rect.left() + _PAD, rect.top() + _PAD, _BADGE, QFontMetrics(font).height() + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.kind(row.kind)))
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(QColor(self.theme.paper))
        painter.setFont(_sized(font, 0.9))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), kind_label(row.kind))

    def _text(self, painter: QPainter, rect: QRectF, row: Difference, font: QFont) -> None:
        left = rect.left() + 2 * _PAD + _BADGE
        room = QRectF(left, rect.top() + _PAD, rect.right() - left - _PAD, rect.height() - 2 * _PAD)
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(font)
        painter.drawText(room, _WRAP, row.text)
        painter.setPen(QColor(self.theme.secondary))
        painter.setFont(_sized(font, 0.88))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), row.path)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Difference = index.data(_ROLE)
        metrics = QFontMetrics(option.font)
        width = self._list.viewport().width() - 3 * _PAD - _BADGE
        text = metrics.boundingRect(0, 0, max(40, width), 10_000, _WRAP, row.text).height()
        path = metrics.height() if row.path else 0
        return QSize(60, text + path + 2 * _PAD + 4)


class DifferenceList(QWidget):
    """What the comparison found, one row a difference; a click shows it on both sides."""

    difference_chosen = Signal(int)  # row of the list as it is filtered
    filter_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = DifferenceModel(self)
        self.verdict = QLabel(self)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setWordWrap(True)
        self.only = QCheckBox(self.tr("只看实质性修改"), self)
        self.only.toggled.connect(self._filter)
        self.list = _List(self)
        self._delegate = DifferenceDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("差异"))
        self.list.clicked.connect(lambda index: self.difference_chosen.emit(index.row()))
        self.list.activated.connect(lambda index: self.difference_chosen.emit(index.row()))
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 0, 0)
        box.setSpacing(8)
        for widget in (self.verdict, self.only):
            box.addWidget(widget)
        box.addWidget(self.list, 1)

    def show_rows(self, verdict: str, rows: Sequence[Difference]) -> None:
        """Take the outcome of a comparison; there is nothing to leave out where everything matters alike."""
        self.verdict.setText(verdict)
        self.model.set_rows(rows)
        self.only.setVisible(any(not row.substantive for row in rows))

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.list.viewport().update()

    def point_to(self, row: int) -> None:
        """Show which row is being looked at."""
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def _filter(self, only: bool) -> None:
        self.model.set_substantive_only(only)
        self.filter_changed.emit()


class _List(QListView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("differences")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("#differences { background: transparent; border: none; padding: 0; }")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # heights follow from the width


_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWrapAnywhere)


def _sized(font: QFont, scale: float) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * scale)
    return made
