"""One document on its paper: what is shown of it and how it is set."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.reading.composition import SIMPLIFIED, Composition
from reader.ui.reading.layers import span_layer, tint_bands, tint_layer
from reader.ui.reading.mark_map import WIDTH, MarkMap, Tick
from reader.ui.reading.page_style import PageStyle
from reader.ui.reading.paper import Paper
from reader.ui.reading.receipt import meta_line
from reader.ui.reading.shapes import CLAUSE_TINTS, Layer, Tint
from reader.ui.theme import DEFAULT_THEME, THEMES, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument
    from reader.text.spans import Span
    from reader.ui.reading.positions import ShownText


class Showing(QWidget):
    """Shows one document, typeset, with its marks, tints and the map of them at the edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.paper = Paper(self)
        self.setFocusProxy(self.paper)
        self._composition = Composition(self.paper)
        self._composition.drawn.connect(self._draw_map)
        self._style = PageStyle(THEMES[DEFAULT_THEME])
        self._script = SIMPLIFIED
        self._furniture = False
        self._tints: tuple[Tint, ...] = ()
        self.tints_on_map = True  # unless another map beside this one shows them
        self._map = MarkMap(self.paper)
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(0)
        self.layout_.addWidget(self.paper, 1)
        self.paper.verticalScrollBar().rangeChanged.connect(self._place_map)

    @property
    def document(self) -> OpenDocument | None:
        return self._composition.document

    @property
    def shown(self) -> ShownText:
        """The text on the paper."""
        return self._composition.shown

    def show_document(self, document: OpenDocument, placements: Sequence[Placement] = ()) -> None:
        """Open a document at its beginning."""
        self._composition.placements = tuple(placements)
        self._tints = ()
        self._compose(document)
        self.paper.scroll_to(0)

    def clear(self) -> None:
        """Show nothing."""
        self._composition.clear()
        self.paper.clear_page()
        self._map.set_ticks(())
        self._map.set_here(None)

    def set_placements(self, placements: Sequence[Placement]) -> None:
        """Draw the annotations as they stand now."""
        self._composition.placements = tuple(placements)
        self._composition.draw_layers(self._style)
        self._draw_map()

    def take_units(self, document: OpenDocument) -> None:
        """Take the document that is shown with other units: its text is the same."""
        self._composition.document = document
        self._composition.draw_layers(self._style)

    def set_tints(self, tints: Sequence[Tint]) -> None:
        """Draw what a comparison found (empty for none)."""
        self._tints = tuple(tints)
        self._draw_tints()
        self._draw_map()

    def set_hint(self, span: Span | None) -> None:
        """Draw attention to a stretch for as long as something elsewhere points to it."""
        self.paper.set_layer("hint", self._layer([span] if span else (), self._style.theme.selection))

    def set_script(self, script: str) -> None:
        """Show the text in source, simplified or traditional script."""
        if script != self._script:
            self._script = script
            self._compose_again()

    def set_furniture_shown(self, shown: bool) -> None:
        """Show or hide what stood around the document, greyed, where it stood."""
        if shown != self._furniture:
            self._furniture = shown
            self._compose_again()

    @property
    def furniture_shown(self) -> bool:
        return self._furniture

    def set_font_size(self, size: float) -> None:
        """Set the size of the body text in points."""
        self._set_style(replace(self._style, size=size))

    def set_measure(self, measure: int, line_height: float | None = None) -> None:
        """Set the number of characters in a line, and the line height in font sizes."""
        self._set_style(replace(self._style, measure=measure, line_height=line_height or self._style.line_height))

    def set_theme(self, theme: Theme) -> None:
        self._set_style(replace(self._style, theme=theme))

    def _set_style(self, style: PageStyle) -> None:
        if style != self._style:
            self._style = style
            self._compose_again()

    @abstractmethod
    def _compose_again(self) -> None:
        """Set the document anew, keeping the place."""

    def _compose(self, document: OpenDocument) -> None:
        meta = meta_line(document)
        self._composition.show(document, self._style, self._script, meta, furniture=self._furniture)
        for name in ("hint", "finds", "flash"):
            self.paper.set_layer(name, Layer())
        self._draw_tints()
        self._map.set_ticks(())

    def _layer(self, spans: Iterable[Span], fill: str) -> Layer:
        return span_layer(spans, self.shown, fill)

    def _draw_tints(self) -> None:
        self.paper.bands = tint_bands(self._tints, self.shown, self._style.theme)
        self.paper.set_layer("tints", tint_layer(self._tints, self.shown, self._style.theme))

    # -- the map at the edge

    def _tick(self, offset: int, colour: str) -> Tick:
        return Tick(self.shown.to_shown(offset) / max(1, len(self.shown.text)), colour)

    def _draw_map(self) -> None:
        theme = self._style.theme
        tints = {"changed": theme.changed, "moved": theme.moved, "added": theme.added, "removed": theme.removed}
        shown = self._tints if self.tints_on_map else ()
        ticks = [self._tick(t.span.start, tints[t.kind]) for t in shown if t.kind in CLAUSE_TINTS & tints.keys()]
        ticks += [
            self._tick(p.span.start, theme.mark_line(p.annotation.colour))
            for p in self._composition.placements
            if p.span is not None
        ]
        self._map.set_ticks(ticks)
        self._place_map()

    def _place_map(self) -> None:
        width = self.paper.verticalScrollBar().sizeHint().width()
        self._map.setGeometry(self.paper.width() - width - WIDTH, 0, WIDTH, self.paper.height())
        self._map.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_map()
