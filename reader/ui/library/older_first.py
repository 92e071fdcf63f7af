"""Which of two documents lies on the left when they are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.drafts import is_issued, series_key, stage_order

if TYPE_CHECKING:
    from reader.library.records import Entry

_REVISES = ("修订", "修正")


def older_first(one: Entry, other: Entry) -> tuple[Entry, Entry]:
    """Return two drafts of one text, the older first, so that what the newer one adds is shown as added.

    Documents of different texts stay as they came, and so do two that nothing tells apart.
    """
    if series_key(one.title, one.file) == series_key(other.title, other.file) and _is_older(other, one):
        return other, one
    return one, other


def _is_older(one: Entry, other: Entry) -> bool:
    if one.issued_on and other.issued_on and one.issued_on != other.issued_on:
        return one.issued_on < other.issued_on
    issued = is_issued(one.stage), is_issued(other.stage)
    if issued == (False, True):  # a draft led to what was issued, unless it is to change it
        return not any(word in one.stage for word in _REVISES)
    if issued == (True, False):
        return any(word in other.stage for word in _REVISES)
    return issued == (False, False) and stage_order(one.stage, one.file) < stage_order(other.stage, other.file)
