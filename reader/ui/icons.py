"""The few pictures of the window."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from reader.paths import resource_path


def app_icon() -> QIcon:
    """Return the sign of the program."""
    return QIcon(str(resource_path("icons", "yuedu.svg")))
