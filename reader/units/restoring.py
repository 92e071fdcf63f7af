"""Damaged unit names: which entry of the lexicon alone can have stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.damage import damaged_spans

if TYPE_CHECKING:
    from reader.units.lexicon import Lexicon

_EVIDENCE = 3  # characters of a name that must have survived


def restore(raw: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the name (or the two names that the damage glued together) that alone fits; nothing where several do.

    What survived before and behind the damaged run must begin and end the name; between two glued names the run has
    swallowed the 、 as well.
    """
    spans = damaged_spans(raw)
    if not spans:
        return ()
    prefix, suffix = raw[: spans[0].start], raw[spans[-1].end :]
    if len(prefix) + len(suffix) < _EVIDENCE:
        return ()
    whole = lexicon.fitting(prefix, suffix)
    if whole:
        return (whole[0],) if len(whole) == 1 else ()
    if len(prefix) < _EVIDENCE or len(suffix) < _EVIDENCE:
        return ()
    before, after = lexicon.beginning(prefix), lexicon.ending(suffix)
    if len(before) == 1 and len(after) == 1:
        return (before[0], after[0])
    return ()
