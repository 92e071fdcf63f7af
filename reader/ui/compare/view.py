"""Two documents side by side: what differs, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.ui.compare.difference_list import DifferenceList
from reader.ui.compare.differences import DifferenceTexts
from reader.ui.compare.head import CompareHead
from reader.ui.compare.link_bands import LinkBands
from reader.ui.compare.pair import LEFT, RIGHT, PairView
from reader.ui.compare.scroll_sync import OneAtATime, ScrollSync
from reader.ui.compare.tinting import tints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.anchoring.anchor import Placement
    from reader.comparison.records import Comparison
    from reader.library.records import OpenDocument
    from reader.progress import CancelToken, Progress
    from reader.settings import Settings
    from reader.text.spans import Span
    from reader.ui.jobs import Job, JobRunner
    from reader.ui.reading.extents import Place
    from reader.ui.reading.view import ReadingView
    from reader.ui.workspace import Workspace

_LIST_WIDTH = 280  # px


class CompareView(PairView):
    """Shows a pair, compares it away from the window's thread, and leads from difference to difference."""

    status_changed = Signal(str)  # 第2处，共6处
    compared = Signal(object)  # Comparison

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._comparison: Comparison | None = None
        self._sync: ScrollSync | None = None
        self._guard = OneAtATime()
        self._linked = True
        self._mode: str | None = None  # chosen by the user; None lets likeness decide
        self._at: int | None = None  # row of the difference shown last
        self.head = CompareHead(self)
        self.bands = LinkBands(self.panes[LEFT].view, self.panes[RIGHT].view, workspace.theme, self)
        self.differences = DifferenceList(workspace.theme, self)
        self._build()
        self._connect()

    def open_pair(
        self,
        left: OpenDocument,
        left_placements: Sequence[Placement],
        right: OpenDocument,
        right_placements: Sequence[Placement],
    ) -> None:
        """Show two documents side by side and compare them."""
        self._mode = None
        self._forget()
        self.panes[LEFT].show_document(left, left_placements)
        self.panes[RIGHT].show_document(right, right_placements)
        if left.entry.title == right.entry.title:  # the files' names tell them apart
            for pane, document in zip(self.panes, (left, right), strict=True):
                pane.set_name(document.entry.file.rpartition(".")[0] or document.entry.file)
        self.activate(LEFT)
        self._compare()

    @property
    def comparison(self) -> Comparison | None:
        """The outcome, or None while it is being worked out."""
        return self._comparison

    # -- comparing

    def set_mode(self, mode: str) -> None:
        """Compare as editions or by topics."""
        if self._comparison is None or mode != self._comparison.mode:
            self._mode = mode
            self._compare()

    def cancel(self) -> None:
        """Stop comparing; both documents stay open."""
        if self._job is not None:
            self._forget()
            self.head.set_busy(False)
            self.differences.show_rows(self.tr("比对已停止"), ())
            self._tell_status()

    def _compare(self) -> None:
        left, right = self.panes[LEFT].document, self.panes[RIGHT].document
        if left is None or right is None:
            return
        self._forget()
        self.head.set_busy(True)
        self.differences.show_rows(self.tr("正在比对…"), ())
        mode = self._mode

        def work(cancel: CancelToken, _progress: Progress) -> Comparison:
            from reader.library.comparing import compare_documents  # loads rapidfuzz

            return compare_documents(left, right, mode, cancel)

        self._job = self._jobs.run(work, self._take, self._refused)

    def _forget(self) -> None:
        """Drop the outcome, and the work on one that is under way."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._comparison, self._sync, self._at = None, None, None, None
        self.bands.set_comparison(None)
        self.differences.show_rows("", ())
        for pane in self.panes:
            pane.view.set_tints(())

    def _take(self, comparison: Comparison) -> None:
        left, right = self.panes[LEFT].document, self.panes[RIGHT].document
        if left is None or right is None:
            return
        self._job, self._comparison, self._sync = None, comparison, ScrollSync(comparison)
        views = (self.panes[LEFT].view, self.panes[RIGHT].view)
        both = tints(comparison, (left.outline, right.outline), (views[LEFT].pieces, views[RIGHT].pieces))
        for view, found in zip(views, both, strict=True):
            view.set_tints(found)
        texts = (left.reading.simplified, right.reading.simplified)
        rows = DifferenceTexts(comparison, left.outline, right.outline, *texts).rows()
        self.differences.show_rows(comparison.verdict(), rows)
        self.head.set_busy(False)
        self.head.set_mode(comparison.mode)
        self.bands.set_comparison(comparison)
        self._scrolled(self._active, views[self._active].place())
        self._tell_status()
        self.compared.emit(comparison)

    def _refused(self, error: Exception) -> None:
        self._job = None
        self.head.set_busy(False)
        self.differences.show_rows(self.tr("比对未完成：{0}").format(type(error).__name__), ())

    # -- from difference to difference

    def next_difference(self) -> None:
        """Show the next difference on both sides, after the last the first again."""
        self._step(1)

    def previous_difference(self) -> None:
        """Show the difference before, before the first the last."""
        self._step(-1)

    def show_difference(self, row: int) -> None:
        """Show one difference of the list on both sides."""
        rows = self.differences.model.rows
        if not 0 <= row < len(rows):
            return
        self._at = row
        self.differences.point_to(row)
        left, right = rows[row].left_span, rows[row].right_span
        with self._guard.entered():
            _lead(self.panes[LEFT].view, left)
            _lead(self.panes[RIGHT].view, right)
            if left is None or right is None:  # on one side only: the other shows where it would be
                there = LEFT if right is None else RIGHT
                self._follow(there, self.panes[there].view.place())
        self.bands.update()
        self._tell_status()

    def _step(self, by: int) -> None:
        count = len(self.differences.model.rows)
        if count:
            self.show_difference(((by - 1) // 2 if self._at is None else self._at + by) % count)

    def _filtered(self) -> None:
        self._at = None
        self._tell_status()

    def _tell_status(self) -> None:
        total = len(self.differences.model.rows)
        text = self._comparison.verdict() if self._comparison is not None else ""
        if total and self._at is not None:
            text = self.tr("第{0}处，共{1}处").format(self._at + 1, total)
        self.head.set_status(text)
        self.status_changed.emit(text)

    # -- scrolling together

    def set_linked(self, linked: bool) -> None:
        """Scroll the two sides together or each on its own."""
        self._linked = linked
        self.head.set_linked(linked)
        self._scrolled(self._active, self.active_view().place())

    def other_side(self) -> None:
        """Show what answers the clause in view, and go on working over there."""
        place = self._answer(self._active, self.active_view().place())
        self.activate(1 - self._active)
        if place is not None:
            with self._guard.entered():
                self.active_view().jump_to(place.section)
        self.active_view().setFocus()

    def _scrolled(self, side: int, place: Place) -> None:
        self.bands.update()
        if self._linked:
            with self._guard.entered() as first:
                if first:
                    self._follow(side, place)

    def _follow(self, side: int, place: Place) -> None:
        answer = self._answer(side, place)
        if answer is not None:
            self.panes[1 - side].view.go_to(answer)

    def _answer(self, side: int, place: Place) -> Place | None:
        if self._sync is None:
            return None
        return self._sync.right_of(place) if side == LEFT else self._sync.left_of(place)

    # -- upkeep

    def _derived_anew(self) -> None:
        self._compare()

    def _settings_changed(self, settings: Settings) -> None:
        super()._settings_changed(settings)
        self.bands.set_theme(self._workspace.theme)
        self.differences.set_theme(self._workspace.theme)

    def _connect(self) -> None:
        self.head.linked_requested.connect(self.set_linked)
        self.head.mode_requested.connect(self.set_mode)
        self.head.next_requested.connect(self.next_difference)
        self.head.previous_requested.connect(self.previous_difference)
        self.head.cancel_requested.connect(self.cancel)
        self.differences.difference_chosen.connect(self.show_difference)
        self.differences.filter_changed.connect(self._filtered)

    def _build(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        for widget in (self.panes[LEFT], self.bands, self.panes[RIGHT], self.differences):
            split.addWidget(widget)
        for index, stretch in enumerate((1, 0, 1, 0)):
            split.setStretchFactor(index, stretch)
        split.setSizes([500, self.bands.width(), 500, _LIST_WIDTH])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(split, 1)


def _lead(view: ReadingView, span: Span | None) -> None:
    if span is not None:
        view.jump_to_span(span, flash=span.end > span.start)
