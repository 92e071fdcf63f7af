"""Who a clause makes responsible."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.text.spans import Span


class AssignedUnit(NamedTuple):
    """An organ as read: ``name`` is what is shown, ``raw`` what stands in the text, ``span`` where (reading text)."""

    name: str
    raw: str
    restored: bool
    span: Span


class Assignment(NamedTuple):
    """One role of one section; ``text`` is the bracket or phrase as written, ``span`` where it stands."""

    section: int
    path: str
    role: str
    units: tuple[AssignedUnit, ...]
    open_ended: bool
    text: str
    span: Span
    source: str  # bracket, line, table or prose
