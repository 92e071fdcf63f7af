"""The responsible units as Qt sees them: clauses, or units with their clauses below."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.units.rows import ClauseRow, UnitRow
from reader.ui.widgets.plain import named, tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
Row = ClauseRow | UnitRow
_NOWHERE = QModelIndex()  # as a default argument: made once, never changed


class UnitsRole(IntEnum):
    """What a row tells beyond its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


class UnitsModel(QAbstractItemModel):
    """Top rows are clauses or units; the internal id of a child is its unit's row + 1, that of a top row 0."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._row_of: dict[int, int] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._row_of = {row.section: i for i, row in enumerate(rows) if isinstance(row, ClauseRow)}
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def row(self, index: Index) -> Row | None:
        """Return what a row stands for."""
        if not index.isValid():
            return None
        if not index.internalId():
            return self._rows[index.row()]
        return self._below(index.internalId() - 1)[index.row()]

    def index_of_section(self, section: int) -> QModelIndex:
        """Return the row of a clause where clauses stand at the top."""
        row = self._row_of.get(section)
        return self.createIndex(row, 0, 0) if row is not None else QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has the same name
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._rows)
        return 0 if parent.internalId() or parent.column() > 0 else len(self._below(parent.row()))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name if isinstance(row, UnitRow) else named(row.label, row.heading)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(*self._said(row))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return "，".join(self._said(row)[1:])
            case UnitsRole.ROW:
                return row
        return None

    def _below(self, row: int) -> tuple[ClauseRow, ...]:
        above = self._rows[row]
        return above.clauses if isinstance(above, UnitRow) else ()

    def _said(self, row: Row) -> list[str]:
        if isinstance(row, UnitRow):
            own = self.tr("本单位") if row.own else ""
            return [row.name, self.tr("{0}项").format(len(row.clauses)), *([own] if own else [])]
        said = [named(row.label, row.heading)]
        for duty in row.duties:
            names = "、".join(mention.name for mention in duty.mentions)
            said.append(f"{duty.role}：{names}{self.tr('等') if duty.open_ended else ''}")
        restored = [mention for mention in row.mentions if mention.restored]
        return said + [self.tr("{0}：据名录还原，原文作“{1}”").format(m.name, m.raw) for m in restored]
