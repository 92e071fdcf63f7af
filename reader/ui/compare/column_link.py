"""Keeps the one column and the two papers behind it together: one place, one selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.compare.column_text import LEFT, RIGHT

if TYPE_CHECKING:
    from reader.comparison.records import Comparison
    from reader.text.spans import Span
    from reader.ui.compare.one_column import OneColumn
    from reader.ui.compare.pane import ComparePane
    from reader.ui.compare.scrolling import Scrolling


class ColumnLink(QObject):
    """Trees, notes, units and the status bar go by the papers: they follow the column, and lead it where they jump."""

    activated = Signal(int)  # side that what was selected is from

    def __init__(
        self, column: OneColumn, panes: tuple[ComparePane, ComparePane], scrolling: Scrolling, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._column = column
        self._panes = panes
        self._scrolling = scrolling
        self.shown = False
        column.scrolled.connect(self._column_scrolled)
        column.selected.connect(self._selected)

    def fill(self, comparison: Comparison | None) -> None:
        """Build the column of what is compared, if it is shown, at the place that is being read."""
        left, right = self._panes[LEFT].document, self._panes[RIGHT].document
        if comparison is None or left is None or right is None:
            self._column.forget()
        elif self.shown:
            self._column.build(comparison, left, right)
            self.follow(RIGHT)

    def follow(self, side: int) -> None:
        """Bring the column to where a paper is."""
        if self.shown:
            view = self._panes[side].view
            self._column.show_place(side, round(view.part() * view.length))

    def _column_scrolled(self, offset: int) -> None:
        view = self._panes[RIGHT].view
        with self._scrolling.alone().entered():
            view.go_to_part(offset / view.length)
        self._scrolling.follow_now(RIGHT)

    def _selected(self, side: int, span: Span | None) -> None:
        self.activated.emit(side)
        if span is not None:
            self._panes[side].view.select(span)
