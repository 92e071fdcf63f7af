"""Where things lie: the user's data, and what ships with the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PROGRAM = "Yuedu"


def resource_path(*parts: str) -> Path:
    """Return the path of something that ships in resources/."""
    return Path(__file__).resolve().parent.parent.joinpath("resources", *parts)


def data_dir() -> Path:
    """Return the folder of the user's library, settings and logs; ``YUEDU_DATA`` moves it (a USB stick, a test)."""
    if chosen := os.environ.get("YUEDU_DATA"):
        return Path(chosen)
    return _base() / PROGRAM


def _base() -> Path:
    """Return the folder in which programs keep their users' data; written out, since it is asked before the first paint."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    chosen = Path(os.environ.get("XDG_DATA_HOME", ""))
    return chosen if chosen.is_absolute() else home / ".local" / "share"  # XDG: a relative path is to be ignored


def library_path() -> Path:
    return data_dir() / "library.db"


def settings_path() -> Path:
    return data_dir() / "settings.toml"
