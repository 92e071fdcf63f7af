"""Settings: how a document is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from reader.ui.settings.page import SettingsPage
from reader.ui.theme import THEMES

if TYPE_CHECKING:
    from reader.ui.workspace import Workspace


class ReadingPage(SettingsPage):
    """Ground, letter size, measure and line height."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, QCoreApplication.translate("ReadingPage", "阅读"), parent)
        self.themes = QComboBox(self)
        for name, theme in THEMES.items():
            self.themes.addItem(theme.label, name)
        self.themes.setCurrentIndex(self.themes.findData(workspace.theme.name))
        self.themes.currentIndexChanged.connect(lambda index: self.choose(theme=self.themes.itemData(index)))
        self.form.addRow(self.tr("底色"), self.themes)
        self.letter_size = self.add_number("font_size", self.tr("正文字号"), self.tr("磅"), 8, 32, 0.5)
        self.measure = self.add_count("measure", self.tr("每行字数"), self.tr("字"), 20, 60)
        self.line_height = self.add_number("line_height", self.tr("行高"), self.tr("倍"), 1.2, 3.0, 0.1)
        self.add_hint(self.tr("改动立即生效。"))
