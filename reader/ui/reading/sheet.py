"""The sheet: a read-only text widget of fixed measure, and where everything on it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.ui.reading.positions import ShownText
from reader.ui.reading.reading_line import Window
from reader.ui.reading.sight import line_at, line_at_height, paragraphs_rect

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent, QTextDocument, QWheelEvent

    from reader.ui.reading.page_style import PageStyle
    from reader.ui.theme import Theme

LOWER = 0.25  # em that a ground or bar lies below its paragraphs: a fixed line height puts its characters low
_FEWEST = 8  # characters in a line, however narrow the pane
_SCREEN = 8_000  # characters, more than any screen holds
_BLANK_EM = 2.4  # of paper on either side of the text, where there is room


class Sheet(QTextEdit):
    """Shows a laid-out document, centred on the desk; knows positions of Qt only.

    Nothing is ever loaded, opened or pasted here, whatever a document contains.
    """

    measure_changed = Signal(int)  # characters in a line
    zoom_requested = Signal(int)  # 1 larger, -1 smaller

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._ground = QWidget(self)  # the paper where the text widget does not reach
        self._ground.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ground.lower()
        self.shown = ShownText("")
        self.style_: PageStyle | None = None
        self._page: QTextDocument | None = None
        self._theme: Theme | None = None
        self._characters = 0
        self._fitting = False
        self._reading_at = 0.0  # what stood on the reading line when the size was not changing
        self.verticalScrollBar().valueChanged.connect(self._remember)
        self.settling = False  # whether it scrolls only so that what is seen stays where it is
        self.near = 0  # number of a paragraph that was in view a moment ago

    def set_page(self, document: QTextDocument, shown: ShownText, style: PageStyle) -> None:
        """Take a laid-out document; the old one goes."""
        self.shown, self.style_ = shown, style
        self._dress(style.theme)
        self._characters, self._reading_at = 0, 0.0
        self._fitting = True
        self._fit()
        self.setDocument(document)
        self._fitting = False
        old, self._page = self._page, document
        if old is not None:
            old.deleteLater()

    def clear_page(self) -> None:
        """Show an empty sheet."""
        self.shown = ShownText("")
        self.clear()

    def _dress(self, theme: Theme) -> None:
        if theme is self._theme:
            return
        self._theme = theme
        self.setStyleSheet(
            f"QTextEdit#paper {{ color: {theme.ink}; background: {theme.desk}; border: none; padding: 0;"
            f" border-radius: 0; selection-background-color: {theme.text_selection}; selection-color: {theme.ink}; }}"
        )
        self._ground.setStyleSheet(f"background: {theme.paper}; border: 0 solid {theme.hairline}; border-width: 0 1px;")

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:  # Qt would swell the type of this widget alone
            steps = event.angleDelta().y()
            if steps:
                self.zoom_requested.emit(1 if steps > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        value = self.verticalScrollBar().value()
        super().showEvent(event)  # leads to the cursor when shown for the first time
        self.scroll_to(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fitting:  # the margins of the view changed, which is our own doing
            super().resizeEvent(event)
            return
        reading = self._reading_at if self.verticalScrollBar().value() else None
        self._fitting = True
        anew = self._fit()
        super().resizeEvent(event)
        if reading is not None and (anew or not self.isVisible()):
            self.bring(reading)
        self._fitting = False

    def _fit(self) -> bool:
        """Centre the sheet; only a change in the number of characters lays the text out anew."""
        style = self.style_
        if style is None:
            return False
        room = self._room()
        characters = self.characters_in(style)
        text_width = round(characters * style.em + 2 * style.edge + 1)
        left = max(0, (room - text_width) // 2)
        self.setViewportMargins(left, 0, max(0, room - text_width - left), 0)
        blank = min(left, round(_BLANK_EM * style.em))
        self._ground.setGeometry(left - blank, 0, text_width + 2 * blank, self.height())
        if characters == self._characters:
            return False
        self._characters = characters
        self.setLineWrapColumnOrWidth(text_width)
        self.measure_changed.emit(characters)
        return True

    def _room(self) -> int:
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def characters_in(self, style: PageStyle) -> int:
        """Return how many characters a line holds at the present width."""
        return min(style.measure, max(_FEWEST, int((self._room() - 2 * style.edge) / style.em)))

    def window_(self) -> Window:
        """Return what is seen of the paper."""
        bar = self.verticalScrollBar()
        return Window(bar.value(), bar.maximum(), self.viewport().height())

    def bring(self, qt_position: float) -> None:
        """Bring a place onto the reading line."""
        self.lay_out_behind(int(qt_position))
        self.scroll_to(self.window_().value_for(self.y_of(qt_position)))

    def _remember(self) -> None:
        if not self._fitting:
            window = self.window_()
            self._reading_at = self.position_at(window.value + window.line())

    def scroll_to(self, value: float) -> None:
        """Scroll as far as the paper is laid out."""
        self.verticalScrollBar().setValue(round(value))

    def lay_out_behind(self, qt_position: int) -> None:
        """Lay out a screen's worth behind a position, so that scrolling can bring it anywhere in the view."""
        last = self.document().characterCount() - 1
        line = line_at(self.document(), min(qt_position + _SCREEN, last))
        if line is None:
            return
        # Qt brings the range up to what is laid out only when it gets to it, and is off while it is at it.
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if qt_position + _SCREEN >= last:
            bar.setMaximum(round(line.bottom + self.document().rootFrame().frameFormat().bottomMargin()) - height)
        else:
            bar.setMaximum(max(bar.maximum(), round(line.bottom) - height))

    def y_of(self, qt_position: float) -> float:
        """Return the height of a place; what is behind the point is a part of the way to the next character."""
        line = line_at(self.document(), int(qt_position))
        if line is None:
            return 0.0
        share = (qt_position - line.start) / max(1, line.end - line.start)
        return line.top + min(max(share, 0.0), 1.0) * self.line_pitch

    def position_at(self, y: float) -> float:
        """Return the place at a height: the inverse of ``y_of``."""
        line = line_at_height(self.document(), y, self.near)
        if line is None:
            return 0.0
        self.near = self.document().findBlock(line.start).blockNumber()
        share = min(max((y - line.top) / self.line_pitch, 0.0), 1.0)
        return line.start + share * (line.end - line.start)

    def first_in_view(self) -> int:
        """Return Qt's position of the first character in view."""
        return int(self.position_at(self.verticalScrollBar().value()))

    def last_in_view(self) -> int:
        """Return Qt's position of the last character in view."""
        return int(self.position_at(self.verticalScrollBar().value() + self.viewport().height()))

    def heights_of(self, start: int, end: int) -> tuple[float, float]:
        """Return top and bottom of the paragraphs of a stretch, in pixels of the view."""
        rect = paragraphs_rect(self.document(), start, end)
        top = self.verticalScrollBar().value()
        lower = LOWER * (self.style_.em if self.style_ else 0.0)
        return rect.top() - top + lower, rect.bottom() - top + lower

    def hold(self) -> tuple[float, float]:
        """Remember what stands on the reading line, for ``let_go``."""
        window = self.window_()
        y = window.value + window.line()
        return self.position_at(y), window.value - y

    def let_go(self, held: tuple[float, float]) -> None:
        """Bring what was held back to where it was on the screen, after heights above it changed."""
        self.lay_out_behind(int(held[0]))
        self.settling = True
        self.scroll_to(self.y_of(held[0]) + held[1])
        self.settling = False

    @property
    def line_pitch(self) -> float:
        return self.style_.line if self.style_ else 1.0

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing: a document names no file that would be opened."""
        return None

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take nothing in."""

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        made = QMimeData()
        made.setText(self.shown.text_between(cursor.selectionStart(), cursor.selectionEnd()))
        return made
