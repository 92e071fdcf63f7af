"""The list of differences as Qt sees it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.compare.difference_rows import Head, Item, Line, NoteLine
from reader.ui.compare.difference_words import hint_words, kind_name, verdict_words
from reader.ui.widgets.plain import tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.compare.differences import Difference

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()  # as a default argument: made once, never changed
# Put together once: Qt asks for the flags of thousands of rows.
_HEAD = Qt.ItemFlag.NoItemFlags
_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class DifferenceRole(IntEnum):
    """What a row tells beyond its text."""

    LINE = Qt.ItemDataRole.UserRole + 1


class DifferenceModel(QAbstractListModel):
    """Heads of clauses, which the keys step over, differences, and the notes under them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._at: list[int] = []  # by the place of a difference: its line
        self.rows: tuple[Difference, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; where they are the same clauses and differences, the view keeps its place."""
        before, after = self._lines, tuple(lines)
        if [_key(line) for line in before] == [_key(line) for line in after]:
            self._lines = after
            self._find()
            for number, (old, new) in enumerate(zip(before, after, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self._lines = after
        self._find()
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def place(self, index: Index) -> int | None:
        """Return the place of the difference that a line belongs to."""
        line = self.line(index)
        return line.place if line is not None else None

    def index_of(self, place: int) -> QModelIndex:
        """Return the line of a difference, invalid where it is not shown."""
        return self.index(self._at[place]) if 0 <= place < len(self._at) else QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _HEAD if isinstance(self.line(index), Head) else _ROW

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        match role:
            case DifferenceRole.LINE:
                return line
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _said(line)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(*_tips(line))
        return None

    def _find(self) -> None:
        found = [(number, line.difference) for number, line in enumerate(self._lines) if isinstance(line, Item)]
        self._at, self.rows = [number for number, _row in found], tuple(row for _number, row in found)


def _said(line: Line) -> str:
    match line:
        case Item(_, row):
            return f"{kind_name(row.kind)} {row.text} {row.path}"
        case NoteLine(_, note):
            return note.text
    judged = line.judgement.verdict if line.judgement is not None else None
    return f"{line.name} {verdict_words(judged)}" if judged is not None else line.name


def _tips(line: Line) -> tuple[str, ...]:
    match line:
        case Item(_, row) if row.is_change:
            return (f"{kind_name(row.kind)}　{row.name}", row.old, "→" if row.old and row.new else "", row.new)
        case Item(_, row):
            return (f"{kind_name(row.kind)}　{row.text}", row.remark, *(hint_words(hint) for hint in row.hints))
        case NoteLine(_, note):
            return (note.text, note.author)
    return (line.name, line.judgement.remark if line.judgement is not None else "")


def _key(line: Line) -> tuple[object, ...]:
    match line:
        case Item(_, row):
            return (1, row)
        case NoteLine(_, note):
            return (2, note.annotation)
    return (0, line.section, line.name)
