"""What a reader should know about a document before trusting it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.text.spans import Span


class Finding(NamedTuple):
    """``kind`` is one of numbering_gap, empty_section, damaged, no_title, replaced_characters, uncertain_encoding."""

    kind: str
    path: str
    detail: str
    span: Span | None = None  # in the reading text
