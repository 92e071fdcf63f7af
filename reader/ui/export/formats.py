"""The files a task table can become, to choose from."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from reader.ui.widgets.segmented import Segmented


class Format(NamedTuple):
    """A kind of file by what its name ends in."""

    suffix: str
    name: str


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


class FormatChoice(Segments):
    """The formats, the usual one first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        names = tuple(tr("FormatChoice", name) for name in ("Excel 表格", "Word 文档", "网页", "文本"))
        self._formats = tuple(map(Format, (".xlsx", ".docx", ".html", ".txt"), names))
        super().__init__(names, parent)

    def format(self) -> Format:
        return self._formats[self.chosen()]

    def choose(self, suffix: str) -> None:
        """Choose a format by its suffix."""
        self.button([one.suffix for one in self._formats].index(suffix)).setChecked(True)
