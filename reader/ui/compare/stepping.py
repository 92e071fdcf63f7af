"""From difference to difference: which one is being looked at, and which comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.compare.differences import Difference


class Stepping(QObject):
    """Keeps the difference in hand through another filter or a new comparison, as long as it is there."""

    stepped = Signal(object)  # Difference that is to be shown
    changed = Signal()  # which one is in hand, or how many there are

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Difference] = ()
        self._at: int | None = None
        self._near = 0  # where the one in hand was before it went

    @property
    def at(self) -> int | None:
        """Place in the list of the difference in hand."""
        return self._at

    @property
    def count(self) -> int:
        return len(self._rows)

    @property
    def current(self) -> Difference | None:
        return self._rows[self._at] if self._at is not None else None

    def words(self) -> str:
        """Say how many there are and which one is in hand: 第2处，共6处."""
        if not self._rows:
            return self.tr("没有差异")
        if self._at is None:
            return self.tr("共{0}处").format(len(self._rows))
        return self.tr("第{0}处，共{1}处").format(self._at + 1, len(self._rows))

    def set_rows(self, rows: Sequence[Difference]) -> None:
        """Take the differences as they are listed now; nothing is gone to."""
        before = self.current
        self._near = self._at if self._at is not None else self._near
        self._rows = rows
        self._at = _find(before, rows) if before is not None else None
        self.changed.emit()

    def forget(self) -> None:
        """Begin anew, before the first."""
        self._rows, self._at, self._near = (), None, 0
        self.changed.emit()

    def go(self, at: int) -> None:
        """Take a difference of the list in hand."""
        if 0 <= at < len(self._rows):
            self._at = at
            self.changed.emit()
            self.stepped.emit(self._rows[at])

    def step(self, by: int) -> None:
        """Go to the next (1) or the one before (-1), round the ends; after the one in hand went, on from there."""
        count = len(self._rows)
        if not count:
            return
        if self._at is not None:
            self.go((self._at + by) % count)
        elif self._near:
            self.go((self._near if by > 0 else self._near - 1) % count)
        else:
            self.go(0 if by > 0 else count - 1)


def _find(one: Difference, rows: Sequence[Difference]) -> int | None:
    """Return where a difference is listed: the same words at the same place of either text, else those of the clause.

    The places move when a document is derived anew; words that a clause has twice are not told apart then.
    """
    spans = [i for i, row in enumerate(rows) if _where(row) == _where(one)]
    words = [i for i, row in enumerate(rows) if (row.kind, row.path, row.text) == (one.kind, one.path, one.text)]
    found = spans[:1] or words
    return found[0] if len(found) == 1 else None


def _where(row: Difference) -> tuple[object, ...]:
    return row.kind, row.left_span, row.right_span
