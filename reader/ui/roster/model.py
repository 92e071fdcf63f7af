"""The office's list, for a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from reader.ui.roster.rows import Row, cleaned
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.ui.roster.sheet import RosterSheet
    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
RANK, FULL, SHORT, FORMER, COUNTERPART, PROBLEM = range(6)
_CELLS = {FULL: "full_name", SHORT: "short_name", FORMER: "former", COUNTERPART: "counterpart"}
_NOWHERE = QModelIndex()


class RosterModel(QAbstractTableModel):
    """Rank, four cells and what needs a look; a rank that is typed moves the line."""

    move_requested = Signal(int, int)  # from which place to which

    def __init__(self, sheet: RosterSheet, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._theme = theme
        self._rows = sheet.rows
        sheet.changed.connect(self._sheet_changed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._tell_all()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else PROBLEM + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("排序"),
                self.tr("全称"),
                self.tr("规范简称"),
                self.tr("曾用名"),
                self.tr("上级对口部门"),
                self.tr("提示"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if section == RANK else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(row, column, editing=role == Qt.ItemDataRole.EditRole)
        if role == Qt.ItemDataRole.ToolTipRole and column not in (RANK,):
            return tooltip(self._text(row, column, editing=True))
        if role == Qt.ItemDataRole.TextAlignmentRole and column == RANK:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Qt.ItemDataRole.ForegroundRole and column in (RANK, PROBLEM):
            return QColor(self._theme.warning if column == PROBLEM else self._theme.secondary)
        if role == Qt.ItemDataRole.BackgroundRole and column != RANK and self._sheet.problem(row):
            return QColor(self._theme.warning_ground)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        row, typed = index.row(), cleaned(str(value))
        if index.column() == RANK:
            if not typed.isdecimal():
                return False
            self.move_requested.emit(row, min(max(int(typed), 1), len(self._rows)) - 1)
            return True
        name = _CELLS[index.column()]
        if getattr(self._rows[row], name) == typed:
            return False
        rows = list(self._rows)
        rows[row] = rows[row]._replace(**{name: typed})
        self._sheet.change(self.tr("修改名录"), tuple(rows))
        return True

    def clear(self, indexes: Iterable[Index]) -> None:
        """Empty cells, as one step."""
        rows = list(self._rows)
        for index in indexes:
            if name := _CELLS.get(index.column()):
                rows[index.row()] = rows[index.row()]._replace(**{name: ""})
        self._sheet.change(self.tr("清除内容"), tuple(rows))

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found if index.column() == PROBLEM else found | Qt.ItemFlag.ItemIsEditable

    def _text(self, row: int, column: int, *, editing: bool) -> str:
        if column == RANK:
            return str(row + 1)
        if column == PROBLEM:
            problem = self._sheet.problem(row)
            return f"▲ {problem}" if problem and not editing else problem
        return str(getattr(self._rows[row], _CELLS[column]))

    def _sheet_changed(self) -> None:
        rows = self._sheet.rows
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        else:
            self._rows = rows
            self._tell_all()

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, PROBLEM))


def with_moved(rows: tuple[Row, ...], places: list[int], to: int) -> tuple[Row, ...]:
    """Return the lines with some of them moved, in their order, so that the first comes to stand at ``to``."""
    moved = [rows[place] for place in places]
    rest = [row for place, row in enumerate(rows) if place not in set(places)]
    return (*rest[:to], *moved, *rest[to:])
