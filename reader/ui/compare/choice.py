"""A few words of which one holds: side by side where there is room, else one word with a menu behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reader.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Iterable


class Choice(QWidget):
    """Tells what is wished; ``choose`` shows what holds."""

    chosen = Signal(str)  # by the user

    def __init__(self, name: str, options: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.buttons = {key: self._button(key, text) for key, text in options}
        self._segments = Segmented(self.buttons.values(), self)
        self._segments.setAccessibleName(name)
        self.short = QToolButton(self)
        self.short.setAccessibleName(name)
        self.short.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.short.setMenu(self._menu())
        self.short.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._segments)
        row.addWidget(self.short)
        self._key = ""

    @property
    def compact(self) -> bool:
        return self._segments.isHidden()

    def choose(self, key: str) -> None:
        """Show what holds, without a wish."""
        self._key = key
        self.buttons[key].setChecked(True)
        self._actions[key].setChecked(True)
        self.short.setText(self.buttons[key].text() + " ▾")

    def set_compact(self, compact: bool) -> None:
        self._segments.setHidden(compact)
        self.short.setVisible(compact)

    def set_available(self, key: str, available: bool, why: str = "") -> None:
        """Let one of the words be chosen or not; ``why`` not is told beside it."""
        for one in (self.buttons[key], self._actions[key]):
            one.setEnabled(available)
            one.setToolTip("" if available else why)

    def width_of(self, compact: bool) -> int:
        """Return the room it takes."""
        return (self.short if compact else self._segments).sizeHint().width()

    def _button(self, key: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._wish(key))
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self.short)
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        self._actions = {key: menu.addAction(button.text()) for key, button in self.buttons.items()}
        for key, action in self._actions.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked, key=key: self._wish(key))
        return menu

    def _wish(self, key: str) -> None:
        held = self._key
        self.chosen.emit(key)
        if self._key == held:
            self.choose(held)  # the wish was not met
