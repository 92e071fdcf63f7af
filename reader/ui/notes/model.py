"""The list of notes as Qt sees it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.notes.rows import GroupRow, NoteRow, Row
from reader.ui.widgets.plain import named, tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()  # as a default argument: made once, never changed
# Put together once: Qt asks for the flags of thousands of rows.
_HEAD = Qt.ItemFlag.NoItemFlags
_NOTE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class NotesRole(IntEnum):
    """What a row tells beyond its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


class NotesModel(QAbstractListModel):
    """Heads of groups, which cannot be chosen, and notes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; where only contents changed, the view keeps its place."""
        before, after = self._rows, tuple(rows)
        if [_key(row) for row in before] != [_key(row) for row in after]:
            self.beginResetModel()
            self._rows = after
            self.endResetModel()
            return
        self._rows = after
        for i, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(i), self.index(i))

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def note(self, index: Index) -> NoteRow | None:
        """Return the note at an index, None for the head of a group."""
        row = self.row(index)
        return row if isinstance(row, NoteRow) else None

    def index_of(self, number: int) -> QModelIndex:
        """Return the index of a note, invalid where it is not shown."""
        for i, row in enumerate(self._rows):
            if isinstance(row, NoteRow) and row.number == number:
                return self.index(i)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        # A disabled row is what the arrow keys step over.
        return _NOTE if self.note(index) is not None else _HEAD

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        match role:
            case NotesRole.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return self.head_text(row) if isinstance(row, GroupRow) else row.annotation.note or row.quote
            case Qt.ItemDataRole.ToolTipRole if isinstance(row, NoteRow):
                return tooltip(f"“{row.quote}”", *row.annotation.note.split("\n"))
            case Qt.ItemDataRole.AccessibleDescriptionRole if isinstance(row, NoteRow):
                return "，".join((row.annotation.colour, *row.annotation.tags, row.annotation.author))
        return None

    def head_text(self, row: GroupRow) -> str:
        """Return what stands over a group."""
        if row.orphans:
            return self.tr("待重新定位的批注")
        return named(row.label, row.heading) or self.tr("文首")


def _key(row: Row) -> tuple[int, int]:
    return (0, -1 if row.orphans else row.section) if isinstance(row, GroupRow) else (1, row.number)
