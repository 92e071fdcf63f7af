"""The two papers side by side, with the gutter between them and the map of both at the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QWidget

from reader.ui.compare.comparison_map import ComparisonMap
from reader.ui.compare.link_bands import LinkBands
from reader.ui.compare.pair_menu import Wishes, add_pairing
from reader.ui.compare.scrolling import Scrolling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPoint

    from reader.comparison.options import Options
    from reader.comparison.records import Comparison, Pair
    from reader.text.spans import Span
    from reader.ui.compare.outcome import Outcome
    from reader.ui.compare.pane import ComparePane
    from reader.ui.reading.mark_bar import MarkMenu
    from reader.ui.theme import Theme

_LEAST = 160  # px that a paper is wide at least


class PairPage(QWidget):
    """Shows an outcome on both sides, scrolls them together, and offers to pair clauses by hand."""

    def __init__(
        self,
        panes: tuple[ComparePane, ComparePane],
        theme: Theme,
        wishes: Wishes,
        options: Callable[[], Options],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.panes = panes
        self.views = (panes[0].view, panes[1].view)
        self._wishes = wishes
        self._options = options
        self._comparison: Comparison | None = None
        self.scrolling = Scrolling(*self.views, self)
        self.bands = LinkBands(*self.views, theme, self)
        self.map = ComparisonMap(*self.views, theme, self)
        self.bands.pair_chosen.connect(self._align)
        self.bands.pin_requested.connect(wishes.pin)
        self.bands.menu_requested.connect(self._open_menu)
        self.map.going_requested.connect(lambda side, part: self.views[side].go_to_part(part))
        for side, view in enumerate(self.views):
            view.typeset.connect(self.moved)
            view.menu_built.connect(lambda menu, offset, side=side: self._extend_menu(menu, side, offset))
        self._build()

    def show_outcome(self, found: Outcome | None) -> None:
        """Colour both papers, the gutter, the map and the trees (None: as if nothing were compared)."""
        self._comparison = found.comparison if found is not None else None
        for side, pane in enumerate(self.panes):
            pane.view.set_tints(found.tints[side] if found is not None else ())
            pane.set_differences(found.badges[side] if found is not None else {})
        self.map.set_marks(*(found.marks if found is not None else ((), ())))
        self.bands.set_comparison(self._comparison)
        self.scrolling.set_sync(found.sync if found is not None else None)

    def moved(self) -> None:
        """One of the two papers scrolled."""
        self.bands.update()
        self.map.update()

    def align(self, left: int, right: int) -> None:
        """Bring two clauses to one height, wherever they stand."""
        self.scrolling.align(left, right)
        self.bands.set_current(left, right)
        self.moved()

    def show_ends(self, ends: tuple[int | None, int | None], spans: tuple[Span | None, Span | None]) -> None:
        """Show a difference on both sides; where it is on one side only, the other shows where it would be."""
        with self.scrolling.alone().entered():
            for view, span in zip(self.views, spans, strict=True):
                if span is not None:
                    view.jump_to_span(span, flash=span.end > span.start)
        if None in spans:
            self.scrolling.follow_now(0 if spans[1] is None else 1)
        elif self.moved_pair([ends]) is not None:
            self.scrolling.hold(ends)
        self.bands.set_current(*ends)
        self.moved()

    def moved_pair(self, wanted: Sequence[tuple[int | None, int | None]]) -> tuple[int, int] | None:
        """Return the first of these pairs that are the two ends of a move."""
        pairs = self._comparison.pairs if self._comparison is not None else ()
        ends = {(p.left, p.right) for p in pairs if p.status == "moved"}
        return next(((a, b) for a, b in wanted if (a, b) in ends and a is not None and b is not None), None)

    def set_theme(self, theme: Theme) -> None:
        self.bands.set_theme(theme)
        self.map.set_theme(theme)

    def pair_of(self, side: int, section: int) -> tuple[int | None, int | None]:
        """Return what a clause belongs to: it and its answer on the other side, in the order left, right."""
        found = self._comparison
        if side == 0:
            return section, found.counterpart_of_left(section) if found is not None else None
        return found.counterpart_of_right(section) if found is not None else None, section

    def here(self, side: int, section: int) -> tuple[int, int]:
        """Return a clause and the one in view on the other side, in the order left, right."""
        other = self.views[1 - side].section or 0
        return (section, other) if side == 0 else (other, section)

    def _align(self, pair: Pair) -> None:
        if pair.left is not None and pair.right is not None:
            self._wishes.align(pair.left, pair.right)
        else:
            side, section = (0, pair.left) if pair.left is not None else (1, pair.right)
            self.views[side].jump_to(section or 0)

    def _extend_menu(self, menu: MarkMenu, side: int, offset: int | None) -> None:
        document = self.views[side].document
        if document is None or self._comparison is None:
            return
        section = document.outline.at(offset).number if offset is not None else self.views[side].section
        if section:
            here = self.here(side, section)
            add_pairing(menu, self.pair_of(side, section), here if all(here) else None, self._options(), self._wishes)

    def _open_menu(self, at: QPoint, pair: Pair | None) -> None:
        if pair is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_pairing(menu, (pair.left, pair.right), None, self._options(), self._wishes)
        if not menu.isEmpty():
            menu.popup(at)

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        for widget in (self.panes[0], self.bands, self.panes[1]):
            split.addWidget(widget)
        for index, stretch in enumerate((1, 0, 1)):
            split.setStretchFactor(index, stretch)
        split.setSizes([500, self.bands.width(), 500])
        for pane in self.panes:
            pane.setMinimumWidth(_LEAST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(split, 1)
        row.addWidget(self.map)
