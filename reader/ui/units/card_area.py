"""The card with as much height as it wants, as far as there is room for it; what is longer scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

_SEEN = 64  # px of the card that are seen, however little room there is


class CardArea(QScrollArea):
    """Holds a widget whose height follows from its width; ``room`` tells how high it may be."""

    def __init__(self, card: QWidget, room: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._card, self._room = card, room
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setWidget(card)
        card.installEventFilter(self)
        parent.installEventFilter(self)

    def fit(self) -> None:
        """Take the height that the card wants now."""
        card = self._card
        wanted = card.heightForWidth(max(1, self.width())) if card.hasHeightForWidth() else card.sizeHint().height()
        height = min(wanted, max(_SEEN, self._room()))
        if height != self.height() or self.minimumHeight() != self.maximumHeight():
            self.setFixedHeight(max(1, height))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == (QEvent.Type.LayoutRequest if watched is self._card else QEvent.Type.Resize):
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
