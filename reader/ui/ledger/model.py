"""The matrix as Qt sees it: a row for a unit, a column for a document."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.ledger.matrix import Matrix, Row
from reader.ui.ledger.words import counts_text, generic_place, no_place
from reader.ui.widgets.plain import tooltip
from reader.units.places import NATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.library.ledger import LedgerDocument

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()  # as a default argument: made once, never changed
_USUAL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class MatrixRole(IntEnum):
    """What a cell tells beyond its text."""

    COUNTS = Qt.ItemDataRole.UserRole + 1


class MatrixModel(QAbstractTableModel):
    """Nothing is kept of a cell: it is looked up when it is painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix = Matrix()
        self.apart: Mapping[int, str] = {}  # by document, beside a title that others have too

    def set_matrix(self, matrix: Matrix) -> None:
        self.beginResetModel()
        self.matrix = matrix
        self.endResetModel()

    def unit_row(self, row: int) -> Row | None:
        return self.matrix.rows[row] if 0 <= row < len(self.matrix.rows) else None

    def document(self, column: int) -> LedgerDocument | None:
        return self.matrix.documents[column] if 0 <= column < len(self.matrix.documents) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.matrix.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.matrix.documents)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.unit_row(index.row())
        return _USUAL if row is not None and row.unit is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case MatrixRole.COUNTS:
                return self.matrix.cell(index.row(), index.column())
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return counts_text(self.matrix.cell(index.row(), index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return self._told(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        told = role == Qt.ItemDataRole.ToolTipRole
        if orientation == Qt.Orientation.Vertical:
            row = self.unit_row(section)
            return None if row is None else tooltip(*row_words(row)) if told else row_words(row)[0]
        document = self.document(section)
        if document is None:
            return None
        total = counts_text(self.matrix.totals[document.number])
        said = dict.fromkeys((document.title, document.doc_number or "", self.apart.get(document.number, ""), total))
        return tooltip(*said) if told else self.document_name(document)

    def document_line(self, document: LedgerDocument) -> str:
        """Return what stands under the title of a document."""
        return self.apart.get(document.number) or document.doc_number or document.issued_on or ""

    def document_name(self, document: LedgerDocument) -> str:
        """Return the title, with what tells it from another one of the same title."""
        apart = self.apart.get(document.number)
        return f"{document.title}（{apart}）" if apart else document.title

    def _told(self, row: int, column: int) -> str:
        unit, document = self.unit_row(row), self.document(column)
        counts = counts_text(self.matrix.cell(row, column))
        if unit is None or unit.unit is None or document is None or not counts:
            return ""
        return tooltip(unit.unit.name, self.document_name(document), counts)


def row_words(row: Row) -> list[str]:
    """Return what names a row, then what there is to say of it."""
    if row.unit is None:
        return [generic_place() if row.group.generic else row.group.place or no_place()]
    unit = row.unit
    full = unit.full_name if unit.full_name != unit.name else ""
    place = unit.jurisdiction or row.aside
    return [unit.name, *filter(None, (full, place, counts_text(row.counts)))]


def unit_name(row: Row) -> str:
    """Return the name of a unit with its place, where it does not say that itself."""
    unit = row.unit
    if unit is None:
        return row_words(row)[0]
    place = unit.jurisdiction
    return unit.name if place in ("", NATION.label) or place in unit.name else f"{unit.name}（{place}）"
