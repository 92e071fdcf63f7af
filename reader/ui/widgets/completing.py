"""A field that proposes names while one of them is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QFrame, QListView

from reader.ui.widgets.matching import FilterTexts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QAbstractItemView, QLineEdit

_MOST = 12  # proposals at a time
_NAME = int(Qt.ItemDataRole.UserRole)
# A popup is a window of its own: what the theme says of lists inside the window leaves it without ground.
_POPUP = "QListView { background: palette(base); border: 1px solid palette(mid); padding: 4px; }"


class Suggestion(NamedTuple):
    """A name that is taken over, what else finds it, and what stands behind it in the list."""

    name: str
    also: str = ""
    remark: str = ""


class Completing(QObject):
    """Proposes below a field the names in which every word typed occurs; those that begin with it come first."""

    chosen = Signal(str)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._suggestions: tuple[Suggestion, ...] = ()
        self._texts = FilterTexts(())
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCompletionRole(_NAME)
        self._completer.setMaxVisibleItems(_MOST)
        popup = QListView()
        popup.setFrameShape(QFrame.Shape.NoFrame)
        popup.setStyleSheet(_POPUP)
        self._completer.setPopup(popup)
        field.setCompleter(self._completer)
        _OnlyPicked(popup)
        field.textEdited.connect(self._propose)  # told before the field opens its list
        # Queued: the field still puts the chosen name into itself.
        activated = self._completer.activated[str]  # type: ignore[index]
        activated.connect(self.chosen, Qt.ConnectionType.QueuedConnection)

    def set_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        self._suggestions = tuple(suggestions)
        self._texts = FilterTexts([f"{one.name}\n{one.also}" for one in self._suggestions])

    def proposed(self, typed: str) -> list[Suggestion]:
        """Return what is proposed for a text, best first."""
        found = [self._suggestions[i] for i in self._texts.matches(typed)] if typed.strip() else []
        return sorted(found, key=lambda one: not one.name.startswith(typed.strip()))[:_MOST]

    def _propose(self, typed: str) -> None:
        self._model.clear()
        for one in self.proposed(typed):
            item = QStandardItem(f"{one.name}　{one.remark}".rstrip())
            item.setData(one.name, _NAME)
            self._model.appendRow(item)


class _OnlyPicked(QObject):
    """Lets Enter take a proposal only where one was picked; else what is typed stays as it is typed.

    The list holds its first proposal that begins as typed as the current one, unseen, and Enter would take it.
    """

    def __init__(self, popup: QAbstractItemView) -> None:
        super().__init__(popup)
        self._popup = popup
        popup.installEventFilter(self)  # behind the completer, so asked before it

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            picking = self._popup.selectionModel()
            if picking is not None and not picking.hasSelection():
                picking.setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate)
        return super().eventFilter(watched, event)
