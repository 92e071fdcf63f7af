"""Colours or tags of which any may be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from reader.ui.widgets.flow_layout import FlowLayout
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.theme import Theme

_DOT = 10  # px
_LONGEST = 12  # characters of a name
_LOOK = "QToolButton { border: 1px solid palette(mid); padding: 2px 6px; }"


class Chips(QWidget):
    """Names with how often there is each; with a ``theme`` they are colours, and all of them are chosen at first."""

    chosen_changed = Signal()

    def __init__(
        self, counts: Sequence[tuple[str, int]], parent: QWidget | None = None, *, theme: Theme | None = None
    ) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QToolButton] = {}
        flow = FlowLayout(self)
        for name, count in counts:
            button = QToolButton(self)
            button.setStyleSheet(_LOOK)
            shown = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
            button.setText(f"{shown} {count}".replace("&", "&&"))
            button.setToolTip(tooltip(name) if shown != name else "")
            button.setAccessibleName(name)
            button.setCheckable(True)
            if theme is not None:
                button.setChecked(True)
                button.setIcon(_dot(theme.mark_line(name)))
                button.setIconSize(QSize(_DOT, _DOT))
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.toggled.connect(lambda _on: self.chosen_changed.emit())
            flow.addWidget(button)
            self._buttons[name] = button

    def all(self) -> frozenset[str]:
        return frozenset(self._buttons)

    def chosen(self) -> frozenset[str]:
        return frozenset(name for name, button in self._buttons.items() if button.isChecked())

    def button(self, name: str) -> QToolButton:
        return self._buttons[name]


def _dot(colour: str) -> QIcon:
    picture = QPixmap(2 * _DOT, 2 * _DOT)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(1, 1, 2 * _DOT - 2, 2 * _DOT - 2)
    painter.end()
    return QIcon(picture)
