"""Two open documents side by side; pure, so it may run in any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.comparison.records import Comparison
    from reader.library.records import OpenDocument
    from reader.progress import CancelToken


def compare_documents(
    left: OpenDocument, right: OpenDocument, mode: str | None = None, cancel: CancelToken | None = None
) -> Comparison:
    """Compare as "editions" or by "topics"; without a mode their likeness decides. Raises Cancelled."""
    from reader.comparison.compare import compare  # loads rapidfuzz
    from reader.comparison.records import Side

    here, there = (Side(d.reading, d.outline, d.front, d.assignments) for d in (left, right))
    return compare(here, there, mode, cancel)
