"""Which documents go into a table: those on the desk first, then the whole library."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.export.ticked import ENTRY, FILE, DocumentDelegate
from reader.ui.widgets.matching import FilterTexts
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.records import Entry
    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class DocumentsModel(QAbstractListModel):
    """The documents in which every word of the query stands; what is chosen stays so while it is filtered away."""

    chosen_changed = Signal()

    def __init__(self, entries: Sequence[Entry], chosen: Iterable[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self._texts = FilterTexts([_searched(entry) for entry in entries])
        self._shown = list(self._entries)
        self._alike = Counter(map(_shown_as, self._entries))
        self._chosen = set(chosen)

    def chosen(self) -> tuple[int, ...]:
        """Return the numbers of the documents that are chosen, in the order of the list."""
        return tuple(entry.number for entry in self.chosen_entries())

    def chosen_entries(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self._entries if entry.number in self._chosen)

    def shown(self) -> tuple[int, ...]:
        return tuple(entry.number for entry in self._shown)

    def set_query(self, query: str) -> None:
        self.beginResetModel()
        self._shown = [self._entries[i] for i in self._texts.matches(query)] if self._entries else []
        self.endResetModel()

    def choose(self, numbers: Iterable[int], *, chosen: bool) -> None:
        """Choose documents, or leave them out."""
        before = set(self._chosen)
        self._chosen = before | set(numbers) if chosen else before - set(numbers)
        if self._chosen != before:
            if self._shown:
                self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
            self.chosen_changed.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._shown[index.row()]
        if role == ENTRY:
            return entry
        if role == FILE:
            return self._file(entry)
        if role == Qt.ItemDataRole.CheckStateRole:
            return _CHECKED if entry.number in self._chosen else _UNCHECKED
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join(filter(None, (entry.title, self._file(entry))))
        return tooltip(entry.title, entry.file) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.choose([self._shown[index.row()].number], chosen=Qt.CheckState(value) == _CHECKED)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def _file(self, entry: Entry) -> str:
        return entry.file if self._alike[_shown_as(entry)] > 1 else ""


class DocumentList(QWidget):
    """A filter box over documents that are ticked by click or blank key."""

    def __init__(
        self, entries: Sequence[Entry], chosen: Iterable[int], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = DocumentsModel(entries, chosen, self)
        self._delegate = DocumentDelegate(theme, self)
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("筛选标题、文号、机关…"))
        self.box.setAccessibleName(self.tr("筛选文件"))
        self.box.setClearButtonEnabled(True)
        self.view = QListView(self)
        self.view.setAccessibleName(self.tr("文件"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = QLabel(self)
        self.count.setObjectName("secondary")
        self.all = self._button(self.tr("全选"))
        self.none = self._button(self.tr("清空"))
        self.all.clicked.connect(lambda: self.model.choose(self.model.shown(), chosen=True))
        self.none.clicked.connect(lambda: self.model.choose(self.model.chosen(), chosen=False))
        self.box.textChanged.connect(self._filter)
        self.model.chosen_changed.connect(self._refresh)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.all)
        foot.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.view.viewport().update()

    def _filter(self, query: str) -> None:
        self.model.set_query(query)
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0))
        self.all.setText(self.tr("选中所列") if query.strip() else self.tr("全选"))
        self._refresh()

    def _refresh(self) -> None:
        chosen = self.model.chosen()
        self.count.setText(self.tr("已选 {0} 份").format(len(chosen)))
        self.all.setEnabled(not set(self.model.shown()) <= set(chosen))
        self.none.setEnabled(bool(chosen))

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        return button


def in_order(entries: Sequence[Entry], first: Sequence[int]) -> tuple[Entry, ...]:
    """Return the documents, those on the desk first, then those that name units, the newest first."""
    places = {number: place for place, number in enumerate(first)}
    last = len(places)
    return tuple(sorted(entries, key=lambda e: (places.get(e.number, last), not e.units, -e.number)))


def _shown_as(entry: Entry) -> tuple[str, str | None]:
    """Return what the list shows of a document that is no count."""
    return entry.title, entry.doc_number or entry.issuer or entry.issued_on


def _searched(entry: Entry) -> str:
    return "\n".join(filter(None, (entry.title, entry.doc_number, entry.issuer, entry.file)))
