"""Settings: who makes the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from reader.ui.workspace import Workspace


class NotesPage(SettingsPage):
    """Name on new notes, and the units the user belongs to."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, QCoreApplication.translate("NotesPage", "批注"), parent)
        settings = workspace.settings
        self.author = QLineEdit(settings.author, self)
        self.author.setMaxLength(60)
        self.author.textEdited.connect(lambda text: self.choose(author=text.strip(), author_asked=True))
        self.form.addRow(self.tr("批注署名"), self.author)
        self.own_units = QLineEdit("、".join(settings.own_units), self)
        self.own_units.setPlaceholderText(self.tr("如：区科技经济委、区数据局"))
        self.own_units.textEdited.connect(lambda text: self.choose(own_units=_names(text)))
        self.form.addRow(self.tr("本单位"), self.own_units)
        self.add_hint(self.tr("署名写在以后的批注上，已有的批注不变。本单位在责任单位里用红色标出。"))


def _names(text: str) -> tuple[str, ...]:
    parts = text.replace("，", "、").replace(",", "、").split("、")
    return tuple(part.strip() for part in parts if part.strip())
