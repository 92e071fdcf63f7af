"""The dialog 设置: every choice takes effect at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from reader.ui.settings.export_page import ExportPage
from reader.ui.settings.notes_page import NotesPage
from reader.ui.settings.reading_page import ReadingPage
from reader.ui.settings.units_page import UnitsPage

if TYPE_CHECKING:
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace


class SettingsDialog(QDialog):
    """Pages by name; nothing to confirm. With ``jobs`` the names of units are proposed from the library."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, jobs: JobRunner | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("设置"))
        self.resize(600, 420)
        self.names = QListWidget(self)
        self.names.setObjectName("settingsNames")
        self.names.setFixedWidth(112)
        self.pages = QStackedWidget(self)
        self.units = UnitsPage(workspace, jobs, self)
        for page in (
            ReadingPage(workspace, self),
            NotesPage(workspace, self),
            ExportPage(workspace, self),
            self.units,
        ):
            self.names.addItem(page.title())
            self.pages.addWidget(page)
        self.names.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.names.setCurrentRow(0)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.names)
        row.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(row, 1)
        column.addWidget(buttons)

    def show_units(self) -> None:
        """Turn to the user's own units, with the cursor in the field for one more."""
        self.names.setCurrentRow(self.pages.indexOf(self.units))
        self.units.chips.field.setFocus()
