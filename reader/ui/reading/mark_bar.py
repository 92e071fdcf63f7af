"""How selected text is marked by hand: the small bar beside it and the context menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from reader.ui.theme import MARK_COLOURS, RADIUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.theme import Theme

_DOT = 14  # px
_GAP = 8


def colour_icon(colour: str, ratio: float = 1.0) -> QIcon:
    """Return a round dot of a colour, sharp at any scaling of the screen."""
    pixmap = QPixmap(QSize(_DOT, _DOT) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(1, 1, _DOT - 2, _DOT - 2))
    painter.end()
    return QIcon(pixmap)


class MarkBar(QFrame):
    """Floats beside a selection: a dot for each named colour, underline, note, copy."""

    mark_requested = Signal(str, str)  # style, colour
    note_requested = Signal()
    copy_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self.setObjectName("markBar")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(0)
        self._dots = {name: self._dot(name) for name in MARK_COLOURS}
        self._word(self.tr("划线"), lambda: self.mark_requested.emit("underline", MARK_COLOURS[0]))
        self._word(self.tr("批注"), self.note_requested.emit)
        self._word(self.tr("复制"), self.copy_requested.emit)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"#markBar {{ background: {theme.field}; border: 1px solid {theme.hairline}; border-radius: {RADIUS}px; }}"
        )
        for name, button in self._dots.items():
            button.setIcon(colour_icon(theme.mark_line(name), self.devicePixelRatioF()))

    def show_beside(self, line: QRect) -> None:
        """Come up over a line of the view, or under it where there is no room above."""
        self.adjustSize()
        room = self._pane.size()
        x = min(max(4, line.center().x() - self.width() // 2), max(4, room.width() - self.width() - 4))
        y = line.top() - self.height() - _GAP
        self.move(QPoint(x, y if y >= 0 else line.bottom() + _GAP))
        self.show()
        self.raise_()

    def _dot(self, name: str) -> QToolButton:
        button = self._button(lambda: self.mark_requested.emit("highlight", name))
        button.setToolTip(self.tr("标为“{0}”").format(name))
        button.setAccessibleName(self.tr("标为“{0}”").format(name))
        button.setIconSize(QSize(_DOT, _DOT))
        return button

    def _word(self, text: str, slot: Callable[[], None]) -> None:
        self._button(slot).setText(text)

    def _button(self, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the selection keeps the keys
        button.clicked.connect(slot)
        self._row.addWidget(button)
        return button


class MarkMenu(QMenu):
    """The context menu of the paper: marking what is selected, changing what was marked."""

    mark_requested = Signal(str, str)  # style, colour
    recolour_requested = Signal(str)
    delete_requested = Signal()
    note_requested = Signal()
    open_requested = Signal()
    copy_requested = Signal()
    select_all_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, selected: bool, marked: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        if selected:
            self._add_marking()
        if marked:
            self._add_changing()
        copy = self.addAction(self.tr("复制"), self.copy_requested.emit)
        copy.setEnabled(selected)
        self.addAction(self.tr("全选"), self.select_all_requested.emit)

    def _add_marking(self) -> None:
        for name in MARK_COLOURS:
            action = self.addAction(self.tr("标为“{0}”").format(name))
            action.triggered.connect(partial(_without_checked, partial(self.mark_requested.emit, "highlight"), name))
            action.setIcon(colour_icon(self._theme.mark_line(name), self.devicePixelRatioF()))
        for style, text in (
            ("underline", self.tr("下划线")),
            ("wavy", self.tr("波浪线")),
            ("double", self.tr("双线")),
        ):
            self._add_colours(text, partial(self.mark_requested.emit, style))
        self.addAction(self.tr("写批注…"), self.note_requested.emit)
        self._add_of_window("units.add")
        self.addSeparator()

    def _add_changing(self) -> None:
        self.addAction(self.tr("查看批注"), self.open_requested.emit)
        self._add_colours(self.tr("更换颜色"), self.recolour_requested.emit)
        self.addAction(self.tr("删除标注"), self.delete_requested.emit)
        self.addSeparator()

    def _add_of_window(self, name: str) -> None:
        """Offer an action that the window bound to the pane, with its keys; a pane that stands alone has none."""
        pane = self.parentWidget()
        while pane is not None:
            for action in pane.actions():
                if action.objectName() == name:
                    self.addAction(action)
                    return
            pane = pane.parentWidget()

    def _add_colours(self, text: str, slot: Callable[[str], None]) -> None:
        menu = self.addMenu(text)
        for name in MARK_COLOURS:
            action = menu.addAction(name)
            action.triggered.connect(partial(_without_checked, slot, name))
            action.setIcon(colour_icon(self._theme.mark_line(name), self.devicePixelRatioF()))


def _without_checked(slot: Callable[[str], None], name: str, _checked: bool = False) -> None:
    """Call a slot with a name only: ``triggered`` would hand over one thing more."""
    slot(name)
