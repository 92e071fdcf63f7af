"""Bring documents onto the desk and lead to places in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.library.records import Changes
from reader.ui.main_window.places import Place, Places
from reader.ui.main_window.reading_area import PAIR, ReadingArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.anchoring.anchor import Placement
    from reader.library.comparisons import KeptState
    from reader.library.library import Library
    from reader.library.records import OpenDocument
    from reader.text.edits import Edit
    from reader.text.spans import Span
    from reader.ui.jobs import JobRunner
    from reader.ui.reading.view import ReadingView
    from reader.ui.workspace import Workspace

    Read = tuple[OpenDocument, tuple[Placement, ...]]
    ReadPair = tuple[Read, Read, KeptState | None]


class Opening(QObject):
    """Opens documents, alone or as a pair, and keeps the way back."""

    about_to_leave = Signal()  # whoever holds typed text hands it on now
    places_changed = Signal()
    refused = Signal(object)  # the exception

    def __init__(self, workspace: Workspace, jobs: JobRunner, area: ReadingArea, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._area = area
        self.places = Places()
        workspace.document_closed.connect(self._closed)

    def open_document(self, number: int, then: Callable[[], None] | None = None) -> None:
        """Show a document alone; ``then`` follows once it is there."""
        document = self._workspace.document
        if document is not None and document.entry.number == number and self._area.mode != PAIR:
            if then is not None:
                then()
            return
        self._leave()

        def arrived(read: Read) -> None:
            self.show(read)
            self._in_view(lambda view: view.setFocus())
            if then is not None:
                then()

        self._jobs.library_call(lambda library: read_one(library, number), arrived, self.refused.emit, key="open")

    def show(self, read: Read) -> None:
        """Put a document that was read onto the desk, in place of what lay there."""
        document, placements = read
        for number in self._workspace.open_numbers():
            if number != document.entry.number:
                self._workspace.close(number)
        self._workspace.show(document, placements)
        self._area.show_single()

    def open_pair(self, left: int, right: int, then: Callable[[], None] | None = None) -> None:
        """Show two documents side by side."""
        self._leave()

        def arrived(reads: ReadPair) -> None:
            self.show_pair(*reads)
            self._in_view(lambda view: view.setFocus())
            self._workspace.announce(Changes(kinds=frozenset(("comparisons",))))
            if then is not None:
                then()

        self._jobs.library_call(lambda library: read_pair(library, left, right), arrived, self.refused.emit, key="open")

    def show_pair(self, left: Read, right: Read, kept: KeptState | None = None) -> None:
        """Put two documents that were read side by side; the left one is active."""
        numbers = (left[0].entry.number, right[0].entry.number)
        self._workspace.hold(*right)
        self._workspace.hold(*left)
        self._area.show_pair(*numbers, kept)
        self._workspace.show(*left)
        for number in self._workspace.open_numbers():
            if number not in numbers:
                self._workspace.close(number)

    def close_pair(self) -> None:
        """Go on with the active document alone."""
        document = self._workspace.document
        if document is not None:
            self._leave()
            self.show((document, self._workspace.placements))

    def jump_to_section(self, section: int, document: int | None = None) -> None:
        """Lead to a section, of another document if told."""
        self._jump(document, lambda: self._in_view(lambda view: view.jump_to(section)))

    def jump_to_span(self, span: Span, document: int | None = None) -> None:
        """Lead to a stretch of the reading text."""
        self._jump(document, lambda: self._in_view(lambda view: view.jump_to_span(span)))

    def jump_to_edit(self, edit: Edit) -> None:
        """Lead to where the cleaning made an edit in the active document."""
        self._jump(None, lambda: self._in_view(lambda view: view.jump_to_edit(edit)))

    def back(self) -> None:
        self._follow(self.places.back)

    def forward(self) -> None:
        self._follow(self.places.forward)

    def _jump(self, document: int | None, lead: Callable[[], None]) -> None:
        active = self._workspace.document
        if document is None or (active is not None and active.entry.number == document):
            self._remember()
            lead()
        elif self._area.mode == PAIR and self._workspace.document_of(document) is not None:
            self._workspace.activate(document)
            lead()
        else:
            self.open_document(document, lead)

    def _follow(self, step: Callable[[Place], Place | None]) -> None:
        here = self._area.place()
        place = step(here) if here is not None else None
        self.places_changed.emit()
        if place is None:
            return

        def lead() -> None:
            self._in_view(lambda view: view.go_to(place))

        def arrived(read: Read) -> None:
            self.show(read)
            lead()

        active = self._workspace.document
        if active is not None and active.entry.number == place.document:
            lead()
            return
        self.about_to_leave.emit()
        self._jobs.library_call(
            lambda library: read_one(library, place.document), arrived, self.refused.emit, key="open"
        )

    def _in_view(self, act: Callable[[ReadingView], None]) -> None:
        view = self._area.active_view()
        if view is not None:
            act(view)

    def _leave(self) -> None:
        self.about_to_leave.emit()
        self._remember()

    def _remember(self) -> None:
        if (here := self._area.place()) is not None:
            self.places.leave(here)
            self.places_changed.emit()

    def _closed(self, number: int) -> None:
        # A document put aside by opening another one is still a place to go back to; one in the bin fails to open.
        if self._workspace.document is None:
            self.places_changed.emit()


def read_one(library: Library, number: int) -> Read:
    """Read a document with its annotations; runs on the library's thread."""
    return library.documents.open(number), library.annotations.placements(number)


def read_pair(library: Library, left: int, right: int) -> ReadPair:
    """Read two documents and what is kept of their comparison; runs on the library's thread."""
    return read_one(library, left), read_one(library, right), read_kept(library, left, right)


def read_kept(library: Library, left: int, right: int) -> KeptState | None:
    """Read what is kept of a comparison, which is kept from now on; None where nothing can be kept."""
    kept = library.comparisons.open(left, right)
    return library.comparisons.snapshot(kept.number) if kept.number else None
