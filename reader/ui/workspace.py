"""What the features of the window share: the open documents, the clause in view, and news of what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.settings import Settings
from reader.ui.theme import DEFAULT_THEME, MARK_COLOURS, THEMES, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.anchoring.anchor import Placement
    from reader.library.own import OwnCount
    from reader.library.records import Changes, Entry, OpenDocument
    from reader.text.spans import Span


class Workspace(QObject):
    """State shared by the features; each change is told by a signal, and nothing here touches the library.

    Several documents may be open (two panes); ``document`` is that of the active pane.
    """

    document_opened = Signal(int)  # shown, shown anew after a decision, or its pane became the active one
    document_closed = Signal(int)
    section_entered = Signal(int)
    placements_changed = Signal(int)  # of which document
    differences_changed = Signal(int)  # of which document
    entries_changed = Signal()
    own_counts_changed = Signal()
    changed = Signal(object)  # Changes
    saved = Signal(str)  # local time, 17:30:05
    selection_changed = Signal(object)  # Span of the reading text, or None
    settings_changed = Signal(object)  # Settings
    theme_changed = Signal(object)  # Theme

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings or Settings()
        self._open: dict[int, OpenDocument] = {}
        self._placements: dict[int, tuple[Placement, ...]] = {}
        self._differences: dict[int, Mapping[int, str]] = {}
        self._active: int | None = None
        self._section: int | None = None
        self._selection: Span | None = None
        self._entries: tuple[Entry, ...] = ()
        self._own_counts: Mapping[int, OwnCount] = {}

    @property
    def document(self) -> OpenDocument | None:
        return self._open.get(self._active) if self._active is not None else None

    @property
    def placements(self) -> tuple[Placement, ...]:
        return self._placements.get(self._active, ()) if self._active is not None else ()

    @property
    def section(self) -> int | None:
        """Number of the clause in view."""
        return self._section

    @property
    def selection(self) -> Span | None:
        """Selected span of the active document's reading text."""
        return self._selection

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The library's list, without the bin."""
        return self._entries

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def theme(self) -> Theme:
        return THEMES.get(self._settings.theme, THEMES[DEFAULT_THEME])

    @property
    def own_units(self) -> tuple[str, ...]:
        """Names of the units that the user belongs to."""
        return self._settings.own_units

    @property
    def own_counts(self) -> Mapping[int, OwnCount]:
        """What concerns the own units, by document; documents that do not are left out. Empty until it is known."""
        return self._own_counts

    @property
    def mark_colours(self) -> tuple[str, ...]:
        return MARK_COLOURS

    def open_numbers(self) -> tuple[int, ...]:
        """Return the numbers of all open documents."""
        return tuple(self._open)

    def document_of(self, number: int) -> OpenDocument | None:
        """Return an open document, active or not."""
        return self._open.get(number)

    def placements_of(self, number: int) -> tuple[Placement, ...]:
        return self._placements.get(number, ())

    def differences_of(self, number: int) -> Mapping[int, str]:
        """Return what became of each section of a document that is being compared: changed, moved, added and so on."""
        return self._differences.get(number, {})

    def placement(self, annotation: int) -> Placement | None:
        """Return an annotation of any open document."""
        for placements in self._placements.values():
            for placement in placements:
                if placement.annotation.number == annotation:
                    return placement
        return None

    def hold(self, document: OpenDocument, placements: tuple[Placement, ...]) -> None:
        """Keep a document open beside the active one."""
        self._open[document.entry.number] = document
        self._placements[document.entry.number] = placements

    def show(self, document: OpenDocument, placements: tuple[Placement, ...]) -> None:
        """Make a document the active one."""
        number = document.entry.number
        self.hold(document, placements)
        if number != self._active:
            self._section = None
        self._active = number
        self.select(None)
        self.document_opened.emit(number)

    def activate(self, number: int) -> None:
        """Make another of the open documents the active one."""
        if number != self._active and number in self._open:
            self.show(self._open[number], self._placements[number])

    def close(self, number: int) -> None:
        """Forget an open document."""
        if self._open.pop(number, None) is None:
            return
        self._placements.pop(number, None)
        self._differences.pop(number, None)
        if self._active == number:
            self._active, self._section = None, None
            self.select(None)
        self.document_closed.emit(number)

    def enter_section(self, number: int) -> None:
        """Name the clause in view."""
        if number != self._section:
            self._section = number
            self.section_entered.emit(number)

    def set_placements(self, placements: tuple[Placement, ...], document: int | None = None) -> None:
        """Take the annotations of a document (the active one unless told) as they stand now."""
        number = self._active if document is None else document
        if number is None or number not in self._open:
            return
        self._placements[number] = placements
        self.placements_changed.emit(number)

    def set_differences(self, document: int, marks: Mapping[int, str]) -> None:
        """Take by section number what a comparison says of it; nothing ends the comparison.

        The words are those of ``Pair.status``, in topics also those of ``Pair.level``; sections that are the same on
        both sides have none.
        """
        if marks == self.differences_of(document):
            return
        if marks:
            self._differences[document] = marks
        else:
            del self._differences[document]
        self.differences_changed.emit(document)

    def select(self, span: Span | None) -> None:
        """Tell what is selected in the active document."""
        if span != self._selection:
            self._selection = span
            self.selection_changed.emit(span)

    def set_entries(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries
        self.entries_changed.emit()

    def set_own_counts(self, counts: Mapping[int, OwnCount]) -> None:
        """Take what concerns the own units, of all documents."""
        if counts != self._own_counts:
            self._own_counts = counts
            self.own_counts_changed.emit()

    def set_settings(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        if settings == before:
            return
        self.settings_changed.emit(settings)
        if settings.theme != before.theme:
            self.theme_changed.emit(self.theme)

    def announce(self, changes: Changes) -> None:
        """Tell every panel what a write touched."""
        self.changed.emit(changes)
