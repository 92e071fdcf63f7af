"""The responsible units as Qt sees them: clauses, units with their clauses below, or what is left open."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.units.gap_rows import GapGroup, GapRow
from reader.ui.units.rows import ClauseRow, UnitRow
from reader.ui.widgets.plain import named, tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
Row = ClauseRow | UnitRow | GapGroup | GapRow
_NOWHERE = QModelIndex()  # as a default argument: made once, never changed


class UnitsRole(IntEnum):
    """What a row tells beyond its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


class UnitsModel(QAbstractItemModel):
    """Two levels; the internal id of a child is the row it is below + 1, that of a top row 0."""

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

    def change_rows(self, rows: Sequence[Row]) -> bool:
        """Show the same clauses as they are now; False, and nothing done, where the list is of other rows."""
        clauses = [row.section for row in rows if isinstance(row, ClauseRow)]
        if not clauses or len(clauses) != len(rows) or clauses != list(self._row_of):
            return False
        before, self._rows = self._rows, tuple(rows)
        for number, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                index = self.createIndex(number, 0, 0)
                self.dataChanged.emit(index, index)
        return True

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
                return row.name if isinstance(row, (UnitRow, GapGroup)) else named(row.label, row.heading)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(*self._said(row))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return "，".join(self._said(row)[1:])
            case UnitsRole.ROW:
                return row
        return None

    def _below(self, row: int) -> tuple[ClauseRow, ...] | tuple[GapRow, ...]:
        above = self._rows[row]
        if isinstance(above, GapGroup):
            return above.gaps
        return above.clauses if isinstance(above, UnitRow) else ()

    def _said(self, row: Row) -> list[str]:
        match row:
            case UnitRow():
                return self._said_of_unit(row)
            case GapGroup():
                return [row.name, self.tr("{0}项").format(len(row.gaps))]
            case GapRow():
                return [named(row.label, row.heading)]
        return self._said_of_clause(row)

    def _said_of_unit(self, row: UnitRow) -> list[str]:
        names = [name for name in dict.fromkeys(mention.name for mention in row.mentions) if name != row.name]
        said = [row.name, self.tr("{0}项").format(len(row.clauses))]
        if row.leads:
            said.append(self.tr("其中牵头{0}项").format(row.leads))
        if names:
            said.append(self.tr("文中又作{0}").format("、".join(names)))
        return said + ([self.tr("本单位")] if row.own else [])

    def _said_of_clause(self, row: ClauseRow) -> list[str]:
        said = [named(row.label, row.heading)]
        for line in row.lines:
            names = "、".join(mention.name for mention in line.mentions)
            said.append(f"{line.role}：{names}{self.tr('等') if line.open_ended else ''}")
        for mention in row.mentions:
            if mention.restored:
                said.append(self.tr("{0}：据名录还原，原文作“{1}”").format(mention.name, mention.raw))
            if mention.by_user:
                said.append(self.tr("{0}：人工更正").format(mention.name))
        return said
