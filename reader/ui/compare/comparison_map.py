"""A map of the whole comparison at the edge: a lane for each document, what differs, and what is in view of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from reader.comparison.records import NEAR
from reader.ui.theme import mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from reader.ui.compare.map_marks import MapMark
    from reader.ui.reading.view import ReadingView
    from reader.ui.theme import Theme

WIDTH = 30  # px
_LANE = 9  # px
_AIR = 4  # px beside a lane, in which the frame of what is in view has room
_LEAST = 2.0  # px that a mark is high


class ComparisonMap(QWidget):
    """What the two lanes show is drawn once; the frames of what is in view lie on top. A click or drag scrolls there."""

    def __init__(self, left: ReadingView, right: ReadingView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("左列是左侧文件，右列是右侧文件；点击或拖动可到该处"))
        self._views = (left, right)
        self._theme = theme
        self._marks: tuple[Sequence[MapMark], Sequence[MapMark]] = ((), ())
        self._drawn: QPixmap | None = None
        self._dragged: int | None = None  # side

    going_requested = Signal(int, float)  # side, part of the document's length

    @property
    def marks(self) -> tuple[Sequence[MapMark], Sequence[MapMark]]:
        return self._marks

    def set_marks(self, left: Sequence[MapMark], right: Sequence[MapMark]) -> None:
        """Take what differs in the two documents."""
        self._marks = (left, right)
        self._redraw()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.size() != self.size() * ratio:
            self._drawn = self._lanes(ratio)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._drawn)
        for side in (0, 1):
            self._draw_view(painter, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = 0 if event.position().x() < self.width() / 2 else 1
            self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None

    def lane(self, side: int) -> QRectF:
        """Return where the lane of one document is."""
        left = _AIR + side * (_LANE + _AIR)
        return QRectF(left, _AIR, _LANE, max(1, self.height() - 2 * _AIR))

    def _go(self, y: float) -> None:
        if self._dragged is not None:
            lane = self.lane(self._dragged)
            self.going_requested.emit(self._dragged, min(max((y - lane.top()) / lane.height(), 0.0), 1.0))

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

    def _lanes(self, ratio: float) -> QPixmap:
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(self._theme.panel))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(self._theme.hairline))
        for side, marks in enumerate(self._marks):
            lane = self.lane(side)
            painter.fillRect(lane, QColor(mixed(self._theme.hairline, self._theme.panel, 0.4)))
            for mark in marks:
                top = lane.top() + mark.start * lane.height()
                height = max(_LEAST, (mark.end - mark.start) * lane.height())
                _draw_mark(painter, QRectF(lane.left(), top, lane.width(), height), mark.status, self._theme)
        painter.end()
        return made

    def _draw_view(self, painter: QPainter, side: int) -> None:
        document = self._views[side].document
        if document is None:
            return
        seen, whole, lane = self._views[side].span_in_view(), max(1, len(document.reading.text)), self.lane(side)
        frame = QRectF(
            lane.left() - 2,
            lane.top() + seen.start / whole * lane.height(),
            lane.width() + 4,
            max(6.0, (seen.end - seen.start) / whole * lane.height()),
        )
        ground = QColor(self._theme.secondary)
        ground.setAlphaF(0.10)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(self._theme.secondary), 1))
        painter.drawRoundedRect(frame, 2, 2)


def _draw_mark(painter: QPainter, rect: QRectF, status: str, theme: Theme) -> None:
    """Changed: half the lane; added: all of it; removed: hollow; moved: two bars; by topics: answered, near or hollow."""
    colours = {
        "changed": theme.changed, "moved": theme.moved, "added": theme.added, "removed": theme.removed,
        "answered": mixed(theme.moved, theme.panel, 0.45), NEAR: mixed(theme.moved, theme.panel, 0.45),
        "unanswered": theme.faint,
    }  # fmt: skip
    colour = QColor(colours.get(status, theme.faint))
    if rect.height() > 2 * _LEAST:
        rect = rect.adjusted(0, 0, 0, -1)  # so that neighbours stay apart
    if status in ("removed", "unanswered"):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, max(0.0, 2.0 - rect.height())))
    elif status == "moved":
        for x in (rect.left(), rect.right() - 3):
            painter.fillRect(QRectF(QPointF(x, rect.top()), QPointF(x + 3, rect.bottom())), colour)
    elif status in ("changed", NEAR):
        painter.fillRect(QRectF(rect.left() + rect.width() / 4, rect.top(), rect.width() / 2, rect.height()), colour)
    else:
        painter.fillRect(rect, colour)
