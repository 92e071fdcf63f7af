"""Corrections of who is responsible, on their way into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library.stored_text import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.library import Library
    from reader.library.records import Changes
    from reader.units.corrections import Correction


def signed(made: Iterable[Correction], author: str) -> tuple[Correction, ...]:
    """Return corrections with who made them and when."""
    now = utc_now()
    return tuple(one._replace(author=author, made_at=now) for one in made)


def written(library: Library, number: int, made: Sequence[Correction], withdrawn: Iterable[Correction]) -> Changes:
    """Take corrections back and make others in one write; returns what it touched."""
    return library.units.change(number, made, tuple(one.uuid for one in withdrawn))
