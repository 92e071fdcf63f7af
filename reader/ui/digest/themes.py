"""Themes as far as the library does not know them: those still empty, and the one that is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.library.excerpts import Excerpt


class Themes:
    """In the library a theme is there as long as an excerpt is under it; here it may wait for its first one."""

    def __init__(self) -> None:
        self.empty: list[str] = []
        self.wanted: str | None = None  # where what is taken next goes; None is where the last one went
        self._count = 0  # of the excerpts when they were looked at last

    def target(self, excerpts: Sequence[Excerpt]) -> str:
        """Return the theme under which comes what is taken next; one that is filled is the library's from then on.

        One that lost its last excerpt waits on, since what was taken by mistake is soon taken again; one that is gone
        for another reason is let go.
        """
        known = {excerpt.theme for excerpt in excerpts}
        before, self._count = self._count, len(excerpts)
        self.empty = [theme for theme in self.empty if theme not in known]
        if self.wanted is not None and self.wanted not in {"", *self.empty, *known}:
            cleared = not excerpts and before > 1
            if len(excerpts) < before and not cleared:
                self.empty.append(self.wanted)
            else:
                self.wanted = None
        if self.wanted is not None:
            return self.wanted
        return max(excerpts, key=lambda excerpt: excerpt.number).theme if excerpts else ""

    def add(self, known: Collection[str], name: str) -> str:
        """Make an empty theme of this name, or of this name and a number where there is one; return its name."""
        taken = {*known, *self.empty}
        names = (name if number == 1 else f"{name}{number}" for number in range(1, len(taken) + 2))
        new = next(one for one in names if one not in taken)
        self.empty.append(new)
        return new

    def rename(self, old: str, new: str) -> None:
        """Follow a theme to its new name."""
        self.empty = list(dict.fromkeys(new if theme == old else theme for theme in self.empty))
        if self.wanted == old:
            self.wanted = new

    def drop(self, theme: str) -> None:
        """Let an empty theme go."""
        self.empty = [one for one in self.empty if one != theme]
        if self.wanted == theme:
            self.wanted = None
