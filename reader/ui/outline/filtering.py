"""The filter of the section tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel

from reader.ui.outline.model import OutlineModel, row_text
from reader.ui.widgets.matching import FilterTexts

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex


class OutlineFilter(QSortFilterProxyModel):
    """Lets through the sections that match, and the parents that lead to them."""

    def __init__(self, model: OutlineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._texts: FilterTexts | None = None
        self._query = ""
        self._matches: frozenset[int] = frozenset()
        self._accepted: frozenset[int] | None = None
        model.modelAboutToBeReset.connect(self._forget)
        self.setSourceModel(model)

    def set_query(self, query: str) -> None:
        """Filter by words of heading, marker or path as people write it (二（一）2); nothing written shows all."""
        self._query = query.strip()
        self._accepted = self._parents_and_matches() if self._query else None
        self.invalidate()  # invalidateFilter is on its way out of Qt, and what replaces it is newer than 6.8

    def is_filtering(self) -> bool:
        return self._accepted is not None

    def matches(self) -> frozenset[int]:
        """Return the numbers of the sections that match themselves."""
        return self._matches

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        if self._accepted is None:
            return True
        return self._model.index(source_row, 0, source_parent).internalId() in self._accepted

    def _parents_and_matches(self) -> frozenset[int]:
        sections = self._model.sections()
        if self._texts is None:
            self._texts = FilterTexts([f"{row_text(s)}\n{s.label}" for s in sections])
        by_number = {s.number: s for s in sections}
        self._matches = frozenset(sections[i].number for i in self._texts.matches(self._query))
        accepted: set[int] = set()
        for number in self._matches:
            above: int | None = number
            while above is not None and above not in accepted:
                accepted.add(above)
                above = by_number[above].parent
        return frozenset(accepted)

    def _forget(self) -> None:
        # The query belongs to the document it was typed for; a new one is shown whole.
        self._texts, self._query, self._matches, self._accepted = None, "", frozenset(), None
