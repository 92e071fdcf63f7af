"""The list of differences at the right: what the comparison found, by clause and by meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.comparison.records import TOPICS
from reader.ui.compare.difference_filter import DifferenceFilter
from reader.ui.compare.difference_menu import DifferenceMenu, breaks_of, candidates
from reader.ui.compare.difference_model import DifferenceModel
from reader.ui.compare.difference_rows import DifferenceRows, Head
from reader.ui.compare.difference_view import DifferenceView, types
from reader.ui.compare.differences import Difference, DifferenceTexts
from reader.ui.compare.front_rows import front_rows
from reader.ui.compare.judgement_field import VERDICTS, JudgementField
from reader.ui.compare.notes_of_differences import notes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.anchoring.anchor import Placement
    from reader.comparison.judgement import Verdict
    from reader.comparison.records import Comparison
    from reader.library.comparisons import KeptState
    from reader.library.records import OpenDocument
    from reader.ui.theme import Theme

_TIGHT = 560  # px of height, below which the list needs the room that the remark can do without


class DifferenceList(QWidget):
    """The verdict, what is shown of it, the differences, and in 承接对照 what the user says of a clause.

    Whoever shows it tells it what is known (``show_comparison``, ``set_kept``, ``set_placements``) and does what it
    wishes; places count the differences that are shown.
    """

    difference_chosen = Signal(int)  # place in shown_rows()
    filter_changed = Signal()
    shown_changed = Signal()  # because of what was decided: other differences pass now
    note_requested = Signal(object)  # Difference
    note_chosen = Signal(int)  # annotation: show it, to be read or edited
    judged = Signal(int, object)  # number of the left section, Judgement or None
    pin_requested = Signal(int, int)  # left and right section
    part_requested = Signal(int, int)
    release_requested = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = DifferenceRows()
        self._kept: KeptState | None = None
        self._placements: dict[int, Placement] | None = None
        self.model = DifferenceModel(self)
        self.verdict = QLabel(self)
        self.verdict.setObjectName("secondary")
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setWordWrap(True)
        self.filter = DifferenceFilter(theme, self)
        self.list = DifferenceView(theme, self.model, self)
        self.list.setAccessibleName(self.tr("差异"))
        self.none_found = QLabel(self.tr("没有符合的差异"), self)
        self.none_found.setObjectName("emptyText")
        self.none_found.setTextFormat(Qt.TextFormat.PlainText)
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.judgement = JudgementField(theme, self)
        self._build()
        self._connect()
        self._refresh()

    # -- what is shown

    def show_comparison(self, comparison: Comparison, left: OpenDocument, right: OpenDocument) -> None:
        """Take the outcome of a comparison of these two documents; the filter and the difference in hand stay."""
        texts = (left.reading.simplified, right.reading.simplified)
        rows = DifferenceTexts(comparison, left.outline, right.outline, *texts).rows()
        rows += front_rows(comparison, *texts)
        self.verdict.setText(comparison.verdict())
        self._take(DifferenceRows(rows, comparison.direction, topics=comparison.mode == TOPICS))

    def show_rows(self, verdict: str, rows: Sequence[Difference] = ()) -> None:
        """Say something instead of an outcome (正在比对…), or list differences that no comparison stands behind."""
        self.verdict.setText(verdict)
        self._take(DifferenceRows(rows))

    def set_kept(self, kept: KeptState | None) -> None:
        """Take what the user decided about this comparison; None where nothing is kept."""
        before, self._kept = self.model.rows, kept
        self._tell_kept()
        self._refresh()
        if self.model.rows != before:
            self.shown_changed.emit()

    def set_placements(self, placements: Iterable[Placement]) -> None:
        """Take the annotations of both documents: the texts of the notes on differences."""
        self._placements = {placement.annotation.number: placement for placement in placements}
        self._tell_kept()
        self._refresh()

    def shown_rows(self) -> tuple[Difference, ...]:
        """Return the differences that pass the filter, in their order."""
        return self.model.rows

    def all_hidden(self) -> bool:
        """Whether there are differences, and none of them passes the filter."""
        return bool(self._rows.differences) and not self.model.rows

    def point_to(self, row: int) -> None:
        """Show which difference is being looked at, without asking for it."""
        index = self.model.index_of(row)
        self.list.setCurrentIndex(index)
        if isinstance(self.model.line(above := index.siblingAtRow(index.row() - 1)), Head):
            self.list.scrollTo(above)  # a difference without the name of its clause says little
        self.list.scrollTo(index)

    def filter_state(self) -> dict[str, object]:
        """Return what is filtered, to be kept: plain values only."""
        return self.filter.state()

    def restore_filter(self, state: Mapping[str, object]) -> None:
        """Filter as a state says, without telling; what it does not say is not filtered."""
        self.filter.restore(state)
        self._refresh()

    def substantive_only(self) -> bool:
        """Whether only what matters is shown."""
        return self.filter.only.isChecked()

    def set_substantive_only(self, only: bool) -> None:
        """Show only what matters, or everything."""
        self.filter.only.setChecked(only)

    def flush(self) -> None:
        """Hand on what is typed and not yet saved."""
        self.judgement.flush()

    def set_theme(self, theme: Theme) -> None:
        for widget in (self.filter, self.list, self.judgement):
            widget.set_theme(theme)

    def event(self, event: QEvent) -> bool:
        """Keep the letters and digits that mark text on the papers from doing so while the list is worked in."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and types(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge by digits wherever in the panel the keyboard is, but where something is typed."""
        if types(event) and event.text().isdecimal():
            self._digit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.judgement.set_tight(tight=self.height() < _TIGHT)

    def row_menu(self, place: int) -> DifferenceMenu:
        """Return what can be done with a difference that is shown."""
        row = self.model.rows[place]
        menu = DifferenceMenu(row, self)
        menu.add(self.tr("转到此处"), lambda: self.difference_chosen.emit(place))
        menu.add(self.tr("写批注…"), lambda: self.note_requested.emit(row))
        menu.add_copy()
        if self._rows.judging and row.left is not None:
            judgement = self._rows.judgements.get(row.left)
            menu.add_judging(judgement.verdict if judgement else None, lambda given: self._judge(place, given))
        menu.add_pairing(
            candidates(row, self._rows.differences),
            breaks_of(row, self._kept.breaks if self._kept is not None else ()),
            self.pin_requested.emit,
            self.part_requested.emit,
            self.release_requested.emit,
        )
        menu.add_filters(self.filter.only_class, self.filter.ignore)
        return menu

    # -- inside

    def _take(self, rows: DifferenceRows) -> None:
        self.judgement.flush()
        before = self.list.current_place()
        here = self.model.rows[before] if before is not None and before < len(self.model.rows) else None
        self._rows = rows
        self._tell_kept()
        substantive = any(not row.substantive for row in rows.differences)
        self.filter.set_classes(rows.counts(), substantive=substantive, judging=rows.judging)
        self.filter.setVisible(bool(rows.differences))
        self._refresh()
        again = _find(here, self.model.rows) if here is not None else None
        if again is not None:
            self.point_to(again)

    def _tell_kept(self) -> None:
        kept, rows = self._kept, self._rows
        rows.judgements = kept.judgements if kept is not None else {}
        rows.notes = notes_of(rows.differences, kept.notes if kept is not None else (), self._placements)

    def _refresh(self) -> None:
        """Show what passes; the difference in hand stays the current one as long as it does."""
        place = self.list.current_place()
        here = self.model.rows[place] if place is not None and place < len(self.model.rows) else None
        shown = self._rows.shown(self.filter.chosen(), self.judgement.section() if self._rows.judging else None)
        lines = self._rows.lines(shown)
        self.list.expect_rows(len(lines))
        self.model.set_lines(lines)
        if here is not None and here in shown and self.list.current_place() is None:
            self.point_to(shown.index(here))
        every = len(self._rows.differences)
        self.filter.set_count(len(shown), every)
        self.none_found.setVisible(not lines and bool(every))
        self.list.setVisible(bool(lines) or not every)
        self._show_judgement(self.list.current_place())

    def _show_judgement(self, place: int | None) -> None:
        row = self.model.rows[place] if place is not None and place < len(self.model.rows) else None
        judging = self._rows.judging and row is not None and row.left is not None
        if row is not None and row.left is not None and judging:
            self.judgement.open(row.left, self._rows.judgements.get(row.left))
        else:
            self.judgement.close_clause()
        self.judgement.setVisible(judging)

    def _judge(self, place: int, verdict: Verdict | None) -> None:
        self.point_to(place)
        self.judgement.judge(verdict)

    def _digit(self, digit: int) -> None:
        if self.judgement.isVisible() and 0 <= digit <= len(VERDICTS):
            self.judgement.judge(VERDICTS[digit - 1] if digit else None)

    def _filtered(self) -> None:
        self._refresh()
        self.filter_changed.emit()

    def _show_menu(self, at: QPoint) -> None:
        place = self.model.place(self.list.indexAt(at))
        if place is not None:
            menu = self.row_menu(place)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _connect(self) -> None:
        self.filter.changed.connect(self._filtered)
        self.list.difference_chosen.connect(self.difference_chosen)
        self.list.picked.connect(self._show_judgement)
        self.list.note_chosen.connect(self.note_chosen)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.judgement.judged.connect(self.judged)
        self.judgement.left.connect(self.list.setFocus)

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(8)
        box.addWidget(self.verdict)
        box.addWidget(self.filter)
        box.addWidget(self.none_found, 1)
        box.addWidget(self.list, 1)
        box.addWidget(self.judgement)


def _find(here: Difference, rows: Sequence[Difference]) -> int | None:
    """Return where a difference stands in the list now: the same one, else one of the same clause."""
    same = [
        place for place, row in enumerate(rows) if (row.kind, row.text, row.path) == (here.kind, here.text, here.path)
    ]
    clause = [place for place, row in enumerate(rows) if (row.left, row.right) == (here.left, here.right)]
    return next(iter(same or clause), None)
