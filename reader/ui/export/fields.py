"""Fields of a dialog: a few words to choose from, and fields with their names beside or above them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.ui.widgets.segmented import Segmented


class Segments(Segmented):
    """A few words of which one is chosen; the arrow keys go from one to the next."""

    chosen_changed = Signal(int)

    def __init__(self, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__((QToolButton() for _ in words), parent)
        for number, text in enumerate(words):
            self.button(number).setText(text)
        self.button(0).setChecked(True)
        self.group.idToggled.connect(lambda number, on: self.chosen_changed.emit(number) if on else None)

    def chosen(self) -> int:
        return self.group.checkedId()

    def button(self, number: int) -> QToolButton:
        button = self.group.button(number)
        assert isinstance(button, QToolButton)
        return button


def named_row(name: str, field: QWidget, parent: QWidget) -> QWidget:
    """Return a field behind its name; words to choose from are as wide as they are."""
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(_label(name, made))
    row.addWidget(field, 0 if isinstance(field, Segments) else 1)
    if isinstance(field, Segments):
        row.addStretch(1)
    return made


def named_column(name: str, field: QWidget, parent: QWidget) -> QWidget:
    """Return a field under its name."""
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(_label(name, made))
    column.addWidget(field)
    return made


def _label(name: str, parent: QWidget) -> QLabel:
    label = QLabel(name, parent)
    label.setObjectName("secondary")
    return label
