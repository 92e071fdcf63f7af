"""The paper: a sheet that draws marks about its text and tells what the user does on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QTextCursor

from reader.ui.reading.drawing import Drawing
from reader.ui.reading.receipt import META_JOIN
from reader.ui.reading.shapes import Band, Layer, Shape
from reader.ui.reading.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from reader.ui.reading.page_style import PageStyle

_LAYERS = ("facts", "tints", "hint", "marks", "finds", "flash")  # from the bottom up


class Paper(Sheet):
    """Layers of shapes and bands of paragraphs are drawn under and over the text, as far as they are in sight."""

    clicked_at = Signal(int)  # Qt's position, a click that selected nothing
    focused = Signal()
    selection_made = Signal()  # by mouse, when it is let go
    menu_requested = Signal(object, object)  # global position, Qt's position of the text (or None)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers = dict.fromkeys(_LAYERS, Layer())
        self.bands: list[Band] = []
        self.reading_piece: tuple[int, int] | None = None
        self.meta_text = ""
        self._meta_at: int | None = None  # Qt's position of the last paragraph of the title
        self._pressed_at = QPointF()

    def clear_page(self) -> None:
        self.bands, self.reading_piece, self._meta_at = [], None, None
        self.layers = dict.fromkeys(_LAYERS, Layer())
        super().clear_page()

    def set_layer(self, name: str, layer: Layer) -> None:
        """Put shapes in the place of those a layer held."""
        self.layers[name] = layer
        self.viewport().update()

    def set_reading_piece(self, piece: tuple[int, int] | None) -> None:
        """Take the stretch that gets the red bar."""
        if piece != self.reading_piece:
            self.reading_piece = piece
            self.viewport().update()

    def flash_between(self, start: int, end: int) -> None:
        if self.style_ is not None:
            self.set_layer("flash", Layer([Shape(start, end, self.style_.theme.flash)]))

    def set_meta(self, text: str, qt_position: int | None) -> None:
        """Take the line under the title, and the paragraph it stands under."""
        self.meta_text, self._meta_at = text, qt_position

    def mark_at(self, qt_position: int) -> Shape | None:
        return self.layers["marks"].at(qt_position)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.style_ is None:
            super().paintEvent(event)
            return
        style, top = self.style_, self.verticalScrollBar().value()
        sight = QRectF(0, event.rect().top() + top, self.viewport().width(), event.rect().height())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(style.theme.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        drawing = Drawing(painter, self.document(), sight, style.em, self.near)
        self._draw_under(drawing, painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        drawing.onto(painter)
        for layer in self.layers.values():
            drawing.over(layer)
        drawing.band_labels(self.bands, style.label_font(), self.viewport().width() - 2)
        painter.end()

    def _draw_under(self, drawing: Drawing, painter: QPainter) -> None:
        style = self.style_
        assert style is not None
        width = self.viewport().width()
        drawing.bands(self.bands, 0.55 * style.edge, width - 0.4 * style.edge)
        if self.reading_piece:
            bar = Band(*self.reading_piece, bar="single", colour=style.theme.red)
            drawing.bands([bar], 0.12 * style.edge, width)
        for layer in self.layers.values():
            drawing.under(layer)
        if self._meta_at is not None and drawing.start <= self._meta_at <= drawing.end:
            self._draw_meta(painter, style)

    def _draw_meta(self, painter: QPainter, style: PageStyle) -> None:
        block = self.document().findBlock(self._meta_at or 0)
        rect = self.document().documentLayout().blockBoundingRect(block)
        painter.setFont(style.meta_font())
        painter.setPen(QColor(style.theme.secondary))
        width = self.viewport().width() - 2 * style.edge
        metrics, whole = painter.fontMetrics(), self.meta_text
        if metrics.horizontalAdvance(whole) > width:
            whole = whole.replace(META_JOIN, " · ")
        text = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, int(width))
        room = QRectF(style.edge, rect.bottom() + 0.2 * style.line, width, style.meta_height)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter), text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.selection_made.emit()
        elif (event.position() - self._pressed_at).manhattanLength() < 6:
            at = self.text_at(event.position())
            if at is not None:
                self.clicked_at.emit(at)

    def text_at(self, point: QPointF) -> int | None:
        """Return Qt's position of the character under a point of the view, or None beside the text."""
        at = point + QPointF(0, self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return hit if hit >= 0 else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos(), self.text_at(QPointF(event.pos())))
        event.accept()

    def select(self, start: int, end: int) -> None:
        """Select between two of Qt's positions without scrolling."""
        bar = self.verticalScrollBar()
        value = bar.value()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        bar.setValue(value)
