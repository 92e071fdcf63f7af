"""The order of excerpts: by theme in the order in which themes first come, those without one last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.excerpts import ExcerptRow


class Place(NamedTuple):
    """An excerpt, by its number, under a theme."""

    number: int
    theme: str


def grouped(places: Iterable[Place]) -> list[Place]:
    """Return places with those of each theme together."""
    themes: dict[str, list[Place]] = {}
    for place in places:
        themes.setdefault(place.theme, []).append(place)
    without = themes.pop("", [])
    return [place for theme in themes.values() for place in theme] + without


def moved(places: Sequence[Place], new: Place, before: int | None) -> list[Place]:
    """Return places with one of them put before another, or to the end of its theme."""
    if before is None and new in places and sum(place.theme == new.theme for place in places) == 1:
        return grouped(places)  # alone in its theme, which stays where it is
    others = [place for place in places if place.number != new.number]
    numbers = [place.number for place in others]
    at = numbers.index(before) if before in numbers else len(others)
    return grouped([*others[:at], new, *others[at:]])


def theme_moved(places: Sequence[Place], theme: str, before: str | None) -> list[Place]:
    """Return places with a theme put before another, or to the end."""
    moving = [place for place in places if place.theme == theme]
    others = [place for place in places if place.theme != theme]
    at = next((n for n, place in enumerate(others) if place.theme == before), len(others))
    return grouped([*others[:at], *moving, *others[at:]])


def arranged(rows: Sequence[ExcerptRow], wanted: Iterable[Place]) -> list[ExcerptRow]:
    """Return all rows with the order and themes wanted; one that is not named goes on following the row it followed."""
    by_number = {row.number: row for row in rows}
    named = {place.number: place for place in wanted if place.number in by_number}
    following: dict[int, list[ExcerptRow]] = {}
    leader = 0
    for row in rows:
        if row.number in named:
            leader = row.number
        else:
            following.setdefault(leader, []).append(row)
    found = following.get(0, [])
    for place in named.values():
        found = [*found, by_number[place.number]._replace(theme=place.theme), *following.get(place.number, [])]
    return [row._replace(place=place) for place, row in enumerate(found, start=1)]
