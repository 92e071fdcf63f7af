"""Writes to documents and to who is responsible in them, on top of those to annotations, comparisons and the digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.operations.returning import ReturningOperations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.anchoring.anchor import Placement
    from reader.library.library import Library
    from reader.library.records import Changes, OpenDocument
    from reader.text.edits import Edit
    from reader.ui.operations.writes import Then
    from reader.units.corrections import Correction

    Decision = Callable[[Library], Changes]
    Outcome = tuple[Changes, OpenDocument, tuple[Placement, ...]]


class Operations(ReturningOperations):
    """All writes of the window."""

    def bin_document(self, number: int) -> None:
        """Put a document into the bin."""

        def binned() -> None:
            self._remember(self.tr("移入回收站"), lambda: self._unbin(number), lambda: self._bin(number))

        self._bin(number, binned)

    def unbin_document(self, number: int) -> None:
        """Take a document out of the bin."""

        def back() -> None:
            self._remember(self.tr("从回收站恢复"), lambda: self._bin(number), lambda: self._unbin(number))

        self._unbin(number, back)

    def purge_document(self, number: int) -> None:
        """Remove a document of the bin for good, its annotations with it; there is no step back."""
        self._workspace.close(number)
        self._announcing(lambda library: library.documents.purge(number))

    def set_title(self, number: int, title: str | None) -> None:
        """Correct a title; None goes back to the title that was read from the text."""
        entry = next((e for e in self._workspace.entries if e.number == number), None)
        before = entry.title if entry is not None and entry.title_typed else None
        self._decide(
            number,
            self.tr("修改标题"),
            lambda library: library.documents.set_title(number, title),
            lambda library: library.documents.set_title(number, before),
        )

    def take_back(self, edit: Edit, document: int | None = None) -> None:
        """Undo one edit of the cleaning and keep it so."""
        number = document if document is not None else self._active()
        if number is not None:
            self._decide(
                number,
                self.tr("保留原文"),
                lambda library: library.documents.take_back(number, edit),
                lambda library: library.documents.apply_again(number, edit),
            )

    def apply_again(self, edit: Edit, document: int | None = None) -> None:
        """Let the cleaning have an edit again that was taken back."""
        number = document if document is not None else self._active()
        if number is not None:
            self._decide(
                number,
                self.tr("恢复整理"),
                lambda library: library.documents.apply_again(number, edit),
                lambda library: library.documents.take_back(number, edit),
            )

    def correct_units(
        self,
        text: str,
        made: Sequence[Correction] = (),
        withdrawn: Sequence[Correction] = (),
        document: int | None = None,
    ) -> None:
        """Make corrections of who is responsible and take others back, as one step of this name."""
        number = document if document is not None else self._active()
        if number is None or not (made or withdrawn):
            return
        from reader.ui.operations.corrections import signed, written

        made = signed(made, self._workspace.settings.author)
        self._decide(
            number,
            text,
            lambda library: written(library, number, made, withdrawn),
            lambda library: written(library, number, withdrawn, made),
        )

    def _bin(self, number: int, then: Then | None = None) -> None:
        def binned() -> None:
            self._workspace.close(number)
            if then is not None:
                then()

        self._announcing(lambda library: library.documents.bin(number), binned)

    def _unbin(self, number: int, then: Then | None = None) -> None:
        self._announcing(lambda library: library.documents.unbin(number), then)

    def _decide(self, number: int, text: str, do: Decision, reverse: Decision) -> None:
        """Write a decision that derives the document anew, and show the document as it is then."""

        def decided() -> None:
            self._remember(text, lambda: self._derive(number, reverse), lambda: self._derive(number, do))

        self._derive(number, do, decided)

    def _derive(self, number: int, decision: Decision, then: Then | None = None) -> None:
        def done(outcome: Outcome) -> None:
            changes, document, placements = outcome
            if self._active() == number:
                self._workspace.show(document, placements)
            elif self._workspace.document_of(number) is not None:
                self._workspace.hold(document, placements)
            self._workspace.announce(changes)
            if then is not None:
                then()

        def derive(library: Library) -> Outcome:
            return decision(library), library.documents.open(number), library.annotations.placements(number)

        self._write(derive, done)
