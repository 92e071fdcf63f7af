"""The clauses behind a part of the ledger, for a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from reader.ui.ledger.feed import Feed, Head
from reader.ui.widgets.plain import named, tooltip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.library.clauses import LedgerClause
    from reader.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
CLAUSE, UNIT, ROLE, DEADLINE, DOCUMENT = range(5)
_NOWHERE = QModelIndex()
_USUAL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ClausesModel(QAbstractTableModel):
    """Rows come from a feed, which is asked for more as the list is scrolled."""

    def __init__(self, feed: Feed, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self._theme = theme
        self._rows: list[Head | LedgerClause] = []
        self.apart: Mapping[int, str] = {}  # by document, beside a title that others have too
        feed.restarted.connect(self._clear)
        feed.arrived.connect(self._append)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def rows(self) -> tuple[Head | LedgerClause, ...]:
        return tuple(self._rows)

    def clause(self, index: Index) -> LedgerClause | None:
        """Return the clause of a row; None for a head."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return None if isinstance(row, Head) else row

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else DOCUMENT + 1

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._feed.more_to_come

    def fetchMore(self, parent: Index) -> None:
        self._feed.ask_more()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _USUAL if self.clause(index) is not None else Qt.ItemFlag.ItemIsEnabled

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def titles(self) -> tuple[str, ...]:
        """Return what stands above the columns."""
        return (self.tr("条款"), self.tr("单位"), self.tr("责任类型"), self.tr("完成时限"), self.tr("文件"))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, Head):
            return self._of_head(row, index.column(), role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(row)[index.column()]
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(*self._told(row, index.column()))
            case Qt.ItemDataRole.ForegroundRole if index.column() in (DEADLINE, DOCUMENT):
                return QColor(self._theme.secondary)
            case Qt.ItemDataRole.ForegroundRole if index.column() == UNIT:
                return QColor(self._theme.unit)
        return None

    def words(self, clause: LedgerClause) -> tuple[str, ...]:
        """Return what the columns say of a clause, each as written."""
        restored = self.tr("（据名录还原）") if clause.restored else ""
        return (
            named(clause.label, clause.heading),
            clause.name + restored,
            clause.role,
            "；".join(clause.deadlines),
            " · ".join(self.document_parts(clause)),
        )

    def document_parts(self, clause: LedgerClause) -> tuple[str, ...]:
        """Return the title of the document, and what tells it from another one of the same title."""
        return tuple(filter(None, (clause.title, self.apart.get(clause.document))))

    def _of_head(self, head: Head, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and column == 0:
            return f"{head.title} {head.clauses}"
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return QColor(self._theme.panel) if role == Qt.ItemDataRole.BackgroundRole else None

    def _told(self, clause: LedgerClause, column: int) -> Sequence[str]:
        said = [self.words(clause)[column]]
        if column == UNIT and clause.raw != clause.name:
            said.append(self.tr("原文作“{0}”").format(clause.raw))
        return said

    def _clear(self) -> None:
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def _append(self, rows: tuple[Head | LedgerClause, ...]) -> None:
        start = len(self._rows)
        self.beginInsertRows(QModelIndex(), start, start + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()
