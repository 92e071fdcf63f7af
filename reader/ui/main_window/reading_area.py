"""The middle of the desk: one document, two side by side, or none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.ui.main_window.places import Place

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reader.library.comparisons import KeptState
    from reader.library.records import OpenDocument
    from reader.text.spans import Span
    from reader.ui.actions import Actions
    from reader.ui.compare.view import CompareView
    from reader.ui.jobs import JobRunner
    from reader.ui.main_window.empty_page import EmptyPage
    from reader.ui.operations import Operations
    from reader.ui.reading.view import ReadingView
    from reader.ui.workspace import Workspace

EMPTY, SINGLE, PAIR = "empty", "single", "pair"


class ReadingArea(QStackedWidget):
    """Shows the documents of the workspace; the views are built when they are first needed."""

    mode_changed = Signal(str)
    view_built = Signal(object)  # a ReadingView whose wishes want to be answered
    compare_built = Signal(object)
    first_painted = Signal()
    open_requested = Signal()
    library_requested = Signal()

    def __init__(
        self,
        workspace: Workspace,
        jobs: JobRunner,
        operations: Operations,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self._workspace = workspace
        self._jobs = jobs
        self._operations = operations
        self._actions = actions
        self._view: ReadingView | None = None
        self._compare: CompareView | None = None
        self._shown: OpenDocument | None = None  # the OpenDocument in the single view
        self._mode = EMPTY
        self._painted = False
        self._empty: EmptyPage | None = None
        workspace.document_opened.connect(self._document_opened)
        workspace.document_closed.connect(self._document_closed)
        workspace.placements_changed.connect(self._placements_changed)
        workspace.theme_changed.connect(lambda _theme: self._apply_settings())
        workspace.settings_changed.connect(lambda _settings: self._apply_settings())

    @property
    def empty(self) -> EmptyPage:
        """What lies there when no document does; seldom needed, so not built before it is."""
        if self._empty is None:
            from reader.ui.main_window.empty_page import EmptyPage

            self._empty = EmptyPage(self)
            self._empty.open_requested.connect(self.open_requested)
            self._empty.library_requested.connect(self.library_requested)
            self.addWidget(self._empty)
        return self._empty

    @property
    def mode(self) -> str:
        return self._mode

    @property
    def compare(self) -> CompareView | None:
        """The pair view, where it was ever needed."""
        return self._compare

    @property
    def view(self) -> ReadingView:
        """The view of one document."""
        if self._view is None:
            from reader.ui.reading.view import ReadingView

            self._view = ReadingView()
            self._actions.bind_reading(self._view)
            self.addWidget(self._view)
            self._apply_settings()
            self._view.section_entered.connect(self._workspace.enter_section)
            self._view.selection_changed.connect(self._workspace.select)
            self.view_built.emit(self._view)
        return self._view

    def prepare(self) -> None:
        """Build the view of one document: nearly always it is what the window shows first."""
        _ = self.view

    def active_view(self) -> ReadingView | None:
        """Return the view that commands go to: the single one, or the active one of the pair."""
        if self._mode == PAIR and self._compare is not None:
            return self._compare.active_view()
        return self._view if self._mode == SINGLE else None

    def finding_view(self) -> ReadingView | None:
        """Return the view that text is looked for in: of a pair in one column that column."""
        if self._mode == PAIR and self._compare is not None:
            return self._compare.finding_view()
        return self.active_view()

    def point_to(self, span: Span | None) -> None:
        """Draw attention to a stretch of the active document, or no more."""
        if (view := self.active_view()) is not None:
            view.set_hint(span)

    def place(self) -> Place | None:
        """Return where the active document is being read."""
        view, document = self.active_view(), self._workspace.document
        if view is None or document is None:
            return None
        place = view.place()
        return Place(document.entry.number, place.section, place.fraction)

    def show_something(self) -> None:
        """Show the empty page where nothing else is shown."""
        if self._mode == EMPTY:
            self.setCurrentWidget(self.empty)

    def show_single(self) -> None:
        """Leave the pair and show the active document alone."""
        if self._workspace.document is None:
            self._enter(EMPTY, self.empty)
            return
        self._show_document()
        self._enter(SINGLE, self.view)

    def show_pair(self, left: int, right: int, kept: KeptState | None = None) -> CompareView | None:
        """Show two documents of the workspace side by side, as they were left."""
        documents = [self._workspace.document_of(number) for number in (left, right)]
        if documents[0] is None or documents[1] is None:
            return None
        pair = self._pair_view()
        self._enter(PAIR, pair)
        placements = [self._workspace.placements_of(number) for number in (left, right)]
        pair.open_pair(documents[0], placements[0], documents[1], placements[1], kept)
        return pair

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # The views are painted after this one, in the same go.
            QTimer.singleShot(0, self, self.first_painted.emit)

    def _pair_view(self) -> CompareView:
        if self._compare is None:
            from reader.ui.compare.view import CompareView

            self._compare = CompareView(self._workspace, self._jobs, self._operations)
            for papers in (
                self._compare.page,
                self._compare.column,
            ):  # letters and digits mean something else in the list
                self._actions.bind_reading(papers)
            self.addWidget(self._compare)
            self.compare_built.emit(self._compare)
        return self._compare

    def _enter(self, mode: str, page: QWidget) -> None:
        self.setCurrentWidget(page)
        if mode != self._mode:
            self._mode = mode
            self.mode_changed.emit(mode)

    def _document_opened(self, _number: int) -> None:
        if self._mode != PAIR:
            self.show_single()

    def _document_closed(self, number: int) -> None:
        if self._shown is not None and self._shown.entry.number == number:
            self._shown = None
        if self._mode == PAIR and self._compare is not None and not self._compare.shows(number):
            return
        others = self._workspace.open_numbers()
        if self._workspace.document is None and others:
            self._workspace.activate(others[0])  # the half of a pair that stays
        if self._workspace.document is None:
            if self._view is not None:
                self._view.clear()
            self._enter(EMPTY, self.empty)
        elif self._mode == PAIR:
            self.show_single()

    def _show_document(self) -> None:
        document = self._workspace.document
        if document is None or document is self._shown:
            return
        before, self._shown = self._shown, document
        if before is not None and _reads_the_same(before, document):
            self.view.take_units(document)
            return
        place = self.view.place() if _same(before, document) else None
        self.view.show_document(document, self._workspace.placements)
        if place is not None:
            self.view.go_to(place)

    def _placements_changed(self, number: int) -> None:
        if self._view is not None and self._shown is not None and self._shown.entry.number == number:
            self._view.set_placements(self._workspace.placements_of(number))

    def _apply_settings(self) -> None:
        if self._view is not None:
            settings = self._workspace.settings
            self._view.set_theme(self._workspace.theme)
            self._view.set_font_size(settings.font_size)
            self._view.set_measure(settings.measure, settings.line_height)
            self._view.set_script(settings.script)


def _same(before: OpenDocument | None, after: OpenDocument) -> bool:
    return before is not None and before.entry.number == after.entry.number


def _reads_the_same(before: OpenDocument, after: OpenDocument) -> bool:
    """Tell whether nothing but who is responsible can have changed: then nothing is set anew."""
    return (
        _same(before, after)
        and before.reading.text == after.reading.text
        and before.kept == after.kept
        and before.entry.title == after.entry.title
    )
