"""Two panes of which one is active: what the window sees of a pair, whatever is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from reader.ui.compare.pane import ComparePane

if TYPE_CHECKING:
    from reader.settings import Settings
    from reader.ui.reading.extents import Place
    from reader.ui.reading.view import ReadingView
    from reader.ui.workspace import Workspace

LEFT, RIGHT = 0, 1


class PairView(QWidget):
    """Holds the two sides; the document of the active one is the active document of the workspace."""

    mark_requested = Signal(str, str)  # of the active side: style, colour
    note_requested = Signal()
    mark_clicked = Signal(int)
    mark_recolour_requested = Signal(int, str)
    mark_delete_requested = Signal(int)
    zoom_requested = Signal(int)
    place_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._active = LEFT
        self.panes = (ComparePane(workspace.settings, self), ComparePane(workspace.settings, self))
        for side, pane in enumerate(self.panes):
            self._connect_pane(side, pane)
        workspace.settings_changed.connect(self._settings_changed)
        workspace.placements_changed.connect(self._placements_changed)
        workspace.document_opened.connect(self._document_opened)

    def active_view(self) -> ReadingView:
        """Return the side that the user works in."""
        return self.panes[self._active].view

    def shows(self, document: int) -> bool:
        """Whether a document is one of the two."""
        return any(pane.document is not None and pane.document.entry.number == document for pane in self.panes)

    def view_of(self, document: int) -> ReadingView:
        """Return the side that shows a document; the active one if neither does."""
        for pane in self.panes:
            if pane.document is not None and pane.document.entry.number == document:
                return pane.view
        return self.active_view()

    def places(self) -> tuple[tuple[int, Place], ...]:
        """Return both documents and where each is being read."""
        return tuple(
            (pane.document.entry.number, pane.view.place()) for pane in self.panes if pane.document is not None
        )

    def activate(self, side: int) -> None:
        """Make one side the one that commands go to."""
        self._active = side
        document = self.panes[side].document
        if document is None:
            return
        view = self.panes[side].view
        self._workspace.activate(document.entry.number)
        if view.section is not None:
            self._workspace.enter_section(view.section)
        self._workspace.select(view.selected_span())

    def activate_document(self, number: int) -> None:
        """Make the side that shows a document the one that commands go to; nothing where neither does."""
        for side, pane in enumerate(self.panes):
            if pane.document is not None and pane.document.entry.number == number:
                self.activate(side)
                return

    def _connect_pane(self, side: int, pane: ComparePane) -> None:
        view = pane.view
        pane.activated.connect(lambda: self.activate(side))
        view.reading_line_changed.connect(lambda place: self._scrolled(side, place))
        view.section_entered.connect(lambda n: self._workspace.enter_section(n) if self._speaks(side) else None)
        view.selection_changed.connect(lambda span: self._workspace.select(span) if self._speaks(side) else None)
        view.place_changed.connect(self.place_changed)
        self._connect_wishes(view)

    def _speaks(self, side: int) -> bool:
        """Whether a side tells where one is: not while its document comes and the workspace has another one active."""
        document, active = self.panes[side].document, self._workspace.document
        if document is None or active is None or side != self._active:
            return False
        return document.entry.number == active.entry.number

    def _connect_wishes(self, view: ReadingView) -> None:
        view.mark_requested.connect(self.mark_requested)
        view.note_requested.connect(self.note_requested)
        view.mark_clicked.connect(self.mark_clicked)
        view.mark_recolour_requested.connect(self.mark_recolour_requested)
        view.mark_delete_requested.connect(self.mark_delete_requested)
        view.zoom_requested.connect(self.zoom_requested)

    def _scrolled(self, side: int, place: Place) -> None:
        """One side was scrolled."""

    def _derived_anew(self, *, same_text: bool) -> None:
        """One of the two documents is not what it was; with the same text only titles or units can differ."""

    def _settings_changed(self, settings: Settings) -> None:
        for pane in self.panes:
            pane.set_settings(settings)

    def _placements_changed(self, number: int) -> None:
        for pane in self.panes:
            if pane.document is not None and pane.document.entry.number == number:
                pane.set_placements(self._workspace.placements_of(number))

    def _document_opened(self, number: int) -> None:
        """A decision may have derived one of the two anew."""
        document = self._workspace.document_of(number)
        for pane in self.panes:
            shown = pane.document
            if shown is None or document is None or shown.entry.number != number or document is shown:
                continue
            placements = self._workspace.placements_of(number)
            same = document.reading.text == shown.reading.text and document.kept == shown.kept
            if same:
                pane.take_units(document, placements)
            else:
                place = pane.view.place()
                pane.show_document(document, placements)
                pane.view.go_to(place)
            self._derived_anew(same_text=same)
