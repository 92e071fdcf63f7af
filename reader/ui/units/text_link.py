"""Words that lead to their place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.ui.widgets.plain import tooltip
from reader.ui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from reader.text.spans import Span
    from reader.ui.theme import Theme

_MOST_LINES = 3


class TextLink(QAbstractButton):
    """Shows words in one line, or in a few where ``wraps``; a line under them says that they can be pressed."""

    chosen = Signal(object)  # Span, or None where they stand for no place
    hovered = Signal(object)  # Span, or None when the mouse left

    def __init__(
        self,
        text: str,
        span: Span | None,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
        quiet: bool = False,
        struck: bool = False,
    ) -> None:
        super().__init__(parent)
        self._shown, self._span, self._theme = text, span, theme
        self._wraps, self._quiet, self._struck = wraps, quiet, struck
        self.setAccessibleName(text)
        self.setToolTip(tooltip(text) if len(text) > 12 else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # narrower than the words too
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: self.chosen.emit(self._span))

    def shown_text(self) -> str:
        return self._shown

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._shown) + 2, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self._pitch() + 2

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.hovered.emit(self._span)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, pitch = self._theme, self._pitch()
        painter = QPainter(self)
        active = self.hasFocus() or self.underMouse()
        colour = QColor(theme.ink if active or not self._quiet else theme.secondary)
        style = Qt.PenStyle.SolidLine if active or self._struck else Qt.PenStyle.DotLine
        for number, line in enumerate(self._lines(self.width())):
            box = QRect(0, 1 + number * pitch, self.width(), pitch)
            painter.setPen(colour)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
            painter.setPen(QPen(colour if active or self._struck else QColor(theme.faint), 1, style))
            y = box.center().y() if self._struck else box.bottom() - 1
            painter.drawLine(0, y, min(self.width(), self.fontMetrics().horizontalAdvance(line)) - 1, y)

    def _lines(self, width: int) -> list[str]:
        if self._wraps:
            return wrapped(self._shown, max(width, 1), _MOST_LINES, self.fontMetrics())
        return [self.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, max(width, 1))]

    def _pitch(self) -> int:
        return self.fontMetrics().height() + 3
