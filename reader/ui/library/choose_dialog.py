"""Which two documents to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from reader.ui.library.delegate import LibraryDelegate
from reader.ui.library.model import LibraryModel
from reader.ui.library.older_first import older_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.records import Entry
    from reader.ui.theme import Theme


class ChooseDialog(QDialog):
    """With a document on the desk one other is chosen, else two."""

    pair_chosen = Signal(int, int)

    def __init__(
        self, entries: Sequence[Entry], left: Entry | None, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._left = left
        self.setWindowTitle(self.tr("比对"))
        self.resize(480, 520)
        self.model = LibraryModel(self)
        self.model.set_entries([entry for entry in entries if left is None or entry.number != left.number])
        said = QLabel(self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        said.setText(self.tr("按住 Ctrl 选两份") if left is None else self.tr("“{0}”与哪一份比对？").format(left.title))
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("筛选标题、文号、机关…"))
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(LibraryDelegate(theme, self))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        one, several = QListView.SelectionMode.SingleSelection, QListView.SelectionMode.ExtendedSelection
        self.view.setSelectionMode(one if left is not None else several)
        self.buttons = QDialogButtonBox(self)
        self.buttons.addButton(self.tr("比对"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        for widget in (said, self.box, self.view, self.buttons):
            column.addWidget(widget)
        self.box.textChanged.connect(self.model.set_query)
        self.view.selectionModel().selectionChanged.connect(lambda _new, _old: self._refresh())
        self.view.doubleClicked.connect(lambda _index: self._accept_if_chosen())
        self.buttons.accepted.connect(self._accept_if_chosen)
        self.buttons.rejected.connect(self.reject)
        self._refresh()

    def pair(self) -> tuple[int, int] | None:
        """Return the numbers of the two documents, the older of two drafts first; None while there are not two."""
        rows = sorted(self.view.selectionModel().selectedIndexes(), key=lambda index: index.row())
        chosen = [entry for index in rows if (entry := self.model.entry(index)) is not None]
        if self._left is not None:
            chosen.insert(0, self._left)
        if len(chosen) != 2:
            return None
        left, right = older_first(*chosen)
        return left.number, right.number

    def _accept_if_chosen(self) -> None:
        pair = self.pair()
        if pair is not None:
            self.pair_chosen.emit(*pair)
            self.accept()

    def _refresh(self) -> None:
        for button in self.buttons.buttons():
            if self.buttons.buttonRole(button) == QDialogButtonBox.ButtonRole.AcceptRole:
                button.setEnabled(self.pair() is not None)
