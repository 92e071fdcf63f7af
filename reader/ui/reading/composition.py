"""Puts a document on the paper: the first screen at once, everything else in slices between two events."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.reading.extents import Extents
from reader.ui.reading.furniture import insertions
from reader.ui.reading.layers import fact_layer, mark_layer
from reader.ui.reading.page import Typesetting, lay_out
from reader.ui.reading.paragraphs import Paragraphs
from reader.ui.reading.positions import ShownText

if TYPE_CHECKING:
    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument
    from reader.text.reading_text import ReadingText
    from reader.ui.reading.page_style import PageStyle
    from reader.ui.reading.paper import Paper

SOURCE, SIMPLIFIED, TRADITIONAL = "source", "simplified", "traditional"
_FIRST = 6_000  # characters that are set before the first paint: more than any screen shows
_SLICE = 0.006  # seconds of setting at a time, so that scrolling and typing come in between
_PAINTED = 40  # ms after which the first screen is painted, and the rest may begin
_STEP = 2_000  # characters set in one go


class Composition(QObject):
    """What is on the paper now: the document, the text shown of it, and what is set of it so far."""

    drawn = Signal()  # all marks are on the paper, also those behind the first screen
    completed = Signal()  # everything is set

    def __init__(self, paper: Paper) -> None:
        super().__init__(paper)
        self._paper = paper
        self.document: OpenDocument | None = None
        self.placements: tuple[Placement, ...] = ()
        self.shown = ShownText("")
        self.extents: Extents | None = None
        self._typesetting: Typesetting | None = None
        self._layers_whole = True
        self._titles_unbalanced = False
        self._laid_out = 0  # Qt's position up to which lines are broken, as far as that was asked for
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        paper.measure_changed.connect(self._measure_changed)

    def show(self, document: OpenDocument, style: PageStyle, script: str, meta: str, *, furniture: bool) -> None:
        """Lay the document out anew and set its first screen."""
        self._timer.stop()
        paper = self._paper
        self.document = document
        self.shown = ShownText(
            in_script(document.reading, script), insertions(document.reading, document.source) if furniture else ()
        )
        self.extents = Extents(document.outline, len(document.reading.text))
        parts = Paragraphs(document)
        page = lay_out(self.shown, style, paper)
        title = parts.first_title
        paper.set_meta(meta, self.shown.qt(title.span.start) if title else None)
        self._typesetting = Typesetting(page, self.shown, style, parts, paper.characters_in(style))
        self._typesetting.set_next(_FIRST)
        paper.set_page(page, self.shown, style)
        self.draw_layers(style, whole=False)
        self._timer.start(_PAINTED)

    def clear(self) -> None:
        """Forget the document."""
        self._timer.stop()
        self.document, self.extents, self._typesetting = None, None, None
        self.placements = ()

    def draw_layers(self, style: PageStyle, *, whole: bool = True) -> None:
        """Draw units and marks: all of them, or those of the first screen with the rest to follow."""
        if self.document is None:
            return
        until = None if whole else _FIRST
        self._layers_whole = whole
        self._paper.set_layer("facts", fact_layer(self.document, self.shown, style.theme, until=until))
        self._paper.set_layer("marks", mark_layer(self.placements, self.shown, style.theme, until=until))

    def set_until_shown(self, offset: int) -> None:
        """Set what stands around an offset, before a jump goes there."""
        if self._typesetting is not None and not self._typesetting.done:
            self._typesetting.set_between(max(0, offset - _FIRST // 2), offset + _FIRST)

    def finish(self) -> None:
        """Set everything now."""
        while self._timer.isActive():
            self._go_on()

    def _measure_changed(self) -> None:
        if self._typesetting is not None:
            self._titles_unbalanced, self._laid_out = True, 0
            self._timer.start()  # not now: the widget is in the midst of laying out

    def _balance_titles(self, typesetting: Typesetting, style: PageStyle) -> None:
        self._titles_unbalanced = False
        held = self._paper.hold() if self._paper.verticalScrollBar().value() else None
        typesetting.set_measure(self._paper.characters_in(style))
        if held is not None:
            self._paper.let_go(held)

    def _lay_out_slice(self) -> bool:
        """Break more of the text into lines; returns whether all of it is.

        Where a title changes before that, Qt takes the rest for done: the end of the document is never to be seen.
        """
        page, until = self._paper.document(), perf_counter() + _SLICE
        while self._laid_out < page.characterCount() and perf_counter() < until:
            page.documentLayout().blockBoundingRect(page.findBlock(self._laid_out))
            self._laid_out += _STEP
        if self._laid_out < page.characterCount():
            return False
        page.documentLayout().blockBoundingRect(page.lastBlock())
        return True

    def _go_on(self) -> None:
        style, typesetting = self._paper.style_, self._typesetting
        self._timer.setInterval(0)
        if style is None or typesetting is None:
            self._timer.stop()
        elif self._titles_unbalanced:
            if self._lay_out_slice():
                self._balance_titles(typesetting, style)
        elif not self._layers_whole:
            self.draw_layers(style)
            self.drawn.emit()
        elif typesetting.done:
            self._timer.stop()
            self.completed.emit()
        else:
            self._set_slice(typesetting)

    def _set_slice(self, typesetting: Typesetting) -> None:
        # What is set above the view changes its height: the line that is being read stays where it is.
        held = self._paper.hold() if self.shown.qt(typesetting.reached) < self._paper.first_in_view() else None
        until = perf_counter() + _SLICE
        while not typesetting.done and perf_counter() < until:
            typesetting.set_next(_STEP)
        if held is not None:
            self._paper.let_go(held)


def in_script(reading: ReadingText, script: str) -> str:
    """Return the reading text in the script that is asked for; all have the same length."""
    if script == SIMPLIFIED:
        return reading.simplified
    if script == SOURCE or reading.traditional:
        return reading.text
    from reader.text.scripts import to_traditional  # opencc is slow to load

    return to_traditional(reading.text)
