"""The third way to read a comparison: one column, the old text struck through, the new one underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.ui.compare.column_text import RIGHT, ColumnText
from reader.ui.reading.view import ReadingView
from reader.ui.widgets.elided import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.anchoring.anchor import Placement
    from reader.comparison.records import Comparison
    from reader.library.records import OpenDocument
    from reader.progress import CancelToken, Progress
    from reader.settings import Settings
    from reader.text.spans import Span
    from reader.ui.jobs import Job, JobRunner
    from reader.ui.theme import Theme


class OneColumn(QWidget):
    """Typesets the column once it is asked for; what is selected in it is selected in the document it is from."""

    selected = Signal(int, object)  # side, Span of its reading text (None: nothing)
    scrolled = Signal(int)  # offset of the newer text that stands on the reading line

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._text: ColumnText | None = None
        self._placements: tuple[tuple[Placement, ...], tuple[Placement, ...]] = ((), ())
        self._wanted: Callable[[], None] | None = None  # what is to be shown once it is built
        self._quiet = False
        self.view = ReadingView(self)
        self.names = ElidedLabel(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head())
        box.addWidget(self.view, 1)
        self.view.selection_changed.connect(self._select)
        self.view.reading_line_changed.connect(lambda _place: self._tell_place())

    @property
    def text(self) -> ColumnText | None:
        """What is shown, or None before it is built."""
        return self._text

    def build(self, comparison: Comparison, left: OpenDocument, right: OpenDocument) -> None:
        """Build the column of two editions away from the window's thread, and show it."""
        self._stop()

        def work(_cancel: CancelToken, _progress: Progress) -> ColumnText:
            from reader.ui.compare.column_build import column_text

            return column_text(comparison, left, right)

        self._job = self._jobs.run(work, self._show)

    def set_names(self, left: str, right: str) -> None:
        """Say what is read: the older edition, and the newer one that it became."""
        self.names.setText(self.tr("{0} → {1}").format(left, right))

    def forget(self) -> None:
        """Show nothing any more."""
        self._stop()
        self.view.clear()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job, self._text, self._wanted = None, None, None

    def show_place(self, side: int, offset: int) -> None:
        """Bring a place of one of the documents onto the reading line, now or once the column is built."""
        if self._text is None:
            self._wanted = lambda: self.show_place(side, offset)
        elif (at := self._text.of(side, offset)) is not None:
            self._quiet = True
            self.view.go_to_part(at / self.view.length)
            self._quiet = False

    def show_difference(self, left: Span | None, right: Span | None) -> None:
        """Show a difference, now or once the column is built."""
        if self._text is None:
            self._wanted = lambda: self.show_difference(left, right)
        elif (span := self._text.difference(left, right)) is not None:
            self._quiet = True
            self.view.jump_to_span(span, flash=span.end > span.start)
            self._quiet = False

    def set_placements(self, left: Sequence[Placement], right: Sequence[Placement]) -> None:
        """Draw the annotations of both documents, as far as they stand in the column."""
        from reader.ui.compare.column_marks import in_column

        self._placements = (tuple(left), tuple(right))
        if self._text is not None:
            self.view.set_placements(in_column(self._text, self._placements))

    def set_settings(self, settings: Settings, theme: Theme) -> None:
        self.view.set_theme(theme)
        self.view.set_font_size(settings.font_size)
        self.view.set_measure(settings.measure, settings.line_height)
        self.view.set_script(settings.script)

    def _head(self) -> QWidget:
        head = QWidget(self)
        head.setObjectName("headBar")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        legend = QLabel(self.tr("删除线：旧稿删去　下划线：新稿增加"), head)
        legend.setObjectName("secondary")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.names, 1)
        row.addWidget(legend)
        return head

    def _show(self, text: ColumnText) -> None:
        self._job, self._text = None, text
        self._quiet = True
        self.view.show_document(text.document)
        self.view.set_tints(text.tints)
        self.set_placements(*self._placements)
        self._quiet = False
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def _select(self, span: Span | None) -> None:
        if self._text is None:
            return
        origin = self._text.origin(span) if span is not None else None
        if origin is not None:
            self.selected.emit(*origin)
        else:
            self.selected.emit(RIGHT, None)

    def _tell_place(self) -> None:
        if self._text is not None and not self._quiet:
            self.scrolled.emit(self._text.newer(round(self.view.part() * self.view.length)))
