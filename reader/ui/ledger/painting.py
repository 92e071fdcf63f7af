"""Counts of duties, painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from reader.ui.ledger.words import ORDER, counts_text, duty_word, in_words
from reader.units.assignment import Duty

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.ui.theme import Theme


def paint_counts(painter: QPainter, rect: QRect, counts: Mapping[Duty, int], font: QFont, theme: Theme) -> None:
    """Paint 牵头2 责任3 from the left; what leads stands out, and what does not fit is elided."""
    painter.setFont(font)
    metrics, x = painter.fontMetrics(), float(rect.left())
    for duty in ORDER:
        if not counts.get(duty):
            continue
        word, number = duty_word(duty), str(counts[duty])
        if x + metrics.horizontalAdvance(word + number) > rect.right() + 2:
            painter.setPen(QColor(theme.faint))
            painter.drawText(QPointF(x, _base(rect, metrics)), "…")
            return
        painter.setPen(QColor(theme.unit if duty == Duty.LEAD else theme.secondary))
        painter.drawText(QPointF(x, _base(rect, metrics)), word)
        x += metrics.horizontalAdvance(word) + 1
        painter.setPen(QColor(theme.unit if duty == Duty.LEAD else theme.ink))
        painter.drawText(QPointF(x, _base(rect, metrics)), number)
        x += metrics.horizontalAdvance(number) + 7


def counts_width(counts: Mapping[Duty, int], font: QFont) -> int:
    """Return how wide ``paint_counts`` paints at most."""
    return QFontMetrics(font).horizontalAdvance(counts_text(counts)) + 6 * len(in_words(counts))


def small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.88)
    return made


def _base(rect: QRect, metrics: QFontMetrics) -> float:
    return rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2
