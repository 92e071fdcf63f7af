"""Small labels that can be pressed: a class of differences, a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from reader.ui.compare.difference_words import kind_colour, kind_label, kind_name
from reader.ui.theme import RADIUS

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.theme import Theme

_SIDE, _HIGH = 6, 3  # px
_BAR = 3
_NEVER_SUBSTANTIVE = frozenset({"wording", "form", "renumbered", "front"})


class Chip(QAbstractButton):
    """A word in a frame; checked it has a warm ground and a strong edge."""

    def __init__(self, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words  # not setText: an & would become a key
        self._theme = theme
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._words) + 2 * _SIDE + 4, metrics.height() + 2 * _HIGH)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        self._paint_frame(painter, theme.selection if on else theme.field, theme.ink if on else theme.hairline)
        painter.setPen(QColor(theme.ink))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words)

    def _paint_frame(self, painter: QPainter, ground: str, edge: str) -> QRectF:
        theme = self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pointed = theme.secondary if self.hasFocus() else theme.faint if self.underMouse() else edge
        painter.setPen(QPen(QColor(pointed), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        return box


class ClassChip(Chip):
    """Shows a class and how many there are of it; one that is ignored is struck through."""

    menu_requested = Signal(object)  # global position

    def __init__(self, kind: str, count: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(f"{kind_label(kind)} {count}", theme, parent)
        self.kind = kind
        self.count = count
        self._possible = True
        self.setChecked(True)
        self.setAccessibleName(f"{kind_name(kind)} {count}")

    @property
    def never_substantive(self) -> bool:
        return self.kind in _NEVER_SUBSTANTIVE

    def set_shown(self, shown: bool, *, possible: bool = True) -> None:
        """Say whether the class is shown; it is not ``possible`` where something else leaves it out anyway."""
        self._possible = possible
        self.setChecked(shown)
        self.setEnabled(possible)
        state = self.tr("已忽略，点按恢复") if not shown else self.tr("点按忽略此类，右键只看此类")
        self.setToolTip(f"{kind_name(self.kind)}：{state}")
        self.update()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width() + _BAR + 1, size.height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._theme, self.isChecked() and self._possible
        painter = QPainter(self)
        box = self._paint_frame(painter, theme.field if on else theme.panel, theme.hairline)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(kind_colour(theme, self.kind) if on else theme.hairline))
        bar = QRectF(_SIDE, box.top() + 5, _BAR, box.height() - 10)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        font = self.font()
        font.setStrikeOut(not self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(theme.ink if on else theme.faint))
        words = self.rect().adjusted(_SIDE + _BAR + 5, 0, -_SIDE + 2, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._words)
