"""The reading pane as the window uses it: selecting, marking, finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QTextCursor

from reader.ui.reading.pane import ReadingPane
from reader.ui.reading.shapes import Layer
from reader.ui.theme import MARK_COLOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument
    from reader.text.spans import Span
    from reader.ui.reading.find_bar import FindBar
    from reader.ui.reading.finding import Finder
    from reader.ui.reading.mark_bar import MarkBar, MarkMenu
    from reader.ui.theme import Theme


class ReadingView(ReadingPane):
    """Emits wishes to mark what is selected; nothing is marked before the window answers with placements."""

    selection_changed = Signal(object)  # Span of the reading text, or None
    mark_clicked = Signal(int)  # number of the annotation
    mark_requested = Signal(str, str)  # style, colour: mark the selected span
    note_requested = Signal()  # write a note on the selected span
    mark_recolour_requested = Signal(int, str)
    mark_delete_requested = Signal(int)
    zoom_requested = Signal(int)  # 1 larger, -1 smaller
    menu_built = Signal(object, object)  # MarkMenu to which more may be added, offset it was asked for at (or None)
    found = Signal(int)  # how many places the query has in the document

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finder: Finder | None = None
        self._hits: list[Span] = []
        self._hit: int | None = None
        self._selected: Span | None = None
        self._find_bar: FindBar | None = None
        self._bar: MarkBar | None = None
        paper = self.paper
        paper.selectionChanged.connect(self._selection_moved)
        paper.selection_made.connect(self._offer_marking)
        paper.clicked_at.connect(self._clicked)
        paper.menu_requested.connect(self._open_menu)
        paper.zoom_requested.connect(self.zoom_requested)
        paper.verticalScrollBar().valueChanged.connect(self._hide_bar)

    def show_document(self, document: OpenDocument, placements: Sequence[Placement] = ()) -> None:
        self._finder = None
        self._hits, self._hit = [], None
        self._hide_bar()
        super().show_document(document, placements)
        if self._find_bar is not None and self._find_bar.isVisible():
            self.find_text(self._find_bar.field.text(), jump=False)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self._bar is not None:
            self._bar.set_theme(theme)

    # -- marking

    def mark_selection(self, style: str = "highlight", colour: str = MARK_COLOURS[0]) -> None:
        """Wish to mark what is selected; nothing happens without a selection."""
        if self.selected_span() is not None:
            self._hide_bar()
            self.mark_requested.emit(style, colour)

    def note_selection(self) -> None:
        """Wish to write a note on what is selected."""
        if self.selected_span() is not None:
            self._hide_bar()
            self.note_requested.emit()

    def copy(self) -> None:
        """Copy what is selected as plain text."""
        self._hide_bar()
        self.paper.copy()

    def _selection_moved(self) -> None:
        span = self.selected_span()
        if span is None:
            self._hide_bar()
        if span != self._selected:
            self._selected = span
            self.selection_changed.emit(span)

    def _offer_marking(self) -> None:
        if self.selected_span() is None:
            return
        cursor = QTextCursor(self.paper.textCursor())
        end = self.paper.cursorRect(cursor)
        origin = self.paper.viewport().mapTo(self, QPoint(0, 0))
        self._mark_bar().show_beside(QRect(end.topLeft() + origin, end.size()))

    def _mark_bar(self) -> MarkBar:
        if self._bar is None:
            from reader.ui.reading.mark_bar import MarkBar

            self._bar = MarkBar(self._style.theme, self)
            self._bar.mark_requested.connect(self.mark_selection)
            self._bar.note_requested.connect(self.note_selection)
            self._bar.copy_requested.connect(self.copy)
        return self._bar

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()

    def _clicked(self, qt_position: int) -> None:
        mark = self.paper.mark_at(qt_position)
        if mark is not None:
            self.mark_clicked.emit(mark.key)

    def _open_menu(self, at: QPoint, qt_position: int | None) -> None:
        if self.document is None:
            return
        self._hide_bar()
        menu = self.context_menu(qt_position)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def context_menu(self, qt_position: int | None) -> MarkMenu:
        """Return the menu for a place of the paper (None beside the text)."""
        mark = self.paper.mark_at(qt_position) if qt_position is not None else None
        selected = self.selected_span() is not None
        from reader.ui.reading.mark_bar import MarkMenu

        menu = MarkMenu(self._style.theme, self, selected=selected, marked=mark is not None)
        menu.mark_requested.connect(self.mark_selection)
        menu.note_requested.connect(self.note_selection)
        menu.copy_requested.connect(self.copy)
        menu.select_all_requested.connect(self.paper.selectAll)
        if mark is not None:
            number = mark.key
            menu.open_requested.connect(lambda: self.mark_clicked.emit(number))
            menu.recolour_requested.connect(lambda colour: self.mark_recolour_requested.emit(number, colour))
            menu.delete_requested.connect(lambda: self.mark_delete_requested.emit(number))
        self.menu_built.emit(menu, self.shown.offset(qt_position) if qt_position is not None else None)
        return menu

    # -- finding

    def show_find_bar(self) -> None:
        """Show the find bar, with what is selected as the query."""
        if self._find_bar is None:
            from reader.ui.reading.find_bar import FindBar

            self._find_bar = FindBar(self)
            self._find_bar.query_changed.connect(self.find_text)
            self._find_bar.next_requested.connect(self.find_next)
            self._find_bar.previous_requested.connect(self.find_previous)
            self._find_bar.closed.connect(self.close_find_bar)
            self.layout_.insertWidget(0, self._find_bar)
        span = self.selected_span()
        query = span.text(self.document.reading.simplified) if span and self.document else ""
        self._find_bar.open(query if "\n" not in query and len(query) <= 40 else None)

    def close_find_bar(self) -> None:
        """Hide the find bar and what it found."""
        if self._find_bar is not None:
            self._find_bar.hide()
        self._hits, self._hit = [], None
        self._draw_hits()
        self.paper.setFocus()

    def find_text(self, text: str, jump: bool = True) -> int:
        """Find all places that read like the text, go to the first from the view on, and return how many there are."""
        if self.document is None:
            return 0
        if self._finder is None:
            from reader.ui.reading.finding import Finder

            self._finder = Finder(self.document.reading)
        self._hits = self._finder.find(text)
        self._hit = None
        if self._hits and jump:
            here = self.shown.offset(self.paper.first_in_view())
            self._hit = next((i for i, hit in enumerate(self._hits) if hit.start >= here), 0)
            self.jump_to_span(self._hits[self._hit], flash=False)
        self._draw_hits()
        self.found.emit(len(self._hits))
        return len(self._hits)

    def find_next(self) -> None:
        """Go to the next place, from the last to the first again."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the place before, from the first to the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._hits:
            self._hit = (by - 1) // 2 if self._hit is None else self._hit + by
            self._hit %= len(self._hits)
            self.jump_to_span(self._hits[self._hit], flash=False)
            self._draw_hits()

    def _compose(self, document: OpenDocument) -> None:
        super()._compose(document)
        self._draw_hits()

    def _draw_hits(self) -> None:
        theme = self._style.theme
        layer = self._layer(self._hits, theme.find)
        if self._hit is not None and self._hit < len(self._hits):
            here = self.shown.qt_span(self._hits[self._hit])
            layer = Layer(
                s._replace(line="foot", colour=theme.red) if (s.start, s.end) == tuple(here) else s
                for s in layer.shapes
            )
        self.paper.set_layer("finds", layer)
        if self._find_bar is not None:
            self._find_bar.show_count(self._hit, len(self._hits))
