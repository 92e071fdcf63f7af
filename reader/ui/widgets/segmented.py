"""A few words side by side of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QToolButton, QWidget


class Segmented(QFrame):
    """Holds buttons of which one is checked; their numbers in ``group`` are their places."""

    def __init__(self, buttons: Iterable[QToolButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for place, button in enumerate(buttons):
            button.setCheckable(True)
            self.group.addButton(button, place)
            row.addWidget(button)
