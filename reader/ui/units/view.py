"""The list of responsible units on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.ui.units.delegate import UnitsDelegate
from reader.ui.units.gap_rows import GapGroup, GapRow
from reader.ui.units.rows import ClauseRow, Mention, UnitRow
from reader.ui.widgets.row_tree import RowTree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from reader.text.spans import Span
    from reader.ui.theme import Theme
    from reader.ui.units.model import Row, UnitsModel

_INDENT = 16  # px, where clauses stand below their unit


class Kept(NamedTuple):
    """What of the list outlives other rows: the row with the keyboard, the picked unit, what is open, how far down."""

    current: tuple[int, int]  # row, and row below it or -1
    picked: tuple[int, Span] | None
    opened: frozenset[str]
    scrolled: int


class UnitsView(RowTree):
    """Tells which place in the text was chosen or pointed at, and which unit is to be corrected.

    By keyboard, Left and Right go from unit to unit of a clause; F2, Delete and Insert are for the one reached.
    """

    section_chosen = Signal(int)
    span_chosen = Signal(object)  # Span
    spans_hovered = Signal(object)  # tuple of Spans, empty when the mouse left
    edit_requested = Signal(object)  # Mention
    remove_requested = Signal(object)  # Mention
    add_requested = Signal(int)  # section
    menu_requested = Signal(object, object, object)  # row, Mention or None, global position

    def __init__(self, theme: Theme, model: UnitsModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._model = model
        self._here: int | None = None
        self._clicked_at: QPoint | None = None
        self._pointed: tuple[Span, ...] = ()
        self.setModel(model)
        self.rows_delegate = UnitsDelegate(self, model)
        self.setItemDelegate(self.rows_delegate)
        self.set_levels(levels=False)
        self.chosen.connect(self._row_chosen)
        self.selectionModel().currentChanged.connect(lambda *_: self.pick(None))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, or the same ones as they are now."""
        if self._model.change_rows(rows):
            return
        self._model.set_rows(())  # else Qt would measure the old ones once more
        self.expect_rows(len(rows))
        self._model.set_rows(rows)

    def set_levels(self, *, levels: bool) -> None:
        """Make room for the arrows of units, or none where clauses stand at the top."""
        self.setRootIsDecorated(levels)
        self.setIndentation(_INDENT if levels else 0)

    def set_here(self, section: int | None) -> None:
        """Mark the rows of a clause and bring the first into sight, unless mouse or keyboard is at work in the list."""
        self._here = section
        self.show_here()

    def show_here(self) -> None:
        """Bring the clause in view into sight."""
        index = self._model.index_of_section(self._here) if self._here is not None else QModelIndex()
        if index.isValid() and not self.viewport().underMouse() and not self.hasFocus():
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.viewport().update()

    def is_here(self, index: QModelIndex) -> bool:
        row = self._model.row(index)
        return isinstance(row, (ClauseRow, GapRow)) and row.section == self._here

    def pick(self, mention: Mention | None) -> None:
        """Let the keyboard stand on one unit of a clause."""
        self.rows_delegate.picked = mention
        self.viewport().update()

    def picked(self) -> Mention | None:
        """Return the unit that F2 and Delete are for, if the row leaves no doubt which that is."""
        row = self._model.row(self.currentIndex())
        if not isinstance(row, ClauseRow):
            return None
        if self.rows_delegate.picked is not None:
            return self.rows_delegate.picked
        return row.mentions[0] if len(row.mentions) == 1 or self.currentIndex().parent().isValid() else None

    def keep(self) -> Kept:
        """Remember what is to outlive other rows."""
        index, picked = self.currentIndex(), self.rows_delegate.picked
        above = index.parent()
        opened = (row.name for row in self._open_rows())
        return Kept(
            (above.row(), index.row()) if above.isValid() else (index.row(), -1),
            (picked.section, picked.span) if picked is not None else None,
            frozenset(opened),
            self.verticalScrollBar().value(),
        )

    def put_back(self, kept: Kept) -> None:
        """Go on where the list was; where a row is gone, on the one that came after it."""
        for number, row in enumerate(self._model.rows()):
            if isinstance(row, (UnitRow, GapGroup)) and row.name in kept.opened:
                self.setExpanded(self._model.index(number, 0), True)
        top, below = kept.current
        if top >= 0 and self._model.rows():
            index = self._model.index(min(top, len(self._model.rows()) - 1), 0)
            if below >= 0 and (count := self._model.rowCount(index)):
                index = self._model.index(min(below, count - 1), 0, index)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(kept.scrolled)
        if kept.picked is not None:
            self._pick_again(*kept.picked)

    def mention_at(self, position: QPoint) -> Mention | None:
        """Return the unit whose name stands at a position of the viewport."""
        index = self.indexAt(position)
        row = self._model.row(index)
        if isinstance(row, ClauseRow) and not index.parent().isValid():
            return self.rows_delegate.mention_at(row, position - self.visualRect(index).topLeft())
        return row.mentions[0] if isinstance(row, ClauseRow) else None

    def pointed_at(self, index: QModelIndex, position: QPoint) -> None:
        row = self._model.row(index)
        mention = self.mention_at(position) if row is not None else None
        spans = () if row is None else _spans(row) if mention is None else (mention.span,)
        if spans == self._pointed:
            return
        self._pointed = spans
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if spans else Qt.CursorShape.ArrowCursor)
        self.spans_hovered.emit(spans)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._clicked_at = event.position().toPoint()
        super().mouseReleaseEvent(event)
        self._clicked_at = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self._model.row(self.currentIndex()), event.key()
        section = row.section if isinstance(row, (ClauseRow, GapRow)) else None
        if key == Qt.Key.Key_Insert and section is not None:
            self.add_requested.emit(section)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Delete) and isinstance(row, ClauseRow):
            self._correct(row, self.edit_requested if key == Qt.Key.Key_F2 else self.remove_requested)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and isinstance(row, ClauseRow) and not self.rootIsDecorated():
            self._step(row, 1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        row = self._model.row(index)
        if row is None:
            return
        mention = self.picked() if by_keys else self.mention_at(event.pos())
        at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if by_keys else event.globalPos()
        self.menu_requested.emit(row, mention, at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "rows_delegate"):
            self.rows_delegate.forget_fonts()
            self.scheduleDelayedItemsLayout()

    def _row_chosen(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        clicked = self._clicked_at is not None
        mention = self.mention_at(self._clicked_at) if self._clicked_at is not None else self.rows_delegate.picked
        if isinstance(row, (UnitRow, GapGroup)):
            self.setExpanded(index, not self.isExpanded(index))
        elif isinstance(row, GapRow):
            self.span_chosen.emit(row.span)
        elif isinstance(row, ClauseRow):
            if index.parent().isValid():
                mention = row.mentions[0]
            if mention is not None:
                self.span_chosen.emit(mention.span)
                self.pick(mention if clicked and not index.parent().isValid() else self.rows_delegate.picked)
            else:
                self.section_chosen.emit(row.section)

    def _correct(self, row: ClauseRow, wish: SignalInstance) -> None:
        mention = self.picked()
        if mention is None:
            self.pick(row.mentions[0])  # which of them is meant: now it is seen
        else:
            wish.emit(mention)

    def _step(self, row: ClauseRow, by: int) -> None:
        mentions, picked = row.mentions, self.rows_delegate.picked
        if picked not in mentions:
            self.pick(mentions[0 if by > 0 else -1])
        else:
            self.pick(mentions[min(max(mentions.index(picked) + by, 0), len(mentions) - 1)])

    def _pick_again(self, section: int, span: Span) -> None:
        row = self._model.row(self.currentIndex())
        if isinstance(row, ClauseRow) and row.section == section and row.mentions:
            near = min(row.mentions, key=lambda mention: abs(mention.span.start - span.start))
            self.pick(near)

    def _open_rows(self) -> list[UnitRow | GapGroup]:
        rows = self._model.rows()
        return [
            row
            for number, row in enumerate(rows)
            if isinstance(row, (UnitRow, GapGroup)) and self.isExpanded(self._model.index(number, 0))
        ]


def _spans(row: Row) -> tuple[Span, ...]:
    """Return what a row stands for in the text as a whole: all places of a unit, what a clause leaves open."""
    if isinstance(row, UnitRow):
        return tuple(mention.span for mention in row.mentions)
    return (row.span,) if isinstance(row, GapRow) else ()
