"""Where a file is to be written: proposed, asked for, and brought to an ending that it can have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

_FORMER = {".doc": ".docx", ".xls": ".xlsx", ".htm": ".html"}  # as the same formats were called before


def proposed_path(folder: Path, title: str, kind: str, suffix: str) -> Path:
    """Return a path that is not taken: ``标题（批注清单）.docx``, without a title ``摘编.docx``."""
    from reader.export.file_names import free_name, suggest_name

    title = title.strip().removesuffix(kind)
    return free_name(folder / (suggest_name(title, kind, suffix) if title else kind + suffix))


def asked_path(
    parent: QWidget, proposal: Path, name: str, suffix: str, suffixes: Collection[str] = (), *, title: str = ""
) -> Path | None:
    """Ask where to write a format of this name; None where the user thinks better of it."""
    title = title or QCoreApplication.translate("export", "存为")
    typed, _kind = QFileDialog.getSaveFileName(parent, title, str(proposal), f"{name} (*{suffix})")
    return chosen_path(Path(typed), suffixes or (suffix,), suffix) if typed else None


def chosen_path(path: Path, suffixes: Collection[str], suffix: str) -> Path:
    """Return the path that was typed with the ending it needs.

    With an ending of ours it is not the name that the system asked about, so it must not be taken.
    """
    from reader.export.file_names import free_name

    if path.suffix.lower() in suffixes:
        return path
    former = _FORMER.get(path.suffix.lower()) == suffix
    return free_name(path.with_suffix(suffix) if former else path.with_name(path.name + suffix))
