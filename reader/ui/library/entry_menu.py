"""What can be done with a document of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.ui.library.draft_menu import DraftMenu

if TYPE_CHECKING:
    from reader.library.records import Entry
    from reader.ui.jobs import JobRunner
    from reader.ui.operations import Operations

    Pair = tuple[Entry, Entry]


class EntryMenu(QMenu):
    """Decisions go to the operations; what leads elsewhere is asked for."""

    open_requested = Signal()
    pair_requested = Signal()
    previous_requested = Signal()
    rename_requested = Signal()
    purge_requested = Signal()

    def __init__(self, entry: Entry, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._operations = operations

    def fill_binned(self) -> None:
        """Offer what can be done with a document of the bin."""
        number = self._entry.number
        self.addAction(self.tr("恢复")).triggered.connect(lambda: self._operations.unbin_document(number))
        self.addAction(self.tr("彻底删除…")).triggered.connect(self.purge_requested)

    def fill(self, pair: Pair | None, jobs: JobRunner, *, chosen: bool) -> None:
        """Offer all that can be done; ``pair`` is what would be compared, ``chosen`` where both are selected."""
        number = self._entry.number
        self.addAction(self.tr("打开")).triggered.connect(self.open_requested)
        compare = self.addAction(self.tr("比对所选两份") if chosen else self.tr("与正在看的比对"))
        compare.setEnabled(pair is not None)
        compare.triggered.connect(self.pair_requested)
        previous = self.addAction(self.tr("与上一稿比对"))
        previous.triggered.connect(self.previous_requested)
        other = next((entry for entry in pair or () if entry.number != number), None)
        drafts = DraftMenu(self._entry, other, self._operations, previous, self)
        self.addMenu(drafts)
        drafts.read(jobs)
        self.addSeparator()
        self.addAction(self.tr("修改标题")).triggered.connect(self.rename_requested)
        if self._entry.title_typed:
            as_read = self.addAction(self.tr("恢复读出的标题"))
            as_read.triggered.connect(lambda: self._operations.set_title(number, None))
        self.addSeparator()
        self.addAction(self.tr("移入回收站")).triggered.connect(lambda: self._operations.bin_document(number))
