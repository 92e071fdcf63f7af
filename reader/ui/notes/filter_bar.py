"""What chooses the notes that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.ui.notes.colour_dot import ColourDots
from reader.ui.notes.editor import style_name
from reader.ui.notes.rows import NoteFilter
from reader.ui.theme import MARK_STYLES, Theme

if TYPE_CHECKING:
    from collections.abc import Iterable


class FilterBar(QWidget):
    """A text box, the colours, a menu of styles and tags, and how many notes pass."""

    changed = Signal()

    def __init__(self, colours: tuple[str, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles: set[str] = set()
        self._tags: set[str] = set()
        self.box = QLineEdit(self)
        self.box.setObjectName("filterBox")
        self.box.setPlaceholderText(self.tr("筛选批注…"))
        self.box.setAccessibleName(self.tr("筛选批注"))
        self.box.setClearButtonEnabled(True)
        self.dots = ColourDots(colours, theme, parent=self)
        self.more = QToolButton(self)
        self.more.setText(self.tr("更多"))
        self.more.setToolTip(self.tr("按样式、标签筛选"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self._fill_menu(())
        self.count = QLabel(self)
        self.count.setObjectName("secondary")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.dots)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.box)
        layout.addLayout(row)
        self.box.textChanged.connect(self.changed)
        self.dots.checked_changed.connect(self.changed)

    def chosen(self) -> NoteFilter:
        """Return what is chosen now."""
        return NoteFilter(self.box.text(), self.dots.checked(), frozenset(self._styles), frozenset(self._tags))

    def clear(self) -> None:
        """Choose nothing, which shows all."""
        self._styles.clear()
        self._tags.clear()
        self.dots.check()
        for action in self.menu.actions():
            action.setChecked(False)
        self.box.clear()
        self._show_chosen()

    def set_tags(self, tags: Iterable[str]) -> None:
        """Offer these tags; a chosen one that is in use no more is let go."""
        offered = tuple(tags)
        if offered != self._offered:
            self._tags.intersection_update(offered)
            self._fill_menu(offered)
            self._show_chosen()

    def set_count(self, shown: int, of: int) -> None:
        """Tell how many pass, where not all do."""
        self.count.setText("" if shown == of else f"{shown}/{of}")

    def _fill_menu(self, tags: tuple[str, ...]) -> None:
        self._offered = tags
        self.menu.clear()
        self._add_head(self.tr("样式"))
        for style in MARK_STYLES:
            self._add(style_name(style), style, self._styles)
        if tags:
            self.menu.addSeparator()
            self._add_head(self.tr("标签"))
        for tag in tags:
            self._add(tag.replace("&", "&&"), tag, self._tags)

    def _add_head(self, text: str) -> None:
        self.menu.addAction(text).setEnabled(False)

    def _add(self, text: str, value: str, chosen: set[str]) -> None:
        action = self.menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value in chosen)
        action.toggled.connect(lambda on: self._toggle(chosen, value, on=on))

    def _toggle(self, chosen: set[str], value: str, *, on: bool) -> None:
        if on:
            chosen.add(value)
        else:
            chosen.discard(value)
        self._show_chosen()
        self.changed.emit()

    def _show_chosen(self) -> None:
        chosen = len(self._styles) + len(self._tags)
        self.more.setText(self.tr("更多") + (f" {chosen}" if chosen else ""))
