"""Comments of colleagues, on their way back into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.library.errors import LibraryError
from reader.library.records import Changes
from reader.ui.operations.excerpts import ExcerptOperations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.anchoring.anchor import Placement
    from reader.library.library import Library
    from reader.library.records import OpenDocument
    from reader.library.returning import ReadBack, Returned

    Stored = tuple[Returned, tuple[Placement, ...]]


class ReturningOperations(ExcerptOperations):
    """What came back is one step: undone, the notes it brought are gone again."""

    comments_returned = Signal(object)  # Returned
    comments_refused = Signal(str)  # a sentence: the file has nothing to do with the document

    def take_comments(self, document: OpenDocument, read: ReadBack) -> None:
        """Store the comments of a file as notes of a document."""
        number = document.entry.number

        def store(library: Library) -> Stored | LibraryError:
            try:
                returned = library.returning.store(document, read)
            except LibraryError as error:  # trying again would not help
                return error
            return returned, library.annotations.placements(number)

        self._write(store, lambda stored: self._returned(number, stored))

    def _returned(self, document: int, stored: Stored | LibraryError) -> None:
        if isinstance(stored, LibraryError):
            self.comments_refused.emit(stored.message)
            return
        returned, placements = stored
        new = [one.annotation.number for one in (*returned.added, *returned.changed, *returned.unplaced)]
        if new:
            self._show(document, placements)
            self._remember(
                self.tr("取回批注"),
                lambda: self._set_deleted(document, new, deleted=True),
                lambda: self._set_deleted(document, new, deleted=False),
            )
        self.comments_returned.emit(returned)

    def _set_deleted(self, document: int, numbers: Sequence[int], *, deleted: bool) -> None:
        def work(library: Library) -> tuple[Placement, ...]:
            for number in numbers:
                if deleted:
                    library.annotations.delete(number)
                else:
                    library.annotations.restore(number)
            return library.annotations.placements(document)

        self._write(work, lambda placements: self._show(document, placements))

    def _show(self, document: int, placements: tuple[Placement, ...]) -> None:
        self._workspace.set_placements(placements, document)
        self._workspace.announce(Changes.of(document, "annotations"))
