"""What the list of the digest shows, and where a row that is moved comes to stand."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reader.text.numerals import to_han

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from reader.library.excerpts import Excerpt
    from reader.library.records import Entry

_MOST_IN_HAN = 99


class ThemeRow(NamedTuple):
    """The head of a theme; ``number`` is that of its heading, 0 for what has no theme."""

    theme: str
    number: int
    size: int

    @property
    def label(self) -> str:
        """The number as it will be printed: 一、."""
        if not self.number:
            return ""
        return f"{to_han(self.number) if self.number <= _MOST_IN_HAN else self.number}、"


class ExcerptRow(NamedTuple):
    """An excerpt and the document it is from, None while that is not listed."""

    excerpt: Excerpt
    entry: Entry | None

    @property
    def number(self) -> int:
        return self.excerpt.number

    @property
    def theme(self) -> str:
        return self.excerpt.theme

    @property
    def document(self) -> str:
        """What names the document in one line: its number, else its title."""
        if self.entry is None:
            return ""
        return self.entry.doc_number or f"《{self.entry.title}》"


Row = ThemeRow | ExcerptRow


class Drop(NamedTuple):
    """Where excerpts are put: before another one of a theme, or (None) at its end."""

    before: int | None
    theme: str


def rows_of(excerpts: Iterable[Excerpt], entries: Mapping[int, Entry], empty: Sequence[str] = ()) -> list[Row]:
    """Return heads and excerpts in their order; without any theme there are no heads.

    ``empty`` are themes that wait for their first excerpt.
    """
    groups = [(theme, list(members)) for theme, members in groupby(excerpts, key=attrgetter("theme"))]
    known = {theme for theme, _ in groups}
    named = [group for group in groups if group[0]] + [(theme, []) for theme in empty if theme and theme not in known]
    rest = [group for group in groups if not group[0]]
    out: list[Row] = []
    for number, (theme, members) in enumerate(named, start=1):
        out.append(ThemeRow(theme, number, len(members)))
        out += [ExcerptRow(excerpt, entries.get(excerpt.document)) for excerpt in members]
    for theme, members in rest:
        if named:
            out.append(ThemeRow(theme, 0, len(members)))
        out += [ExcerptRow(excerpt, entries.get(excerpt.document)) for excerpt in members]
    return out


def themes_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the themes that have a name, in their order."""
    return tuple(row.theme for row in rows if isinstance(row, ThemeRow) and row.theme)


def drop_at(rows: Sequence[Row], place: int, moving: Collection[int] = ()) -> Drop:
    """Return where excerpts come to stand that are dropped before the row of this place (behind the last: at the end).

    Between the last excerpt of a theme and the head of the next it is still the theme above.
    """
    above = rows[place - 1] if 0 < place <= len(rows) else None
    if above is None:  # above all: as if under the first head
        above = rows[0] if rows else None
        place = 1 if isinstance(above, ThemeRow) else 0
    theme = above.theme if above is not None else ""
    for row in rows[place:]:
        if isinstance(row, ThemeRow):
            break
        if row.number not in moving:
            return Drop(row.number, theme)
    return Drop(None, theme)


def drop_on(rows: Sequence[Row], place: int) -> Drop:
    """Return where excerpts come to stand that are dropped on a row: on a head at the end of its theme."""
    row = rows[place]
    return Drop(None, row.theme) if isinstance(row, ThemeRow) else drop_at(rows, place)


def theme_at(rows: Sequence[Row], place: int, moving: str) -> str | None:
    """Return the theme that another one comes to stand before when dropped at a place; None is behind all.

    Themes that are still empty have no place of their own to keep.
    """
    for row in rows[place:]:
        if isinstance(row, ThemeRow) and row.size and row.theme != moving:
            return row.theme
    return None


def step_of(rows: Sequence[Row], chosen: Collection[int], by: int) -> Drop | None:
    """Return where chosen excerpts come to stand one step up (-1) or down (1), None at the ends.

    Over a head the step leads into the theme on its other side.
    """
    places = [i for i, row in enumerate(rows) if isinstance(row, ExcerptRow) and row.number in chosen]
    if not places:
        return None
    place = places[0] - 1 if by < 0 else places[-1] + 2
    if place < 0 or place > len(rows) or (place == 0 and isinstance(rows[0], ThemeRow)):
        return None
    return drop_at(rows, place, chosen)


def theme_step(rows: Sequence[Row], theme: str, by: int) -> str | None:
    """Return the theme that one comes to stand before one step up or down; itself where there is no step."""
    names = [row.theme for row in rows if isinstance(row, ThemeRow) and row.theme and row.size]
    if theme not in names:
        return theme
    place = names.index(theme) + (by if by < 0 else 2)
    if place < 0 or place > len(names):
        return theme
    return names[place] if place < len(names) else None
