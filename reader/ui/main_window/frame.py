"""Where the parts stand: head, notice, the two sides with the desk between them, foot."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.ui.main_window.side import Side

_WIDTHS = (272, 800, 332)  # px at 1440


class Frame(QWidget):
    """Remembers the widths of the sides and which of them are folded away, for one document and for a pair apart."""

    moved = Signal()

    def __init__(self, head: QWidget, notice: QWidget, desk: QWidget, foot: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.left = Side("leftSide", self)
        self.right = Side("rightSide", self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for widget in (self.left, desk, self.right):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setStretchFactor(2, 0)
        self._splitter.setSizes(list(_WIDTHS))
        self._splitter.splitterMoved.connect(lambda _position, _index: self.moved.emit())
        desk.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (head, notice):
            column.addWidget(widget)
        column.addWidget(self._splitter, 1)
        column.addWidget(foot)
        self._folded = {"single": (False, False), "pair": (True, True)}
        self._mode = "single"

    def enter_mode(self, mode: str) -> None:
        """Fold the sides as they were in this mode."""
        mode = "pair" if mode == "pair" else "single"
        if mode != self._mode:
            self._folded[self._mode] = self._now_folded()
            self._mode = mode
            self._fold(self._folded[mode])

    def state(self) -> dict[str, Any]:
        """Return widths, folds and pages, as JSON can hold them."""
        folded = {**self._folded, self._mode: self._now_folded()}
        return {
            "widths": self._splitter.sizes(),
            "folded": {mode: list(sides) for mode, sides in folded.items()},
            "pages": [self.left.current(), self.right.current()],
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take over a state; what is not understood stays as it is."""
        match state.get("widths"):
            case [int(), int(), int()] as widths if sum(widths) > 0:
                # A side that was folded has width 0 there and must not come back as a sliver.
                self._splitter.setSizes([width or usual for width, usual in zip(widths, _WIDTHS, strict=True)])
        folded = state.get("folded")
        for mode, sides in folded.items() if isinstance(folded, dict) else ():
            if mode in self._folded and isinstance(sides, list) and len(sides) == 2:
                self._folded[mode] = (bool(sides[0]), bool(sides[1]))
        self._fold(self._folded[self._mode])

    def restore_pages(self, state: dict[str, Any], usual: tuple[str, str]) -> None:
        """Build and show the pages of a state, where it tells none the usual ones; a folded side stays folded."""
        pages = state.get("pages")
        wanted = pages if isinstance(pages, list) and len(pages) == 2 else usual
        for side, page, other in zip((self.left, self.right), wanted, usual, strict=True):
            if side.current() is None:
                hidden = side.isHidden()
                side.show_page(page if isinstance(page, str) and side.has_page(page) else other)
                side.setHidden(hidden)

    def _now_folded(self) -> tuple[bool, bool]:
        return (self.left.isHidden(), self.right.isHidden())

    def _fold(self, folded: tuple[bool, bool]) -> None:
        self.left.setHidden(folded[0])
        self.right.setHidden(folded[1])
