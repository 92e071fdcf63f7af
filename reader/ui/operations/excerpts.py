"""Writes to the digest (摘编): taking excerpts, ordering them, putting them under themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.ui.operations.comparisons import ComparisonOperations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.excerpts import Excerpt
    from reader.library.library import Library
    from reader.library.records import Changes
    from reader.text.spans import Span

    Places = tuple[tuple[int, str], ...]
    _Taken = tuple[Excerpt, bool, Places]  # whether it is new, and where all are with it


class ExcerptOperations(ComparisonOperations):
    """Excerpts go by their numbers, themes by their names; every step is undone by name."""

    excerpt_added = Signal(object, bool)  # Excerpt; False where it was in the digest before

    def add_excerpt(self, taken: Span | int, theme: str | None = None, document: int | None = None) -> None:
        """Take a stretch of the reading text, or a section by its number, at the end of a theme.

        Without a theme it goes where the one before went; without a document it is of the active one.
        """
        number = document if document is not None else self._active()
        if number is None:
            return

        def add(library: Library) -> _Taken | None:
            known = dict(library.excerpts.places())
            to = (known[max(known)] if known else "") if theme is None else theme
            try:
                if isinstance(taken, int):
                    excerpt = library.excerpts.add_clause(number, taken, to)
                else:
                    excerpt = library.excerpts.add(number, taken, to)
            except ValueError:  # derived anew since: trying again would not help
                return None
            return excerpt, excerpt.number not in known, library.excerpts.places()

        self._write(add, self._excerpt_taken)

    def delete_excerpts(self, *numbers: int) -> None:
        """Take excerpts out of the digest."""
        self._take_out(self.tr("移出摘编"), numbers)

    def clear_excerpts(self) -> None:
        """Take everything out of the digest."""
        self._take_out(self.tr("清空摘编"), None)

    def move_excerpts(self, numbers: Sequence[int], before: int | None, theme: str) -> None:
        """Put excerpts, in this order, before another one of a theme, or (None) at the end of the theme."""

        def move(library: Library) -> Changes:
            from reader.library.excerpt_order import Place, moved

            places = [Place(*place) for place in library.excerpts.places()]
            known = {place.number for place in places}
            for number in numbers:
                if number in known:
                    places = moved(places, Place(number, theme), before)
            return library.excerpts.arrange(places)

        self._rearrange(self.tr("调整摘编"), move)

    def move_excerpt_theme(self, theme: str, before: str | None) -> None:
        """Put a theme with all that is under it before another one, or (None) behind all others."""
        self._rearrange(self.tr("调整主题次序"), lambda library: library.excerpts.move_theme(theme, before))

    def rename_excerpt_theme(self, old: str, new: str) -> None:
        """Give a theme another name; without a name what is under it has no theme any more."""
        self._rearrange(self.tr("修改主题"), lambda library: library.excerpts.rename_theme(old, new))

    def remark_excerpt(self, number: int, text: str, before: str) -> None:
        """Keep what the user says of an excerpt; ``before`` is what was said until now."""

        def remark(words: str) -> Callable[[Library], Changes]:
            return lambda library: library.excerpts.remark(number, words)

        def done() -> None:
            self._remember(
                self.tr("编辑摘编备注"),
                lambda: self._announcing(remark(before)),
                lambda: self._announcing(remark(text)),
                ("excerpt", number),
            )

        self._announcing(remark(text), done)

    def _excerpt_taken(self, outcome: _Taken | None) -> None:
        if outcome is None:
            self.failed.emit(self.tr("文件刚才有变动，未能放入摘编，请再试一次"))
            return
        from reader.library.records import Changes

        excerpt, new, places = outcome
        if new:
            number = excerpt.number
            self._workspace.announce(Changes.of(excerpt.document, "excerpts"))
            self._remember(
                self.tr("放入摘编"),
                lambda: self._announcing(lambda library: library.excerpts.delete(number)),
                lambda: self._announcing(lambda library: _brought_back(library, (number,), places)),
            )
        self.excerpt_added.emit(excerpt, new)

    def _take_out(self, text: str, wanted: Sequence[int] | None) -> None:
        """Delete the excerpts of these numbers that are there, all of them for None, as a step of this name."""

        def take_out(library: Library) -> tuple[Changes, tuple[int, ...], Places]:
            places = library.excerpts.places()
            there = tuple(number for number, _ in places if wanted is None or number in wanted)
            return library.excerpts.delete(*there), there, places

        def done(outcome: tuple[Changes, tuple[int, ...], Places]) -> None:
            changes, there, places = outcome
            if not there:
                return
            self._workspace.announce(changes)
            self._remember(
                text,
                lambda: self._announcing(lambda library: _brought_back(library, there, places)),
                lambda: self._announcing(lambda library: library.excerpts.delete(*there)),
            )

        self._write(take_out, done)

    def _rearrange(self, text: str, work: Callable[[Library], Changes]) -> None:
        """Change order and themes; a step back leaves all of them as they were."""

        def write(library: Library) -> tuple[Changes, Places, Places]:
            before = library.excerpts.places()
            return work(library), before, library.excerpts.places()

        def done(outcome: tuple[Changes, Places, Places]) -> None:
            changes, before, after = outcome
            if before == after:
                return
            self._workspace.announce(changes)
            self._remember(
                text,
                lambda: self._announcing(lambda library: library.excerpts.arrange(before)),
                lambda: self._announcing(lambda library: library.excerpts.arrange(after)),
            )

        self._write(write, done)


def _brought_back(library: Library, numbers: Sequence[int], places: Places) -> Changes:
    """Bring deleted excerpts back to where they were: others may have been moved since they were deleted."""
    restored = library.excerpts.restore(*numbers)
    arranged = library.excerpts.arrange(places)
    return restored._replace(documents=restored.documents | arranged.documents, kinds=restored.kinds | arranged.kinds)
