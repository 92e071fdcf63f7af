"""Where a document is being read, and going elsewhere in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer, Signal

from reader.text.spans import Span
from reader.ui.reading.extents import Place
from reader.ui.reading.furniture import insertions
from reader.ui.reading.shapes import Layer
from reader.ui.reading.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument
    from reader.text.edits import Edit

_FLASH = 1200  # ms
_SETTLED = 300  # ms without scrolling after which a place is worth keeping
_TOWARDS = 0.3  # lines into its first line a clause is brought to the reading line


class AnyPlace(Protocol):
    """Whatever names a clause and how far into it."""

    @property
    def section(self) -> int: ...
    @property
    def fraction(self) -> float: ...


class ReadingPane(Showing):
    """The clause on the reading line is the one in view; a place is how far into which clause that line is."""

    section_entered = Signal(int)
    reading_line_changed = Signal(object)  # Place, at every step of scrolling
    place_changed = Signal()  # once scrolling has come to rest
    typeset = Signal()  # everything is set: heights stay as they are

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section: int | None = None
        self._jumping = False
        self._flash_timer = _single_shot(self, _FLASH, lambda: self.paper.set_layer("flash", Layer()))
        self._settled = _single_shot(self, _SETTLED, self.place_changed.emit)
        self._composition.completed.connect(self.typeset)
        self._map.going_requested.connect(
            lambda part: self._bring(self.shown.to_offset(int(part * len(self.shown.text))))
        )
        self.paper.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_document(self, document: OpenDocument, placements: Sequence[Placement] = ()) -> None:
        self._section = None
        super().show_document(document, placements)
        self._track()

    def clear(self) -> None:
        self._section = None
        self._settled.stop()
        super().clear()

    @property
    def section(self) -> int | None:
        """Number of the clause in view."""
        return self._section

    def place(self) -> Place:
        """Return what stands on the reading line."""
        extents = self._composition.extents
        if extents is None:
            return Place(0, 0.0)
        window = self.paper.window_()
        return extents.place(self._offset_at(window.value + window.line()))

    def go_to(self, place: AnyPlace) -> None:
        """Bring a place onto the reading line."""
        extents = self._composition.extents
        if extents is not None:
            self._bring(extents.offset(Place(place.section, place.fraction)))

    def jump_to(self, section: int, flash: bool = True) -> None:
        """Bring a clause onto the reading line; it is the one in view, also where scrolling cannot reach."""
        document, extents = self.document, self._composition.extents
        if document is None or extents is None or not 0 <= section < len(document.outline.sections):
            return
        self._jump(extents.start(section), section)
        if flash and section:
            one = document.outline.sections[section]
            self._flash([Span(one.marker_span.start, max(one.marker_span.end, one.heading_span.end))])

    def jump_to_span(self, span: Span, flash: bool = True) -> None:
        """Bring a stretch of the reading text onto the reading line."""
        extents = self._composition.extents
        if extents is None:
            return
        self._jump(span.start, extents.section_at(span.start))
        if flash:
            self._flash([span])

    def jump_to_edit(self, edit: Edit) -> None:
        """Show where the cleaning made an edit; what it removed is shown again if it is furniture."""
        document, extents = self.document, self._composition.extents
        if document is None or extents is None:
            return
        for number, insertion in enumerate(insertions(document.reading, document.source)):
            if insertion.edit == edit:
                self.set_furniture_shown(True)
                self._jump(insertion.offset, extents.section_at(insertion.offset))
                place = self.shown.furniture[number]
                self.paper.flash_between(self.shown.to_qt(place.start), self.shown.to_qt(place.end))
                self._flash_timer.start()
                return
        at = document.reading.map.to_reading(edit.start)
        self.jump_to_span(Span(at, at + max(1, len(edit.replacement))))

    def selected_span(self) -> Span | None:
        """Return what is selected of the reading text, or None."""
        span = self._selection()
        return span if span.end > span.start else None

    def select(self, span: Span) -> None:
        """Select a stretch of the reading text; what is in view stays in view."""
        self._jumping = True  # Qt goes to the cursor and is led back
        self.paper.select(*self.shown.qt_span(span))
        self._jumping = False

    def _selection(self) -> Span:
        cursor = self.paper.textCursor()
        return self.shown.span(cursor.selectionStart(), cursor.selectionEnd())

    def span_in_view(self) -> Span:
        """Return what of the reading text is in view."""
        return self.shown.span(self.paper.first_in_view(), self.paper.last_in_view() + 1)

    def heights_of(self, span: Span) -> tuple[float, float]:
        """Return top and bottom of the paragraphs of a stretch, in pixels of the view (beyond it: outside 0..height)."""
        return self.paper.heights_of(*self.shown.qt_span(span))

    def section_at_height(self, y: float) -> int:
        """Return the clause at a height of the view."""
        extents = self._composition.extents
        offset = self._offset_at(y + self.paper.verticalScrollBar().value())
        return extents.section_at(offset) if extents is not None else 0

    def value_of(self, place: AnyPlace) -> float:
        """Return the scroll value that brings a place onto the reading line."""
        extents = self._composition.extents
        if extents is None:
            return 0.0
        offset = extents.offset(Place(place.section, place.fraction))
        self._composition.set_until_shown(int(offset))
        at = self.shown.qt(int(offset))
        self.paper.lay_out_behind(at)
        return self.paper.window_().value_for(self.paper.y_of(at + offset - int(offset)))

    def part(self) -> float:
        """Return how far into the whole text the reading line is, 0 to 1."""
        window = self.paper.window_()
        return self._offset_at(window.value + window.line()) / self.length

    def go_to_part(self, part: float) -> None:
        """Bring a part of the whole text onto the reading line."""
        self._bring(min(max(part, 0.0), 1.0) * self.length)

    @property
    def length(self) -> int:
        """Length of the text, at least 1."""
        return max(1, len(self.document.reading.text)) if self.document is not None else 1

    def pieces(self, section: int) -> tuple[Span, ...]:
        """Return the stretches of the reading text that are a clause's own."""
        extents = self._composition.extents
        return extents.pieces(section) if extents is not None else ()

    def _compose_again(self) -> None:
        if self.document is not None:
            place, selection = self.place(), self._selection()
            self._compose(self.document)
            self.select(selection)
            self.go_to(place)

    def _jump(self, offset: int, section: int) -> None:
        self._composition.set_until_shown(offset)
        at = self.shown.qt(offset)
        self._jumping = True
        self.paper.select(at, at)
        self.paper.lay_out_behind(at)
        self.paper.scroll_to(self.paper.window_().value_for(self.paper.y_of(at) + _TOWARDS * self._style.line))
        self._jumping = False
        self._enter(section)
        self.reading_line_changed.emit(self.place())
        self._settled.start()

    def _bring(self, offset: float) -> None:
        self._composition.set_until_shown(int(offset))
        self.paper.bring(self.shown.qt(int(offset)) + offset - int(offset))

    def _offset_at(self, y: float) -> float:
        at = self.paper.position_at(y)
        return self.shown.offset(int(at)) + at - int(at)

    def _scrolled(self) -> None:
        if not self._jumping and not self.paper.settling:
            self._track()

    def _track(self) -> None:
        if self.document is None:
            return
        place = self.place()
        if self.paper.verticalScrollBar().maximum() > 0 or self._section is None:
            self._enter(place.section)
        self.reading_line_changed.emit(place)
        self._settled.start()

    def _enter(self, section: int) -> None:
        extents = self._composition.extents
        if extents is None:
            return
        pieces = extents.pieces(section)
        self.paper.set_reading_piece(self.shown.qt_span(pieces[0]) if section and pieces else None)
        self._map.set_here(self._tick(extents.start(section), self._style.theme.red))
        if section != self._section:
            self._section = section
            self.section_entered.emit(section)

    def _flash(self, spans: Sequence[Span]) -> None:
        self.paper.set_layer("flash", self._layer(spans, self._style.theme.flash))
        self._flash_timer.start()


def _single_shot(parent: QWidget, pause: int, slot: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause)
    timer.timeout.connect(slot)
    return timer
