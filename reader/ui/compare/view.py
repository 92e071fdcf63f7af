"""Two documents compared: asks what differs, keeps what is decided, and reopens where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.comparison.records import PEERS
from reader.ui.compare.comparing_view import ComparingView
from reader.ui.compare.decisions import Decisions
from reader.ui.compare.left_state import Keeping, LeftState
from reader.ui.compare.pair import LEFT, RIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from reader.anchoring.anchor import Placement
    from reader.comparison.options import Options
    from reader.library.comparing import Compared
    from reader.library.comparisons import KeptState
    from reader.library.library import Library
    from reader.library.records import OpenDocument
    from reader.ui.compare.differences import Difference
    from reader.ui.jobs import JobRunner
    from reader.ui.operations import Operations
    from reader.ui.workspace import Workspace


class CompareView(ComparingView):
    """Compares away from the window's thread: the screenful in view at once, then the whole."""

    export_requested = Signal()
    note_made = Signal(int)  # annotation made on a difference: to be typed
    comparison_deleted = Signal()  # what is shown is not kept any more: what is decided from now on would be lost

    def __init__(
        self, workspace: Workspace, jobs: JobRunner, operations: Operations, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, jobs, parent)
        self._decisions = Decisions(workspace, jobs, operations, self)
        self._keeping = Keeping(jobs, self._left_state, self)
        self._noting = False
        self._connect(operations)

    def open_pair(
        self,
        left: OpenDocument,
        left_placements: Sequence[Placement],
        right: OpenDocument,
        right_placements: Sequence[Placement],
        kept: KeptState | None = None,
    ) -> None:
        """Show two documents side by side, as their comparison was left, and compare them."""
        self.leave()
        self._begin_anew()
        self.panes[LEFT].show_document(left, left_placements)
        self.panes[RIGHT].show_document(right, right_placements)
        self._name_panes()
        self._wish(kept.kept.mode if kept is not None else "", kept.kept.direction if kept is not None else PEERS)
        self._decisions.begin(kept)
        self.activate(LEFT)
        self._restore(LeftState.read(kept.kept.state if kept is not None else {}))
        self._keeping.begin(self._decisions.number)
        self._tell_placements()
        self.compare_again()

    def compared_state(self) -> Compared | None:
        """Return all that an export needs; None before everything is compared."""
        from reader.library.comparing import Compared

        left, right, kept = self.panes[LEFT].document, self.panes[RIGHT].document, self._decisions.kept
        if self._comparison is None or left is None or right is None:
            return None
        judgements = kept.judgements if kept is not None else {}
        return Compared(left, right, self._comparison, judgements, self._decisions.notes())

    def swap(self) -> None:
        """Exchange left and right: what was decided the other way round is kept with that comparison.

        How they are compared stays, unless it was chosen there too.
        """
        left, right = self.panes[LEFT].document, self.panes[RIGHT].document
        if left is None or right is None:
            return
        mode, direction = self._wanted, self.direction

        def read(library: Library) -> KeptState | None:
            kept = library.comparisons.open(right.entry.number, left.entry.number)
            if kept.number and mode and not kept.mode:
                library.comparisons.set_mode(kept.number, mode, direction)
            return library.comparisons.snapshot(kept.number) if kept.number else None

        def turned(kept: KeptState | None) -> None:
            if not self._shows_both(left, right):
                return  # something else lies on the desk by now
            placements = [self._workspace.placements_of(one.entry.number) for one in (right, left)]
            self.open_pair(right, placements[0], left, placements[1], kept)

        self._jobs.library_call(read, turned, lambda _error: turned(None), key="comparison-swap")

    def _shows_both(self, left: OpenDocument, right: OpenDocument) -> bool:
        numbers = [pane.document.entry.number for pane in self.panes if pane.document is not None]
        return self.isVisible() and numbers == [left.entry.number, right.entry.number]

    # -- deciding

    def pin(self) -> None:
        """Pair the clauses in view on the two sides."""
        self._decisions.pin(*self.page.here(self._active, self.active_view().section or 0))

    def part(self) -> None:
        """Part the clause in view from the one it is paired with."""
        left, right = self.page.pair_of(self._active, self.active_view().section or 0)
        if left is None or right is None:
            self._say(self.tr("这一条没有配对"))
        else:
            self._decisions.part(left, right)

    def release(self) -> None:
        """Take back what was decided about the pair of the clause in view."""
        self._decisions.release(*self.page.pair_of(self._active, self.active_view().section or 0))

    def note_difference(self) -> None:
        """Make a note on the difference in hand."""
        if self.steps.current is None:
            self._say(self.tr("请先用“下一处”选一处差异"))
        else:
            self._note(self.steps.current)

    def _note(self, difference: Difference) -> None:
        self._noting = True
        self._decisions.note(difference)

    def _mark_added(self, number: int) -> None:
        noting, self._noting = self._noting, False
        if noting:
            self.note_made.emit(number)

    def _options(self) -> Options:
        return self._decisions.options

    # -- upkeep

    def leave(self) -> None:
        """Write what is not written yet: other documents come, or the window goes."""
        self.differences.flush()
        self._keeping.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.leave()
            self._tell_badges(None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._tell_badges(self._outcome)

    def _left_state(self) -> LeftState:
        first, second = (pane.view.place() for pane in self.panes)
        trees = tuple(pane.tree_button.isChecked() for pane in self.panes)
        shown = self.differences.filter_state()
        return LeftState(self.layout_shown, self.scrolling, shown, (first, second), (trees[0], trees[1]))

    def _restore(self, state: LeftState) -> None:
        self.set_layout(state.layout)
        self.set_scrolling(state.scrolling)
        self.differences.restore_filter(state.filter)
        for pane, shown in zip(self.panes, state.trees, strict=True):
            pane.set_tree_shown(shown)
        with self.page.scrolling.alone().entered():
            for pane, place in zip(self.panes, state.places or (), strict=False):
                pane.view.go_to(place)

    def _derived_anew(self, *, same_text: bool) -> None:
        self._name_panes()
        if not same_text:
            self._drop()
        self._decisions.sections_changed()

    def _name_panes(self) -> None:
        """Let the files' names tell the two apart where their titles do not."""
        left, right = self.panes[LEFT].document, self.panes[RIGHT].document
        if left is not None and right is not None and left.entry.title == right.entry.title:
            for pane, document in zip(self.panes, (left, right), strict=True):
                pane.set_name(document.entry.file.rpartition(".")[0] or document.entry.file)
        self.column.set_names(self.panes[LEFT].name, self.panes[RIGHT].name)

    def _tell_lost(self) -> None:
        lost = self._decisions.kept.lost if self._decisions.kept is not None else 0
        if lost:
            self._say(self.tr("有{0}处人工配对或判定的条款已不在文中，暂不生效").format(lost))

    def _placements_changed(self, number: int) -> None:
        super()._placements_changed(number)
        if self.shows(number):
            self._tell_placements()

    def _tell_placements(self) -> None:
        numbers = [pane.document.entry.number for pane in self.panes if pane.document is not None]
        placements = [self._workspace.placements_of(number) for number in numbers]
        self.differences.set_placements([one for ones in placements for one in ones])
        if len(placements) == 2:
            self.column.set_placements(*placements)

    def _connect(self, operations: Operations) -> None:
        differences, decisions = self.differences, self._decisions
        self.head.export_requested.connect(self.export_requested)
        self.mode_chosen.connect(decisions.set_mode)
        for source in (differences.pin_requested, self.pin_wished):
            source.connect(decisions.pin)
        for source in (differences.part_requested, self.part_wished):
            source.connect(decisions.part)
        for source in (differences.release_requested, self.release_wished):
            source.connect(decisions.release)
        differences.judged.connect(decisions.judge)
        differences.note_requested.connect(self._note)
        differences.note_chosen.connect(self.mark_clicked)
        decisions.kept_changed.connect(differences.set_kept)
        decisions.pairs_changed.connect(self.compare_again)
        decisions.refused.connect(self.status_changed)
        decisions.deleted.connect(lambda: self.comparison_deleted.emit() if self.isVisible() else None)
        self.compared.connect(lambda _comparison: self._tell_lost())
        operations.mark_added.connect(self._mark_added)
        self.place_changed.connect(self._keeping.touch)
        self.shown_differently.connect(self._keeping.touch)
