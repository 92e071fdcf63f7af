"""What a place of a text says of who is responsible: roles with their units."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.text.spans import Span
from reader.units.lists import UnitList, read_list
from reader.units.phrases import Part, read_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.units.assignment import Duty
    from reader.units.lexicon import Lexicon


class Found(NamedTuple):
    """A role and the units read for it; ``duty`` is what the words beside it say, ``labelled``: a label says it."""

    role: str
    duty: Duty
    labelled: bool
    units: UnitList


class Block(NamedTuple):
    """A place that says who is responsible, and what it says."""

    span: Span
    found: tuple[Found, ...]
    source: str  # bracket, line, table, prose
    covers: Span | None = None  # of a table or a list of duties: the task


def read(text: str, parts: Iterable[Part], lexicon: Lexicon) -> tuple[Found, ...]:
    """Read the lists of the parts; what names no units is left out."""
    found = [Found(role, duty, labelled, read_list(text, span, lexicon)) for role, span, duty, labelled in parts]
    return tuple([f for f in found if f.units.units and (f.labelled or f.units.names_units)])


def read_inside(text: str, inner: Span, lexicon: Lexicon) -> tuple[Found, ...]:
    """Read what stands inside a bracket."""
    found = _read_inside(text[inner.start : inner.end], lexicon)
    return tuple([Found(role, duty, labelled, units.shifted(inner.start)) for role, duty, labelled, units in found])


@lru_cache(maxsize=4096)  # in a document many brackets say the same
def _read_inside(written: str, lexicon: Lexicon) -> tuple[Found, ...]:
    return read(written, read_parts(written, Span(0, len(written))), lexicon)
