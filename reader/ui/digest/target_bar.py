"""Under which theme comes what is taken next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from reader.ui.digest.theme_menu import ThemeMenu, short_name

if TYPE_CHECKING:
    from collections.abc import Iterable


class TargetBar(QWidget):
    """A button that names the theme; its menu offers all of them and a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = QLabel(self.tr("新摘编放入"), self)
        said.setObjectName("secondary")
        self.button = QToolButton(self)
        self.menu = ThemeMenu(self.button)
        self.button.setMenu(self.menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolTip(self.tr("阅读时按 B 放入的内容归到这个主题"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(said)
        row.addWidget(self.button)
        row.addStretch(1)

    def show_themes(self, themes: Iterable[str], target: str) -> None:
        """Offer these themes, one of them chosen; "" is none."""
        self.button.setText(f"{short_name(target) if target else self.tr('不分主题')} ▾")
        self.menu.show_themes(themes, target)
