"""The list of documents as a model."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.ui.library.own_words import own_line
from reader.ui.widgets.matching import FilterTexts
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.library.own import OwnCount
    from reader.library.records import Entry

ENTRY = int(Qt.ItemDataRole.UserRole) + 1
SHARED = ENTRY + 1  # whether another document has the same title
OWN = ENTRY + 2  # OwnCount: what of it concerns the own units
Index = QModelIndex | QPersistentModelIndex


class LibraryModel(QAbstractListModel):
    """Entries that match the filter, newest import first; a title edited in the list is asked for, not changed here."""

    title_edited = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self._texts = FilterTexts(())
        self._shown: list[Entry] = []
        self._query = ""
        self._shared: frozenset[str] = frozenset()
        self._own: Mapping[int, OwnCount] = {}
        self._own_only = False

    def set_own_counts(self, counts: Mapping[int, OwnCount]) -> None:
        """Take what concerns the own units."""
        if counts == self._own:
            return
        self._own = counts
        if self._own_only:
            self._refilter()
        elif self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0), [OWN])

    def set_own_only(self, *, own_only: bool) -> None:
        """Show only what concerns the own units, or all."""
        if own_only != self._own_only:
            self._own_only = own_only
            self._refilter()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        self._all = tuple(sorted(entries, key=lambda entry: -entry.number))
        self._texts = FilterTexts([_matched(entry) for entry in self._all])
        counts = Counter(entry.title for entry in self._all)
        self._shared = frozenset(title for title, count in counts.items() if count > 1)
        self._refilter()

    def set_query(self, query: str) -> None:
        """Show only what matches all words of the query."""
        self._query = query
        self._refilter()

    def entry(self, index: Index) -> Entry | None:
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def index_of(self, number: int) -> QModelIndex:
        """Return the row of a document, invalid where it is not shown."""
        for row, entry in enumerate(self._shown):
            if entry.number == number:
                return self.index(row, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        if entry is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            own = own_line(self._own.get(entry.number))
            return tooltip(entry.title, entry.stage, entry.doc_number or "", entry.issuer or "", entry.file, own)
        if role == SHARED:
            return entry.title in self._shared
        if role == OWN:
            return self._own.get(entry.number)
        return entry if role == ENTRY else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry, title = self.entry(index), str(value).strip()
        if entry is None or role != Qt.ItemDataRole.EditRole or title == entry.title:
            return False
        self.title_edited.emit(entry.number, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        entry = self.entry(index)
        if entry is None:
            return Qt.ItemFlag.NoItemFlags
        return usual | Qt.ItemFlag.ItemIsEditable if entry.binned_at is None else usual

    def _refilter(self) -> None:
        self.beginResetModel()
        found = (self._all[i] for i in self._texts.matches(self._query))
        self._shown = [entry for entry in found if not self._own_only or entry.number in self._own]
        self.endResetModel()


def _matched(entry: Entry) -> str:
    return "\n".join(
        filter(None, (entry.title, entry.stage, entry.doc_number, entry.issuer, entry.issued_on, entry.file))
    )
