"""A side of the desk: words as tabs, and pages that are built when they are first looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.ui.panel import Panel


@dataclass
class _Page:
    title: str
    build: Callable[[], Panel]
    tab: QToolButton
    panel: Panel | None = None


class Side(QWidget):
    """Pages by id; ``page`` builds one that is not there yet."""

    page_shown = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages: dict[str, _Page] = {}
        self._current: str | None = None
        self._group = QButtonGroup(self)
        self._tabs = QWidget(self)
        self._tabs.setObjectName("sideTabs")
        self._tabs.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self._tabs)
        self._row.setContentsMargins(16, 0, 16, 0)
        self._row.setSpacing(18)
        self._row.addStretch(1)
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(208)

    def add_page(self, page_id: str, title: str, build: Callable[[], Panel]) -> None:
        tab = QToolButton(self._tabs)
        tab.setText(title)
        tab.setCheckable(True)
        tab.setAutoRaise(True)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tab.clicked.connect(lambda: self.show_page(page_id))
        self._group.addButton(tab)
        self._row.insertWidget(self._row.count() - 1, tab)
        self._pages[page_id] = _Page(title, build, tab)

    def page(self, page_id: str) -> Panel:
        """Return a page, built now if need be."""
        page = self._pages[page_id]
        if page.panel is None:
            page.panel = page.build()
            self._stack.addWidget(page.panel)
            page.panel.count_changed.connect(lambda count: self.set_count(page_id, count))
        return page.panel

    def built(self) -> tuple[Panel, ...]:
        """Return the pages that exist."""
        return tuple(page.panel for page in self._pages.values() if page.panel is not None)

    def show_page(self, page_id: str) -> None:
        """Bring a page to the front (and the side into view)."""
        self.show()
        before, self._current = self._current, page_id
        self._pages[page_id].tab.setChecked(True)
        self._stack.setCurrentWidget(self.page(page_id))
        if before != page_id:
            self.page_shown.emit(page_id)

    def current(self) -> str | None:
        return self._current

    def has_page(self, page_id: str) -> bool:
        return page_id in self._pages

    def set_count(self, page_id: str, count: int) -> None:
        """Show a number beside the title of a page; 0 shows none."""
        page = self._pages[page_id]
        page.tab.setText(f"{page.title} {count}" if count else page.title)
