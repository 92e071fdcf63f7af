"""Comparisons as the library hands them out, and how they lie in the store."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from db.comparisons import ComparisonRow, JudgementRow
from reader.comparison.judgement import Judgement, Verdict
from reader.library.stored_text import storable, utc_now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.comparison.options import Sections

_VERDICTS = {str(verdict): verdict for verdict in Verdict}


class Kept(NamedTuple):
    """A comparison of two documents (by their numbers); number 0 is one that could not be kept.

    ``mode`` is empty where their likeness decides; ``state`` is the window's own: places, layout, filters.
    """

    number: int
    left: int
    right: int
    mode: str
    direction: str
    made_at: str
    opened_at: str
    state: Mapping[str, object]


class DifferenceNote(NamedTuple):
    """An annotation (its number) made on a difference: the sections of that, its kind, and the text facing it.

    A section is None where there is none; ``side`` tells on which of the documents it was made, left or right.
    """

    annotation: int
    left: int | None
    right: int | None
    kind: str
    other: str
    side: str = "left"


class KeptState(NamedTuple):
    """What the user decided about a comparison, by today's section numbers.

    ``lost`` counts the decisions whose sections are not found any more; they are kept and hold again once they are.
    """

    kept: Kept
    pins: tuple[Sections, ...] = ()
    breaks: tuple[Sections, ...] = ()
    lost: int = 0
    judgements: Mapping[int, Judgement] = MappingProxyType({})  # by section of the left
    notes: tuple[DifferenceNote, ...] = ()


def kept_of(row: ComparisonRow) -> Kept:
    """Return what a row holds; a state that can no longer be read is left out."""
    _number, left, right, mode, direction, made_at, _deleted_at, opened_at, *_ = row
    return Kept(row.number, left, right, mode, direction, made_at, opened_at, _state(row.state))


def judgement_of(row: JudgementRow) -> Judgement:
    return Judgement(_VERDICTS.get(row.verdict or ""), row.remark, row.author, row.made_at)


def judgement_row(start: int, judgement: Judgement) -> JudgementRow:
    """Return how a judgement on the section that starts there is stored; one without a time was made now."""
    verdict, remark, author, made_at = judgement
    return JudgementRow(
        start, str(verdict) if verdict else None, storable(remark), storable(author), made_at or utc_now()
    )


def _state(text: str) -> Mapping[str, object]:
    try:
        state = json.loads(text)
    except (TypeError, ValueError):  # damaged
        return {}
    return state if isinstance(state, dict) else {}
