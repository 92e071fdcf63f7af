"""The files a table can become, to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.ui.export.fields import Segments
from reader.ui.export.formats import EXCEL, HTML, TEXT, WORD, format_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Format(NamedTuple):
    """A kind of file by what its name ends in."""

    suffix: str
    name: str


class FormatChoice(Segments):
    """The formats, the usual one first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._formats = tuple(Format(suffix, format_name(suffix)) for suffix in (EXCEL, WORD, HTML, TEXT))
        super().__init__(tuple(one.name for one in self._formats), parent)

    def format(self) -> Format:
        return self._formats[self.chosen()]

    def choose(self, suffix: str) -> None:
        """Choose a format by its suffix."""
        self.button([one.suffix for one in self._formats].index(suffix)).setChecked(True)
