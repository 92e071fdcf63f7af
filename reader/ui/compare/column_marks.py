"""The annotations of two documents, as far as they stand in one column; no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.anchoring.anchor import Placement
    from reader.ui.compare.column_text import ColumnText


def in_column(column: ColumnText, placements: Sequence[Sequence[Placement]]) -> tuple[Placement, ...]:
    """Return the placements of the left and the right document with their places in the column."""
    found = []
    for side, ones in enumerate(placements):
        for placement in ones:
            span = column.span(side, placement.span) if placement.span is not None else None
            if span is not None and span.end > span.start:
                found.append(replace(placement, span=span, candidates=()))
    return tuple(found)
