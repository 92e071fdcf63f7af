"""The digest as Qt sees it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.library.excerpts import LOST
from reader.ui.digest.rows import ExcerptRow, Row, ThemeRow, drop_at, drop_on, theme_at
from reader.ui.widgets.plain import named, tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()  # as a default argument: made once, never changed
MIME = "application/x-yuedu-excerpts"
_LONGEST = 400  # characters of a quote in a tooltip

_HERE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EXCERPT = _HERE | Qt.ItemFlag.ItemIsDragEnabled
_OTHERS = _HERE | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable
_THEME = _OTHERS | Qt.ItemFlag.ItemIsDragEnabled


class DigestRole(IntEnum):
    """What a row tells beyond its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


class DigestModel(QAbstractListModel):
    """Heads of themes and excerpts; what is dropped or renamed goes out as a wish and comes back as other rows."""

    move_requested = Signal(object, object)  # numbers, Drop
    theme_move_requested = Signal(str, object)  # theme, the theme before which, or None
    rename_requested = Signal(str, str)  # theme, its new name

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

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, number: int) -> QModelIndex:
        """Return the index of an excerpt, invalid where it is not shown."""
        return self._index(lambda row: isinstance(row, ExcerptRow) and row.number == number)

    def index_of_theme(self, theme: str) -> QModelIndex:
        """Return the index of the head of a theme."""
        return self._index(lambda row: isinstance(row, ThemeRow) and row.theme == theme)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled  # between the rows
        if isinstance(row, ExcerptRow):
            return _EXCERPT
        return _THEME if row.theme else _OTHERS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        match role:
            case DigestRole.ROW:
                return row
            case Qt.ItemDataRole.EditRole if isinstance(row, ThemeRow):
                return row.theme
            case Qt.ItemDataRole.DisplayRole:
                return self.head_text(row) if isinstance(row, ThemeRow) else row.excerpt.quote.replace("\n", " ")
            case Qt.ItemDataRole.ToolTipRole if isinstance(row, ExcerptRow):
                return self._told(row)
            case Qt.ItemDataRole.AccessibleDescriptionRole if isinstance(row, ExcerptRow):
                return "，".join(filter(None, (self.source_text(row), row.excerpt.remark)))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        if role != Qt.ItemDataRole.EditRole or not isinstance(row, ThemeRow):
            return False
        name = " ".join(str(value).split())
        if name and name != row.theme:
            self.rename_requested.emit(row.theme, name)
        return True

    def head_text(self, row: ThemeRow) -> str:
        """Return the heading of a theme as it will be printed."""
        return f"{row.label}{row.theme}" if row.theme else self.tr("其他")

    def source_text(self, row: ExcerptRow) -> str:
        """Return where an excerpt stands: 沪府发〔2024〕1号 二（一）2."""
        return named(row.document, self.place_text(row))

    def place_text(self, row: ExcerptRow) -> str:
        """Return the place of an excerpt within its document."""
        from reader.structure.section import path_label

        return path_label(row.excerpt.path) if row.excerpt.path else self.tr("文首")

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what is dragged: the numbers of the excerpts in their order, or where there is none a theme."""
        rows = [row for index in sorted(indexes, key=lambda one: one.row()) if (row := self.row(index)) is not None]
        numbers = [str(row.number) for row in rows if isinstance(row, ExcerptRow)]
        themes = [row.theme for row in rows if isinstance(row, ThemeRow)]
        data = QMimeData()
        data.setData(MIME, (",".join(numbers) if numbers else f"={themes[0]}").encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell what was dropped where; False, for nothing is inserted before the library has it so."""
        what = bytes(data.data(MIME).data()).decode()
        on = parent.row() if parent.isValid() else None
        place = row if row >= 0 else len(self._rows)
        if what.startswith("="):
            theme = what.removeprefix("=")
            self.theme_move_requested.emit(theme, theme_at(self._rows, place if on is None else on, theme))
        elif what:
            numbers = [int(number) for number in what.split(",")]
            drop = drop_on(self._rows, on) if on is not None else drop_at(self._rows, place, numbers)
            self.move_requested.emit(numbers, drop)
        return False

    def _index(self, wanted: Any) -> QModelIndex:
        return next((self.index(i) for i, row in enumerate(self._rows) if wanted(row)), QModelIndex())

    def _told(self, row: ExcerptRow) -> str:
        excerpt, entry = row.excerpt, row.entry
        quote = excerpt.quote[:_LONGEST] + ("……" if len(excerpt.quote) > _LONGEST else "")
        title = named(f"《{entry.title}》", f"（{entry.doc_number}）" if entry.doc_number else "") if entry else ""
        lost = self.tr("原文已变，现在找不到这一处") if excerpt.status == LOST else ""
        return tooltip(*quote.split("\n"), title, self.place_text(row), lost, *excerpt.remark.split("\n"))


def _key(row: Row) -> tuple[str, int]:
    return (row.theme, 0) if isinstance(row, ThemeRow) else ("", row.number)
