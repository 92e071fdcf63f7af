"""The gutter between the two papers: bands that link what belongs together, as far as it is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QWidget

from reader.ui.theme import mixed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent

    from reader.comparison.records import Comparison, Pair
    from reader.ui.reading.view import ReadingView
    from reader.ui.theme import Theme

WIDTH = 48  # px
_FAR = 4000  # px beyond the view that a band is drawn towards at most


class LinkBands(QWidget):
    """Reads the two views and the comparison; draws nothing that is not in view on one side at least."""

    def __init__(self, left: ReadingView, right: ReadingView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._views = (left, right)
        self._theme = theme
        self._of_left: dict[int, list[Pair]] = {}
        self._of_right: dict[int, list[Pair]] = {}

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Take the pairs to link (None for none)."""
        self._of_left, self._of_right = {}, {}
        for pair in comparison.pairs if comparison is not None else ():
            if pair.left is not None and pair.right is not None and pair.status != "unanswered":
                self._of_left.setdefault(pair.left, []).append(pair)
                self._of_right.setdefault(pair.right, []).append(pair)
        self.update()

    def pairs_in_view(self) -> list[Pair]:
        """Return the linked pairs of which one end is in view, quiet ones first."""
        found: dict[tuple[int | None, int | None], Pair] = {}
        for view, pairs in zip(self._views, (self._of_left, self._of_right), strict=True):
            for section in _sections_in_view(view):
                found.update(((p.left, p.right), p) for p in pairs.get(section, ()))
        return sorted(found.values(), key=lambda p: (p.status != "same", p.status == "moved", p.left or 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.desk))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = self.mapFromGlobal(self._views[0].paper.viewport().mapToGlobal(self.rect().topLeft())).y()
        painter.setClipRect(0, top, self.width(), self.height() - top)
        for pair in self.pairs_in_view():
            if pair.left is None or pair.right is None:
                continue
            left, right = _heights(self._views[0], pair.left, top), _heights(self._views[1], pair.right, top)
            if left and right:
                painter.setBrush(QColor(self._colour(pair.status)))
                painter.drawPath(_band(left, right, self.width()))

    def _colour(self, status: str) -> str:
        theme = self._theme
        grounds = {"changed": theme.changed_ground, "moved": mixed(theme.moved, theme.desk, 0.22)}
        return grounds.get(status, mixed(theme.hairline, theme.desk, 0.55))


def _sections_in_view(view: ReadingView) -> Iterator[int]:
    document = view.document
    if document is None:
        return
    seen = view.span_in_view()
    first, last = (document.outline.at(at).number for at in (seen.start, max(seen.start, seen.end - 1)))
    yield from range(min(first, last), max(first, last) + 1)


def _heights(view: ReadingView, section: int, top: int) -> tuple[float, float] | None:
    pieces = view.pieces(section)
    if not pieces:
        return None
    upper, lower = view.heights_of(pieces[0])
    limit = view.height() + _FAR
    return min(max(upper, -_FAR), limit) + top + 2, min(max(lower, -_FAR), limit) + top - 2


def _band(left: tuple[float, float], right: tuple[float, float], width: int) -> QPainterPath:
    path, middle = QPainterPath(), width / 2
    path.moveTo(0, left[0])
    path.cubicTo(middle, left[0], middle, right[0], width, right[0])
    path.lineTo(width, right[1])
    path.cubicTo(middle, right[1], middle, left[1], 0, left[1])
    path.closeSubpath()
    return path
