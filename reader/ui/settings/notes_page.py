"""Settings: who makes the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from reader.ui.workspace import Workspace


class NotesPage(SettingsPage):
    """Name on new notes."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, QCoreApplication.translate("NotesPage", "批注"), parent)
        settings = workspace.settings
        self.author = QLineEdit(settings.author, self)
        self.author.setMaxLength(60)
        self.author.textEdited.connect(lambda text: self.choose(author=text.strip(), author_asked=True))
        self.form.addRow(self.tr("批注署名"), self.author)
        self.add_hint(self.tr("署名写在以后的批注上，已有的批注不变。"))
