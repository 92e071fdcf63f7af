"""What the user does to the order and the themes of the digest, handed on to the operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.digest.rows import Drop, ExcerptRow, step_of, theme_step, themes_of
from reader.ui.digest.themes import Themes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.digest.model import DigestModel
    from reader.ui.digest.view import DigestView
    from reader.ui.operations import Operations


class Arranging(QObject):
    """Moves, renames and removes what is selected; ``themes_changed`` tells of what the library does not know."""

    themes_changed = Signal()

    def __init__(
        self, model: DigestModel, view: DigestView, operations: Operations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._view = view
        self._operations = operations
        self.themes = Themes()
        model.move_requested.connect(self.move)
        model.theme_move_requested.connect(self._move_theme)
        model.rename_requested.connect(self.rename)
        view.step_requested.connect(self.step)
        view.removal_requested.connect(self.remove)

    def names(self) -> tuple[str, ...]:
        """Return the themes that have a name, in their order."""
        return themes_of(self._model.rows())

    def chosen(self) -> list[int]:
        """Return the selected excerpts; of a head that is selected alone all that is under it."""
        head = self._view.theme_row()
        if head is None:
            return self._view.numbers()
        return [row.number for row in self._model.rows() if isinstance(row, ExcerptRow) and row.theme == head.theme]

    def theme_of(self, numbers: Sequence[int]) -> str | None:
        """Return the theme that excerpts share, None where they differ."""
        found = {row.theme for row in self._model.rows() if isinstance(row, ExcerptRow) and row.number in numbers}
        return found.pop() if len(found) == 1 else None

    def move(self, numbers: Sequence[int], drop: Drop) -> None:
        """Put excerpts where they were dropped."""
        self._operations.move_excerpts(numbers, drop.before, drop.theme)

    def move_to_theme(self, numbers: Sequence[int], theme: str) -> None:
        """Put excerpts at the end of a theme."""
        self.move(numbers, Drop(None, theme))

    def move_to_new_theme(self, numbers: Sequence[int]) -> None:
        """Put excerpts under a theme of their own, whose name is then typed."""
        self.move_to_theme(numbers, self.add_theme())

    def add_theme(self) -> str:
        """Make an empty theme and begin to type its name; what is taken next goes there."""
        name = self.themes.add(self.names(), self.tr("新主题"))
        self.set_target(name)
        self._view.rename(name)
        return name

    def set_target(self, theme: str) -> None:
        """Let what is taken next go under a theme."""
        self.themes.wanted = theme
        self.themes_changed.emit()

    def rename(self, old: str, new: str) -> None:
        """Give a theme another name; under that of another one the two become one."""
        filled = any(isinstance(row, ExcerptRow) and row.theme == old for row in self._model.rows())
        self.themes.rename(old, new)
        if filled:
            self._operations.rename_excerpt_theme(old, new)
        self.themes_changed.emit()

    def step(self, by: int) -> None:
        """Move what is selected up (-1) or down (1)."""
        rows, numbers, head = self._model.rows(), self._view.numbers(), self._view.theme_row()
        drop = step_of(rows, numbers, by)
        if drop is not None:
            self.move(numbers, drop)
        elif head is not None and (before := theme_step(rows, head.theme, by)) != head.theme:
            self._operations.move_excerpt_theme(head.theme, before)

    def remove(self) -> None:
        """Take the selected excerpts out; of a head that is selected alone only the theme goes, not what is under it."""
        head = self._view.theme_row()
        if head is None:
            if numbers := self._view.numbers():
                self._operations.delete_excerpts(*numbers)
            return
        self.themes.drop(head.theme)
        if head.theme and head.size:
            self._operations.rename_excerpt_theme(head.theme, "")
        self.themes_changed.emit()

    def _move_theme(self, theme: str, before: str | None) -> None:
        self._operations.move_excerpt_theme(theme, before)
