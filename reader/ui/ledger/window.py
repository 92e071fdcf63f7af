"""The window 责任台账, beside the main window and of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.ledger.matrix import told_apart
from reader.ui.ledger.matrix_page import MatrixPage
from reader.ui.ledger.own_page import OwnPage
from reader.ui.ledger.reading import LedgerReader, Standing
from reader.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from reader.library.records import Changes, Entry
    from reader.settings import Settings
    from reader.ui.jobs import JobRunner
    from reader.ui.theme import Theme
    from reader.ui.workspace import Workspace

_SIZE, _FRAME = QSize(1240, 800), QSize(40, 80)  # px; what the desktop puts around a window
_PAUSE = 400  # ms: after an import or a correction the ledger is read once
_TOLD = 4000  # ms
_KINDS = frozenset(("documents", "derivations", "units", "roster"))


class LedgerWindow(QWidget):
    """Reads the ledger whenever it comes into view and the library has changed since; nothing is written here."""

    clause_requested = Signal(object)  # LedgerClause
    export_requested = Signal(object, bool)  # tuple of document numbers, whether only the tasks of the own units
    own_requested = Signal()  # the own units are to be chosen

    def __init__(self, workspace: Workspace, jobs: JobRunner) -> None:
        # No child of the main window: that would keep it above the text it leads to.
        super().__init__(None)
        self._workspace = workspace
        self._own_units = workspace.own_units
        self._stale = True
        self._listed = _listed(workspace.entries)
        self.setWindowTitle(self.tr("责任台账"))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setMinimumSize(800, 480)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self.reader = LedgerReader(workspace, jobs, self)
        self.matrix = MatrixPage(workspace.theme, jobs, self)
        self.own = OwnPage(workspace.theme, jobs, self)
        self.message = QLabel(self)
        self._build()
        self._soon = self._timer(_PAUSE, self._read_again)
        self._told = self._timer(_TOLD, self.message.clear)
        self._connect()

    def show_matrix(self) -> None:
        """Turn to the whole library."""
        self._turn_to(self.matrix)

    def show_own(self, documents: Iterable[int] | None = None) -> None:
        """Turn to the own units, in these documents only if given."""
        self.own.limit_to(None if documents is None else frozenset(documents))
        self._turn_to(self.own)

    def tell(self, sentence: str) -> None:
        """Say a sentence in the foot for a while."""
        self.message.setText(sentence)
        self._told.start()

    def refresh(self) -> None:
        """Read the ledger anew, now or when it is looked at."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read_again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._soon.stop()
            for part in (self.reader, self.matrix.pane.feed, self.own.pane.feed):
                part.cancel()
            self._stale = True

    def _read_again(self) -> None:
        self._soon.stop()
        self._stale = False
        self.reader.begin()

    def _take(self, standing: Standing) -> None:
        self._own_units = self._workspace.own_units
        self.matrix.set_index(standing.ledger)
        self.own.set_documents(self._own_units, standing.own_documents)
        self.reader.show(self.matrix.filters.wish())

    def _failed(self, _error: Exception) -> None:
        self.matrix.show_failed()
        self.own.show_failed()

    def _retry(self) -> None:
        self.matrix.show_waiting()
        self.own.set_documents(self._own_units, None)
        self._read_again()

    def _turn_to(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        (self.own_button if page is self.own else self.matrix_button).setChecked(True)
        self.copy_button.setVisible(page is self.matrix)

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & _KINDS:
            self.refresh()

    def _entries_changed(self) -> None:
        self._tell_apart()
        listed = _listed(self._workspace.entries)
        if listed != self._listed:  # a note changes the list too, but nothing here
            self._listed = listed
            self.refresh()

    def _tell_apart(self) -> None:
        apart = told_apart(self._workspace.entries)
        for model in (self.matrix.model, self.matrix.pane.model, self.own.pane.model):
            model.apart = apart

    def _settings_changed(self, settings: Settings) -> None:
        if settings.own_units != self._own_units:
            self._own_units = settings.own_units
            self.own.set_documents(self._own_units, None)
            self.refresh()

    def _set_theme(self, theme: Theme) -> None:
        self.matrix.set_theme(theme)
        self.own.set_theme(theme)

    def _connect(self) -> None:
        workspace = self._workspace
        self.reader.read.connect(self._take)
        self.reader.shown.connect(self.matrix.show_matrix)
        self.reader.failed.connect(self._failed)
        self.matrix.wish_changed.connect(self.reader.show)
        for page in (self.matrix, self.own):
            page.clause_chosen.connect(self.clause_requested)
            page.own_requested.connect(self.own_requested)
            page.told.connect(self.tell)
            page.retry_requested.connect(self._retry)
        self.matrix.export_requested.connect(lambda documents: self.export_requested.emit(documents, False))
        self.own.export_requested.connect(lambda documents: self.export_requested.emit(documents, True))
        self.matrix_button.clicked.connect(self.show_matrix)
        self.own_button.clicked.connect(lambda: self.show_own())
        self.copy_button.clicked.connect(self.matrix.copy_all)
        workspace.changed.connect(self._changed)
        workspace.entries_changed.connect(self._entries_changed)
        workspace.settings_changed.connect(self._settings_changed)
        workspace.theme_changed.connect(self._set_theme)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._leave)
        QShortcut(QKeySequence("Ctrl+W"), self).activated.connect(self.close)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._find)
        self._tell_apart()
        self.own.set_documents(self._own_units, None)
        self._turn_to(self.matrix)
        self.matrix_button.setFocus()  # until there is something to move in

    def _leave(self) -> None:
        """Clear the box that the cursor is in; with nothing to clear, close."""
        boxes = (self.matrix.filters.units, self.matrix.filters.documents)
        typed = next((box for box in boxes if box.hasFocus() and box.text()), None)
        if typed is not None:
            typed.clear()
        else:
            self.close()

    def _find(self) -> None:
        self.show_matrix()
        self.matrix.filters.units.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.matrix.filters.units.selectAll()

    def _build(self) -> None:
        self.matrix_button, self.own_button = QToolButton(self), QToolButton(self)
        self.matrix_button.setText(self.tr("全库台账"))
        self.own_button.setText(self.tr("本单位"))
        segmented = Segmented((self.matrix_button, self.own_button), self)
        self.copy_button = QToolButton(self)
        self.copy_button.setText(self.tr("复制表格"))
        self.copy_button.setToolTip(self.tr("复制现在显示的整张表，可粘贴到 Excel、Word 或 WPS"))
        self.message.setObjectName("secondary")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 10)
        head.setSpacing(8)
        head.addWidget(segmented)
        head.addSpacing(8)
        head.addWidget(self.message, 1)
        head.addWidget(self.copy_button)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.matrix)
        self.pages.addWidget(self.own)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer


def _listed(entries: Iterable[Entry]) -> tuple[tuple[object, ...], ...]:
    """Return what of the list of documents the ledger shows."""
    return tuple((entry.number, entry.title, entry.doc_number, entry.issued_on, entry.units) for entry in entries)
