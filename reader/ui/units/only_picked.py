"""What Enter takes from a list of proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QLineEdit


def proposals(field: QLineEdit) -> QAbstractItemView:
    """Return the list below a field that proposes."""
    return cast("QAbstractItemView", field.completer().popup())


class OnlyPicked(QObject):
    """Lets Enter take a proposal only where one was picked; else what is typed stays as it is typed.

    The list holds its first proposal that begins as typed as the current one, unseen, and Enter would take it.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._popup = proposals(field)
        self._popup.installEventFilter(self)  # behind the completer, so asked before it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            picking = self._popup.selectionModel()
            if picking is not None and not picking.hasSelection():
                picking.setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)
        return super().eventFilter(watched, event)
