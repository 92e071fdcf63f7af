"""The first start: the documents that come with the program are brought in, once the window stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.records import Entry, Imported
    from reader.ui.main_window.file_actions import FileActions
    from reader.ui.main_window.parts import Parts
    from reader.ui.main_window.session import Start


class Welcome(QObject):
    """Only for a new library in the default place."""

    def __init__(self, parts: Parts, files: FileActions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._files = files

    def begin(self, start: Start) -> None:
        if not start.is_new or start.read_only:
            return
        from reader.library.ingest import BUNDLED

        self._files.open_files([BUNDLED], then=self._open_first)

    def _open_first(self, imported: tuple[Imported, ...]) -> None:
        if imported and self._parts.workspace.document is None:
            self._parts.jobs.library_call(lambda library: library.documents.entries(), self._open_best)

    def _open_best(self, entries: Sequence[Entry]) -> None:
        """Open what shows most: units beside a text in everybody's script."""
        best = max(entries, key=lambda entry: (not entry.traditional, entry.units))
        self._parts.opening.open_document(best.number)
        self._parts.left.show_page("outline")
