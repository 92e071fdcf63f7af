"""Where an excerpt was taken from, in full when its document is named first, in brief after that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.citation import Form, brief_name, cited_stretch, full_name
from reader.structure.section import path_label

if TYPE_CHECKING:
    from reader.export.digest import Clipping

LOST = "（摘录时；现有文本中未能确定位置，待核）"
MOVED = "（位置有变动，待核）"


class Sources:
    """Cites the excerpts of one digest, asked in the order in which they are printed."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._named: set[int] = set()  # documents that were cited in full

    def of(self, clipping: Clipping) -> str:
        """Return the source of an excerpt: document and place."""
        source = clipping.source
        brief = source.number in self._named or self._form == "short"
        self._named.add(source.number)
        name = brief_name(source.front, source.title) if brief else full_name(source.front, source.title)
        if clipping.span is None:
            return name + path_label(clipping.path) + LOST
        place = cited_stretch(source.outline, source.simplified, clipping.span, self._form)
        return name + place + (MOVED if clipping.moved else "")
