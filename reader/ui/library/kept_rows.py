"""The comparisons that are kept, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.comparison.records import DOWNWARD, TOPICS
from reader.export.local_time import local
from reader.ui.widgets.matching import FilterTexts
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.library.comparisons import Kept
    from reader.library.records import Entry

KEPT = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class KeptRow(NamedTuple):
    """A comparison and the two documents it is of."""

    kept: Kept
    left: Entry
    right: Entry

    @property
    def titles(self) -> tuple[str, ...]:
        """The title of the left and of the right; of drafts of one title what tells them apart."""
        if self.left.title != self.right.title:
            return (self.left.title, self.right.title)
        names = tuple(entry.stage or entry.file for entry in (self.left, self.right))
        if names[0] == names[1]:
            names = (self.left.file, self.right.file)
        return (self.left.title, " ↔ ".join(names))

    @property
    def about(self) -> str:
        """How they were compared and when that was last looked at."""
        return " · ".join(filter(None, (_mode(self.kept), local(self.kept.opened_at))))


class KeptModel(QAbstractListModel):
    """Comparisons whose titles match the filter, the one opened last first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[KeptRow, ...] = ()
        self._shown: tuple[KeptRow, ...] = ()
        self._texts = FilterTexts(())
        self._query = ""

    def set_kept(self, kept: Iterable[Kept], entries: Mapping[int, Entry]) -> None:
        """Show these; one whose documents are not listed (yet) is left out."""
        rows = (
            KeptRow(one, entries[one.left], entries[one.right]) for one in kept if {one.left, one.right} <= set(entries)
        )
        self._all = tuple(rows)
        self._texts = FilterTexts([_matched(row) for row in self._all])
        self._choose()

    def set_query(self, query: str) -> None:
        self._query = query
        self._choose()

    def row(self, index: Index) -> KeptRow | None:
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return " ↔ ".join(row.titles)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(*(_told(entry) for entry in (row.left, row.right)), row.about)
        return row if role == KEPT else None

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = tuple(self._all[i] for i in self._texts.matches(self._query))
        self.endResetModel()


def _mode(kept: Kept) -> str:
    tr = QCoreApplication.translate
    if kept.mode != TOPICS:
        return tr("library", "稿件比对") if kept.mode else ""
    return tr("library", "承接对照") if kept.direction == DOWNWARD else tr("library", "横向比较")


def _told(entry: Entry) -> str:
    return " · ".join(filter(None, (entry.title, entry.stage, entry.doc_number or entry.file)))


def _matched(row: KeptRow) -> str:
    return "\n".join((_told(row.left), _told(row.right), _mode(row.kept)))
