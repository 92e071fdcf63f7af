"""The gutter between the two papers: bands that link what belongs together, and pairs made by dragging across."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from reader.comparison.records import TOPICS
from reader.ui.compare.band_shapes import Band, Ends, bands_of, draw_band

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from reader.comparison.records import Comparison, Pair
    from reader.text.spans import Span
    from reader.ui.reading.view import ReadingView
    from reader.ui.theme import Theme

WIDTH = 48  # px
_FAR = 4000  # px beyond the view that a band is drawn towards at most
_NEAR = 6_000  # characters beyond the view that are measured; what is farther is only above or below
_DRAGGED = 6  # px after which a press is a drag


class LinkBands(QWidget):
    """Reads the two views and the comparison; draws nothing that is not in view on one side at least."""

    pair_chosen = Signal(object)  # Pair whose band was clicked
    pin_requested = Signal(int, int)  # left and right section: dragged from one to the other
    menu_requested = Signal(object, object)  # global position, Pair under it (or None)

    def __init__(self, left: ReadingView, right: ReadingView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setToolTip(self.tr("从左边的条款拖到右边的条款，可以手工配对"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._views = (left, right)
        self._theme = theme
        self._of: tuple[dict[int, list[Pair]], dict[int, list[Pair]]] = ({}, {})
        self._pairs: tuple[Pair, ...] = ()
        self._current: Pair | None = None
        self._from: tuple[int, int, QPointF] | None = None  # side, section and point that a drag began at
        self._to: QPointF | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Take the pairs to link (None for none)."""
        self._of = ({}, {})
        self._pairs = comparison.pairs if comparison is not None else ()
        self._current = None
        best = comparison is not None and comparison.mode == TOPICS
        for pair in self._pairs:
            if pair.status == "unanswered" or (best and pair.left in self._of[0]):
                continue  # of several answers the best one: a band to each would be a tangle
            for found, sections in zip(self._of, (pair.lefts, pair.rights), strict=True):
                for section in sections:
                    found.setdefault(section, []).append(pair)
        self.update()

    def set_current(self, left: int | None, right: int | None) -> None:
        """Outline the band of the pair that is being looked at."""
        self._current = next((p for p in self._pairs if (p.left, p.right) == (left, right)), None)
        self.update()

    def pairs_in_view(self) -> list[Pair]:
        """Return the pairs of which one end is in view, quiet ones first."""
        found: dict[tuple[int | None, int | None], Pair] = {}
        for view, pairs in zip(self._views, self._of, strict=True):
            for section in _sections_in_view(view):
                found.update(((p.left, p.right), p) for p in pairs.get(section, ()))
        if self._current is not None:
            found[self._current.left, self._current.right] = self._current
        return sorted(
            found.values(), key=lambda p: (p is self._current, p.status != "same", p.status == "moved", p.left or 0)
        )

    def bands(self) -> list[Band]:
        """Return what is drawn, from below to above."""
        top = self._top()
        return [band for pair in self.pairs_in_view() for band in bands_of(pair, self._ends_of, top)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.desk))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._top()
        painter.setClipRect(0, top, self.width(), self.height() - top)
        for band in self.bands():
            draw_band(painter, band, self.width(), self._theme, current=band.pair is self._current)
        if self._from is not None and self._to is not None:
            painter.setPen(QPen(QColor(self._theme.red), 2, Qt.PenStyle.DashLine))
            painter.drawLine(self._from[2], self._to)

    # -- pairing by hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            side = 0 if event.position().x() < self.width() / 2 else 1
            self._from = (side, self._section_at(side, event.position().y()), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        side, section, start = self._from
        if self._to is None and (event.position() - start).manhattanLength() < _DRAGGED:
            return
        if self._to is None:
            self.grabKeyboard()  # Esc ends it
        self._to = event.position()
        self._hint(side, section)
        self._hint(1 - side, self._target())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        begun, target, dragged = self._from, self._target(), self._to is not None
        self._end_drag()
        if begun is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if dragged and target is not None:
            ends = (begun[1], target) if begun[0] == 0 else (target, begun[1])
            self.pin_requested.emit(*ends)
        elif not dragged and (pair := self.pair_at(event.position())) is not None:
            self.pair_chosen.emit(pair)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._from is not None:
            self._end_drag()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos(), self.pair_at(QPointF(event.pos())))

    def pair_at(self, point: QPointF) -> Pair | None:
        """Return the pair whose band is under a point: the one drawn uppermost."""
        return next((band.pair for band in reversed(self.bands()) if band.holds(point, self.width())), None)

    def _target(self) -> int | None:
        """Return the clause that a drag would end at: on the other half of the gutter, or beyond it."""
        if self._from is None or self._to is None:
            return None
        over = 0 if self._to.x() < self.width() / 2 else 1
        return self._section_at(over, self._to.y()) if over != self._from[0] else None

    def _end_drag(self) -> None:
        if self._to is not None:
            self.releaseKeyboard()
        self._from, self._to = None, None
        for view in self._views:
            view.set_hint(None)
        self.update()

    def _hint(self, side: int, section: int | None) -> None:
        pieces = self._views[side].pieces(section) if section is not None else ()
        self._views[side].set_hint(pieces[0] if pieces else None)

    def _section_at(self, side: int, y: float) -> int:
        return self._views[side].section_at_height(y - self._top())

    # -- where the ends of a band are

    def _top(self) -> int:
        """Return where the papers begin, in this widget's own pixels."""
        return self.mapFromGlobal(self._views[0].paper.viewport().mapToGlobal(QPoint(0, 0))).y()

    def _ends_of(self, side: int, section: int | None, other: int | None) -> Ends | None:
        """Return top and bottom of a clause in the view; where there is none, the point where it would stand."""
        view = self._views[side]
        if section is not None and (pieces := view.pieces(section)):
            return _heights(view, pieces[0])
        beyond = self._neighbour(side, other)
        if beyond is None or not (pieces := view.pieces(beyond)):
            return None
        ends = _heights(view, pieces[-1])
        return Ends(ends.bottom, ends.bottom)

    def _neighbour(self, side: int, other: int | None) -> int | None:
        """Return the clause of one side behind which a clause of the other would stand."""
        for section in range(other or 0, -1, -1):
            for pair in self._of[1 - side].get(section, ()):
                mine = (pair.lefts, pair.rights)[side]
                if mine and pair.status != "moved":
                    return mine[-1]
        return None


def _sections_in_view(view: ReadingView) -> Iterator[int]:
    document = view.document
    if document is None:
        return
    seen, outline = view.span_in_view(), document.outline
    first = max(0, bisect_right(outline.starts, seen.start) - 1)
    yield from dict.fromkeys(outline.owners[first : bisect_left(outline.starts, max(seen.start + 1, seen.end))])


def _heights(view: ReadingView, span: Span) -> Ends:
    """Return top and bottom of a stretch; one that is far from the view is not laid out only to be measured."""
    seen = view.span_in_view()
    if span.end < seen.start - _NEAR:
        return Ends(-_FAR, -_FAR + 1)
    if span.start > seen.end + _NEAR:
        return Ends(view.height() + _FAR, view.height() + _FAR + 1)
    upper, lower = view.heights_of(span)
    limit = view.height() + _FAR
    return Ends(min(max(upper, -_FAR), limit), min(max(lower, -_FAR), limit))
