"""What a search found, document by document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.structure.section import path_label
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.library.records import NoteHit, SearchHit, SearchResult

ROW = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = 0  # internal id of a document's row; that of a hit is the row of its document + 1


@dataclass(frozen=True)
class Hit:
    """One line under a document: a clause or a note."""

    place: str
    excerpt: str
    count: int
    source: SearchHit | NoteHit
    note: bool = False


@dataclass(frozen=True)
class Group:
    """A document with what was found in it."""

    document: int
    title: str
    hits: tuple[Hit, ...]

    @property
    def count(self) -> int:
        return sum(hit.count for hit in self.hits)


class SearchModel(QAbstractItemModel):
    """Documents on the first level, their hits on the second, in the order of the text, notes behind."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()

    def set_result(self, result: SearchResult | None, titles: Mapping[int, str]) -> None:
        self.beginResetModel()
        self._groups = () if result is None else grouped(result, titles)
        self.endResetModel()

    def groups(self) -> tuple[Group, ...]:
        return self._groups

    def row(self, index: Index) -> Group | Hit | None:
        """Return what stands in a row."""
        if not index.isValid():
            return None
        if index.internalId() == _NO_PARENT:
            return self._groups[index.row()]
        return self._groups[index.internalId() - 1].hits[index.row()]

    def group_of(self, index: Index) -> Group:
        """Return the document a row belongs to."""
        return self._groups[index.row() if index.internalId() == _NO_PARENT else index.internalId() - 1]

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _NO_PARENT)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _NO_PARENT:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _NO_PARENT)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].hits) if parent.internalId() == _NO_PARENT else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        words = (row.title,) if isinstance(row, Group) else (row.place, row.excerpt)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(filter(None, words))
        return tooltip(*words) if role == Qt.ItemDataRole.ToolTipRole else None


def grouped(result: SearchResult, titles: Mapping[int, str]) -> tuple[Group, ...]:
    """Put what was found under its documents, those with most occurrences first."""
    note = QCoreApplication.translate("SearchModel", "批注")
    head = QCoreApplication.translate("SearchModel", "文首")
    hits: dict[int, list[Hit]] = {}
    for found in result.hits:
        hits.setdefault(found.document, []).append(
            Hit(path_label(found.path) or head, found.excerpt, found.count, found)
        )
    for noted in result.notes:
        place = " ".join(filter(None, (note, path_label(noted.path))))
        hits.setdefault(noted.document, []).append(Hit(place, noted.excerpt, 1, noted, note=True))
    groups = (Group(number, titles.get(number, ""), tuple(found)) for number, found in hits.items())
    return tuple(sorted(groups, key=lambda group: -group.count))
