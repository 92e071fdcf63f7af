"""The receipt as a tree: reasons with counts, under each the places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from reader.text.edits import Reason
from reader.ui.reading.receipt import ReceiptGroup, ReceiptLine, excerpt, kept_excerpt, reason_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole)
TAKEN_BACK_ROLE = LINE_ROLE + 1
_UNLISTED = frozenset((Reason.LAYOUT,))  # thousands of blanks: counted, not listed
_TOP = 0xFFFFFFFF  # internal id of a group's row; a place has the row of its group


class ReceiptModel(QAbstractItemModel):
    """Two levels; excerpts are written only for the rows that are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[tuple[str, tuple[ReceiptLine, ...], int, bool]] = []  # name, places, count, taken back
        self._source = ""

    def set_receipt(self, groups: Sequence[ReceiptGroup], taken_back: Sequence[ReceiptLine], source: str) -> None:
        """Take a document's receipt, and what the user has taken back of it."""
        self.beginResetModel()
        self._source = source
        self._groups = [
            (reason_name(g.reason), () if g.reason in _UNLISTED else g.lines, len(g.lines), False) for g in groups
        ]
        if taken_back:
            name = QCoreApplication.translate("receipt", "已保留原文")
            self._groups.append((name, tuple(taken_back), len(taken_back), True))
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        if parent is None or not parent.isValid():
            return self.createIndex(row, column, _TOP) if 0 <= row < len(self._groups) else QModelIndex()
        if parent.internalId() == _TOP and 0 <= row < len(self._groups[parent.row()][1]):
            return self.createIndex(row, column, parent.row())
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(int(index.internalId()), 0, _TOP)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()][1]) if parent.internalId() == _TOP and parent.column() == 0 else 0

    def columnCount(self, parent: Index | None = None) -> int:
        return 1

    def line(self, index: Index) -> ReceiptLine | None:
        """Return the place of a row, None for that of a reason."""
        if not index.isValid() or index.internalId() == _TOP:
            return None
        return self._groups[int(index.internalId())][1][index.row()]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        line = self.line(index)
        if role == Qt.ItemDataRole.DisplayRole:
            if line is not None:
                write = kept_excerpt if self._groups[int(index.internalId())][3] else excerpt
                return write(line, self._source)
            name, _, count, _ = self._groups[index.row()]
            return f"{name}　{count}"
        if role == LINE_ROLE:
            return line
        if role == TAKEN_BACK_ROLE:
            return line is not None and self._groups[int(index.internalId())][3]
        return None
