"""What was chosen last, so that the next dialog begins with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from reader.export.choices import NoteChoice
from reader.export.digest import DigestChoice


class Kept:
    """The folder, the format of each kind, and what is chosen of any document alike.

    Which colours, tags and parts leave, and a title, are of one document: the next one begins anew.
    """

    def __init__(self) -> None:
        self.folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.suffixes: dict[str, str] = {}  # by kind
        self.notes = NoteChoice()
        self.digest = DigestChoice()
