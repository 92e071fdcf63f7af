"""The themes as a menu, with a new one at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 16  # characters of a theme's name


class ThemeMenu(QMenu):
    """One theme is ticked; "" is none."""

    picked = Signal(str)
    new_requested = Signal()

    def show_themes(self, themes: Iterable[str], ticked: str | None) -> None:
        """Offer these themes and none."""
        self.clear()
        for theme in ("", *themes):
            action = self.addAction(short_name(theme) if theme else self.tr("不分主题"))
            action.setCheckable(True)
            action.setChecked(theme == ticked)
            action.triggered.connect(lambda _on=False, one=theme: self.picked.emit(one))
        self.addSeparator()
        self.addAction(self.tr("新主题…")).triggered.connect(lambda: self.new_requested.emit())


def short_name(theme: str) -> str:
    """Return the name of a theme for a button or a menu, in which an & is no key."""
    name = theme if len(theme) <= _LONGEST else theme[: _LONGEST - 1] + "…"
    return name.replace("&", "&&")
