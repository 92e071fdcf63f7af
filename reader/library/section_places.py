"""Where a section starts in the source text: what survives that its document is derived anew."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.records import OpenDocument

_FRONT = -1  # what stands before the first marker, which may start where the first section does


def start_of(document: OpenDocument, section: int) -> int:
    """Return where a section starts in the source text; raises ValueError for one that is not there."""
    sections = document.outline.sections
    if not 0 <= section < len(sections):
        raise ValueError(f"no section {section}")
    return document.reading.map.to_source(sections[section].span.start) if section else _FRONT


def section_at(document: OpenDocument, start: int) -> int | None:
    """Return the section that starts there, None where none does any more; blanks make no difference."""
    if start == _FRONT:
        return 0
    outline, offsets = document.outline, document.reading.map
    piece = bisect_right(outline.starts, offsets.to_reading(start))
    for section in outline.owners[max(0, piece - 1) : piece + 1]:
        low, high = sorted((start, offsets.to_source(outline.sections[section].span.start)))
        if section and not document.source[low:high].strip():
            return section
    return None
