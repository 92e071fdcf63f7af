"""Settings: what goes into Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.ui.settings.page import SettingsPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reader.ui.workspace import Workspace


class ExportPage(SettingsPage):
    """Line pitch of exported documents."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, QCoreApplication.translate("ExportPage", "导出"), parent)
        self.pitch = self.add_number("line_pitch", self.tr("行距"), self.tr("磅"), 20, 40, 0.05)
        self.add_hint(self.tr("28.95 磅每页 22 行（GB/T 9704-2012）；有的单位用 28 磅或 29.5 磅。"))
