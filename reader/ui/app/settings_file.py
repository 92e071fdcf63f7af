"""Settings are written a moment after they are changed, and at the end."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader import settings as file

if TYPE_CHECKING:
    from pathlib import Path

    from reader.ui.workspace import Workspace

_PAUSE = 500  # ms


class SettingsFile(QObject):
    """Keeps the file like the workspace's settings."""

    def __init__(self, workspace: Workspace, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._path = path
        self._written = workspace.settings
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.write)
        workspace.settings_changed.connect(lambda _settings: self._timer.start())

    def write(self) -> None:
        """Write now what is not written yet."""
        self._timer.stop()
        if self._workspace.settings == self._written:
            return
        try:
            file.save(self._workspace.settings, self._path)
            self._written = self._workspace.settings
        except OSError:
            # The choice holds as long as the window is open; a read-only folder is no reason for a message each time.
            logging.getLogger(__name__).warning("settings not written")
