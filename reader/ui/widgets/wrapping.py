"""Plain text broken into a few lines, for delegates: Chinese may break behind any character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

_LONGEST = 2000  # characters that are looked at; no list shows more
_NOT_FIRST = "，。、；：！？）》”’…—,.;:!?)"


def wrapped(text: str, width: int, most: int, metrics: QFontMetrics) -> list[str]:
    """Return at most ``most`` lines that fit ``width`` px; what is left out is told by an ellipsis."""
    lines: list[str] = []
    for paragraph in text[:_LONGEST].split("\n"):
        rest = paragraph
        while True:
            fits = _fitting(rest, width, metrics)
            lines.append(rest[:fits])
            rest = rest[fits:]
            if not rest or len(lines) > most:
                break
        if len(lines) > most:
            break
    if len(lines) > most or len(text) > _LONGEST:
        del lines[most:]
        lines[-1] = metrics.elidedText(f"{lines[-1]}……", Qt.TextElideMode.ElideRight, width)
    return lines


def _fitting(text: str, width: int, metrics: QFontMetrics) -> int:
    """Return how many characters fit, at least one, without leaving punctuation to begin the next line."""
    if metrics.horizontalAdvance(text) <= width:
        return len(text)
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    while low > 1 and text[low : low + 1] and text[low] in _NOT_FIRST:
        low -= 1
    return low
