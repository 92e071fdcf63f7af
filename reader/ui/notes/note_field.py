"""The field a note is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from reader.ui.widgets.plain_field import PlainField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LINES = 4


class NoteField(PlainField):
    """As high as a short note, and lower where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("写批注…（自动保存）"))
        self.setAccessibleName(self.tr("批注"))

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().lineSpacing() * _LINES + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().lineSpacing() * 2 + 20)
