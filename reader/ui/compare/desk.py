"""How a comparison is shown and walked through: two papers or one column, the list beside them, the bar above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from reader.comparison.records import EDITIONS, NEAR
from reader.ui.compare.column_link import ColumnLink
from reader.ui.compare.difference_list import DifferenceList
from reader.ui.compare.head import COLUMN, PAIR, CompareHead
from reader.ui.compare.one_column import OneColumn
from reader.ui.compare.pair import RIGHT, PairView
from reader.ui.compare.pair_menu import Wishes
from reader.ui.compare.pair_page import PairPage
from reader.ui.compare.stepping import Stepping

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from reader.comparison.options import Options
    from reader.comparison.records import Comparison
    from reader.settings import Settings
    from reader.ui.compare.differences import Difference
    from reader.ui.compare.outcome import Outcome
    from reader.ui.jobs import JobRunner
    from reader.ui.reading.extents import Place
    from reader.ui.reading.view import ReadingView
    from reader.ui.workspace import Workspace

_LIST_WIDTH, _LIST_LEAST = 312, 224  # px
_LIST_SHARE = 0.22  # of the whole width


class CompareDesk(PairView):
    """Shows whatever outcome it is given; knows nothing of how it came about."""

    status_changed = Signal(str)  # 第2处，共6处 · 相同14条
    shown_differently = Signal()  # layout, way of scrolling, mode or filter

    pin_wished = Signal(int, int)  # left and right section
    part_wished = Signal(int, int)
    release_wished = Signal(object, object)  # either may be None

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._comparison: Comparison | None = None
        self._outcome: Outcome | None = None
        self._sized_by_user = False
        self.layout_shown = PAIR
        self.head = CompareHead(self)
        wishes = Wishes(self.pin_wished.emit, self.part_wished.emit, self.release_wished.emit, self.align)
        self.page = PairPage(self.panes, workspace.theme, wishes, self._options, self)
        self.column = OneColumn(jobs, self)
        self.column.set_settings(workspace.settings, workspace.theme)
        self.link = ColumnLink(self.column, self.panes, self.page.scrolling, self)
        self.differences = DifferenceList(workspace.theme, self)
        self.steps = Stepping(self)
        self._pages = QStackedWidget(self)
        self._build()
        self._connect_desk()

    @property
    def comparison(self) -> Comparison | None:
        """The outcome, or None while it is being worked out."""
        return self._comparison

    @property
    def scrolling(self) -> str:
        """Whether the sides scroll by pair, by proportion or free."""
        return self.page.scrolling.mode

    @property
    def substantive_only(self) -> bool:
        """Whether the list shows only what matters."""
        return self.differences.substantive_only()

    def set_substantive_only(self, only: bool) -> None:
        self.differences.set_substantive_only(only)

    def finding_view(self) -> ReadingView:
        """Return the view that text is looked for in: the column where it is shown, else the active side."""
        return self.column.view if self.layout_shown == COLUMN else self.active_view()

    # -- layout and scrolling

    def set_layout(self, layout: str) -> None:
        """Show the two papers (pair), or editions in one column."""
        if layout == COLUMN and self._comparison is not None and self._comparison.mode != EDITIONS:
            layout = PAIR
        if layout != self.layout_shown:
            self.layout_shown = layout
            self.head.show_layout(layout)
            self._pages.setCurrentWidget(self.column if layout == COLUMN else self.page)
            self.link.shown = layout == COLUMN
            if layout == COLUMN:
                self.activate(RIGHT)
                self.link.fill(self._comparison)
            self.shown_differently.emit()

    def set_scrolling(self, scrolling: str) -> None:
        """Scroll the two sides by what belongs together (pair), by proportion, or each on its own (free)."""
        self.page.scrolling.mode = scrolling
        self.head.scrollings.choose(scrolling)
        self.page.scrolling.lead(self._active, self.active_view().place(), at_once=True)
        self.shown_differently.emit()

    def other_side(self) -> None:
        """Show what answers the clause in view, and go on working over there."""
        view = self.active_view()
        here = view.place()
        place = self.page.scrolling.answer(self._active, here._replace(section=view.section or here.section))
        self.activate(1 - self._active)
        if place is not None:
            with self.page.scrolling.alone().entered():
                self.active_view().jump_to(place.section)
        self.active_view().setFocus()

    def move_ends(self) -> None:
        """Bring both ends of a move to one height: of the difference in hand, else of the clause in view."""
        row = self.steps.current
        wanted = [(row.left, row.right)] if row is not None else []
        pair = self.page.moved_pair([*wanted, self.page.pair_of(self._active, self.active_view().section or 0)])
        if pair is None:
            self._say(self.tr("这一条没有移动"))
        else:
            self.align(*pair)

    def align(self, left: int, right: int) -> None:
        """Bring two clauses to one height, wherever they stand."""
        self.set_layout(PAIR)
        self.page.align(left, right)

    # -- from difference to difference

    def next_difference(self) -> None:
        """Show the next difference on both sides, after the last the first again."""
        self.steps.step(1)

    def previous_difference(self) -> None:
        """Show the difference before, before the first the last."""
        self.steps.step(-1)

    def show_difference(self, row: int) -> None:
        """Show one difference of the list, wherever it stands."""
        self.steps.go(row)

    def _filtered(self) -> None:
        self.steps.set_rows(self.differences.shown_rows())
        self.shown_differently.emit()

    def _show_step(self, row: Difference) -> None:
        if self.steps.at is not None:
            self.differences.point_to(self.steps.at)
        self.page.show_ends((row.left, row.right), (row.left_span, row.right_span))
        if self.layout_shown == COLUMN:
            self.column.show_difference(row.left_span, row.right_span)

    # -- the outcome

    def _show_outcome(self, found: Outcome | None) -> None:
        """Colour everything but the list; what is in view stays where it is."""
        self._outcome = found
        self.page.show_outcome(found)
        self._tell_badges(found)
        if self._comparison is not None and self._comparison.mode != EDITIONS:
            self.set_layout(PAIR)
        self.link.fill(self._comparison)

    def _tell_badges(self, found: Outcome | None) -> None:
        """Tell the window's own tree what became of the sections of both documents."""
        for side, pane in enumerate(self.panes):
            if pane.document is not None:
                self._workspace.set_differences(pane.document.entry.number, found.badges[side] if found else {})

    def _tell_status(self) -> None:
        found = self._comparison
        self.head.set_steppable(self.steps.count > 0)
        if found is None:
            return
        words = self.tr("没有符合的差异") if self.differences.all_hidden() else self.steps.words()
        self.head.set_status(words)
        if found.mode == EDITIONS:
            rest = self.tr("相同{0}条").format(found.summary()["same"])
        else:  # as the verdict counts them: what only comes near is none of them
            best = {pair.left: pair.level for pair in reversed(found.pairs) if pair.right is not None}
            rest = self.tr("有对应{0}条").format(sum(level != NEAR for level in best.values()))
        self._say(" · ".join((words, rest)))

    def _say(self, sentence: str) -> None:
        self.status_changed.emit(sentence)

    def _options(self) -> Options:
        """Return the pairs made and broken by hand."""
        raise NotImplementedError

    # -- upkeep

    def _scrolled(self, side: int, place: Place) -> None:
        self.page.scrolling.lead(side, place)
        self.page.moved()
        if side == self._active and not self.page.scrolling.following:
            self.link.follow(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._sized_by_user:
            width = min(max(_LIST_LEAST, round(_LIST_SHARE * self.width())), _LIST_WIDTH)
            self._split.setSizes([self.width() - width, width])

    def _list_sized(self) -> None:
        self._sized_by_user = True

    def _settings_changed(self, settings: Settings) -> None:
        with self.page.scrolling.alone().entered():  # each side is set anew and keeps its own place
            super()._settings_changed(settings)
        theme = self._workspace.theme
        self.page.set_theme(theme)
        self.differences.set_theme(theme)
        self.column.set_settings(settings, theme)

    def _connect_desk(self) -> None:
        head, steps = self.head, self.steps
        head.layout_requested.connect(self.set_layout)
        head.scrolling_requested.connect(self.set_scrolling)
        head.next_requested.connect(self.next_difference)
        head.previous_requested.connect(self.previous_difference)
        steps.stepped.connect(self._show_step)
        steps.changed.connect(self._tell_status)
        self.link.activated.connect(self.activate)
        self._connect_wishes(self.column.view)
        self.differences.difference_chosen.connect(self.show_difference)
        self.differences.filter_changed.connect(self._filtered)
        self.differences.shown_changed.connect(lambda: steps.set_rows(self.differences.shown_rows()))

    def _build(self) -> None:
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.column)
        self._split = split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._pages)
        split.addWidget(self.differences)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        self.differences.setMinimumWidth(_LIST_LEAST)
        split.splitterMoved.connect(self._list_sized)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(split, 1)
