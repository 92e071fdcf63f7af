"""The bands between the papers: which there are for a pair, what they look like, and what lies under a point.

Each kind has a shape of its own, for those who see no difference of colour: equal clauses a plain ground, renumbered
ones dashed edges, changed ones edges, moved ones double edges; what only one side has tapers to a point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from reader.comparison.records import NEAR
from reader.ui.theme import mixed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from reader.comparison.records import Pair
    from reader.ui.theme import Theme

_AIR = 2.0  # px kept free at either end, so that neighbours do not touch
_DOUBLE = 4.0  # px between the two edges of a moved band


class Ends(NamedTuple):
    """Top and bottom of one end of a band, in pixels of the view."""

    top: float
    bottom: float

    def part(self, start: float, end: float) -> Ends:
        """Return the stretch between two fractions."""
        height = self.bottom - self.top
        return Ends(self.top + start * height, self.top + end * height)


class Band(NamedTuple):
    """One band, in pixels of the gutter."""

    pair: Pair
    left: Ends
    right: Ends

    def holds(self, point: QPointF, width: float) -> bool:
        return _path(self, width).contains(point)


if TYPE_CHECKING:
    EndsOf = Callable[[int, int | None, int | None], Ends | None]  # side, section, section of the other side


def bands_of(pair: Pair, ends_of: EndsOf, top: float) -> list[Band]:
    """Return the bands of a pair: one, or one for each part of a split or merge, fanned out."""
    lefts: tuple[int | None, ...] = pair.lefts or (None,)
    rights: tuple[int | None, ...] = pair.rights or (None,)
    left = [ends_of(0, n, pair.right) for n in lefts]
    right = [ends_of(1, n, pair.left) for n in rights]
    if len(left) == 1 and len(right) > 1:
        left = _fanned(left[0], right)
    elif len(right) == 1 and len(left) > 1:
        right = _fanned(right[0], left)
    linked = zip(left, right, strict=False)  # of several with several, each is linked with the one it stands beside
    return [Band(pair, _moved(a, top), _moved(b, top)) for a, b in linked if a is not None and b is not None]


def draw_band(painter: QPainter, band: Band, width: float, theme: Theme, *, current: bool) -> None:
    """Draw a band in the colour and the shape of its kind; the current one is outlined in red."""
    path = _path(band, width)
    status = NEAR if band.pair.level == NEAR else band.pair.status
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_ground(status, theme)))
    painter.drawPath(path)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    edge = _edge(status, theme)
    if edge is not None:
        painter.setPen(edge)
        for inset in (0.0, _DOUBLE) if status == "moved" else (0.0,):
            _draw_edges(painter, band, width, inset)
    if current:
        painter.setPen(QPen(QColor(theme.red), 1.6))
        _draw_edges(painter, band, width, 0.0)
    if band.pair.pinned:
        _draw_pin(painter, band, width, theme)


def _fanned(one: Ends | None, many: list[Ends | None]) -> list[Ends | None]:
    """Divide one end among several, each in proportion to its height."""
    heights = [max(1.0, ends.bottom - ends.top) if ends is not None else 1.0 for ends in many]
    whole, done = sum(heights), 0.0
    parts: list[Ends | None] = []
    for height in heights:
        parts.append(one.part(done / whole, (done + height) / whole) if one is not None else None)
        done += height
    return parts


def _moved(ends: Ends, by: float) -> Ends:
    air = min(_AIR, (ends.bottom - ends.top) / 2)
    return Ends(ends.top + by + air, ends.bottom + by - air)


def _ground(status: str, theme: Theme) -> str:
    grounds = {
        "changed": mixed(theme.changed_ground, theme.desk, 0.75),
        "moved": mixed(theme.moved, theme.desk, 0.16),
        "added": mixed(theme.added, theme.desk, 0.22),
        "removed": mixed(theme.removed, theme.desk, 0.2),
        "answered": mixed(theme.moved, theme.desk, 0.16),
        NEAR: mixed(theme.hairline, theme.desk, 0.5),
    }
    return grounds.get(status, mixed(theme.hairline, theme.desk, 0.55))


def _edge(status: str, theme: Theme) -> QPen | None:
    edges = {
        "changed": (theme.changed, 1.0, Qt.PenStyle.SolidLine),
        "moved": (theme.moved, 1.2, Qt.PenStyle.SolidLine),
        "added": (theme.added, 1.2, Qt.PenStyle.SolidLine),
        "removed": (theme.removed, 1.2, Qt.PenStyle.SolidLine),
        "renumbered": (theme.faint, 1.0, Qt.PenStyle.DashLine),
        "answered": (theme.moved, 1.0, Qt.PenStyle.SolidLine),
        NEAR: (theme.faint, 1.0, Qt.PenStyle.DashLine),
    }
    if status not in edges:
        return None
    colour, width, style = edges[status]
    return QPen(QColor(colour), width, style)


def _path(band: Band, width: float) -> QPainterPath:
    path, middle = QPainterPath(), width / 2
    path.moveTo(0, band.left.top)
    path.cubicTo(middle, band.left.top, middle, band.right.top, width, band.right.top)
    path.lineTo(width, band.right.bottom)
    path.cubicTo(middle, band.right.bottom, middle, band.left.bottom, 0, band.left.bottom)
    path.closeSubpath()
    return path


def _draw_edges(painter: QPainter, band: Band, width: float, inset: float) -> None:
    for left, right, by in (
        (band.left.top, band.right.top, inset),
        (band.left.bottom, band.right.bottom, -inset),
    ):
        path, middle = QPainterPath(QPointF(0, left + by)), width / 2
        path.cubicTo(middle, left + by, middle, right + by, width, right + by)
        painter.drawPath(path)


def _draw_pin(painter: QPainter, band: Band, width: float, theme: Theme) -> None:
    """A dot in the middle of the band: the user made this pair."""
    y = (band.left.top + band.left.bottom + band.right.top + band.right.bottom) / 4
    painter.setPen(QPen(QColor(theme.paper), 1.5))
    painter.setBrush(QColor(theme.secondary))
    painter.drawEllipse(QPointF(width / 2, y), 4, 4)
