"""The window: it assembles the parts, restores the session and closes in order."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from reader.ui.actions import Actions
from reader.ui.main_window.arrival import Arrival
from reader.ui.main_window.backups import Backups
from reader.ui.main_window.compare_actions import CompareActions
from reader.ui.main_window.export_actions import ExportActions
from reader.ui.main_window.file_actions import FileActions
from reader.ui.main_window.frame import Frame
from reader.ui.main_window.head_bar import HeadBar
from reader.ui.main_window.mark_actions import MarkActions
from reader.ui.main_window.notice_bar import NoticeBar
from reader.ui.main_window.opening import Opening
from reader.ui.main_window.pages import Pages
from reader.ui.main_window.parts import Parts
from reader.ui.main_window.reading_area import PAIR, ReadingArea
from reader.ui.main_window.session import Session, encode
from reader.ui.main_window.status_bar import StatusBar
from reader.ui.main_window.upkeep import Upkeep
from reader.ui.main_window.view_actions import ViewActions
from reader.ui.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from reader.ui.export.kept import Kept
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace


_SIZE = QSize(1440, 900)
_FRAME = QSize(0, 40)  # px that the desktop puts around a window


class MainWindow(QMainWindow):
    """One library, one window. ``restored`` is told when the last session stands again."""

    restored = Signal(object)  # Start, or None where the library cannot be opened
    closing = Signal()  # for good: nobody can say no any more

    def __init__(self, workspace: Workspace, jobs: JobRunner) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("阅牍"))
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self._workspace = workspace
        self._jobs = jobs
        self._closing = False
        self._asks = True
        self.parts = self._assemble()
        self.session = Session(jobs, self._window_state, self._open_state, self)
        self.arrival = Arrival(self.parts, self.frame, self.session, self.upkeep, self.backups, self)
        self._connect()

    @property
    def workspace(self) -> Workspace:
        return self._workspace

    def start(self) -> None:
        """Read what was there last time, and come into view with it."""
        self.arrival.begin()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take files from the command line or another window; two come side by side."""
        self.files.open_files(paths, pair=len(paths) == 2)
        self.activateWindow()
        self.raise_()

    def flush(self) -> None:
        """Hand on everything that is typed, and the session; returns once the library has it."""
        self._flush_panels()
        self.session.write()
        self._jobs.wait_for_writes()

    def close_now(self) -> None:
        """Save everything and close without a question: the system is ending the program."""
        self._asks = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing:
            event.accept()
            return
        self.flush()
        if self._asks and self.parts.operations.has_unsaved() and not self._may_lose():
            event.ignore()
            return
        self._closing = True
        self.closing.emit()
        self.arrival.end()
        if self._asks:  # there is time
            self.hide()
            self.backups.make_last()
        self._jobs.shutdown()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.parts.actions["view.fullscreen"].setChecked(self.isFullScreen())
            self.session.touch()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.files.open_files(paths))

    def _assemble(self) -> Parts:
        actions = Actions(self)
        operations = Operations(self._workspace, self._jobs, lambda: self.marks.ask_author(), self)
        area = ReadingArea(self._workspace, self._jobs, operations, actions, self)
        status, notice = StatusBar(self._workspace, self), NoticeBar(self)
        self.head = HeadBar(actions, self)
        self.frame = Frame(self.head, notice, area, status, self)
        self.setCentralWidget(self.frame)
        opening = Opening(self._workspace, self._jobs, area, self)
        parts = Parts(
            self, actions, self._workspace, self._jobs, operations, opening, area, self.frame.left, self.frame.right,
            status, notice, cache(_kept),
        )  # fmt: skip
        self.upkeep = Upkeep(self._workspace, self._jobs, self)
        self.backups = Backups(self._workspace, self._jobs, self)
        self.files, self.marks, self.views = (
            FileActions(parts, self),
            MarkActions(parts, self),
            ViewActions(parts, self),
        )
        self.comparing, self.exporting = CompareActions(parts, self), ExportActions(parts, self)
        self.pages = Pages(parts, self.files, self.comparing, self.upkeep, self)
        return parts

    def _connect(self) -> None:
        parts = self.parts
        parts.actions.connect_to("edit.search", self._focus_search)
        parts.actions.connect_to("window.menu", self.head.menu_button.showMenu)
        parts.actions.connect_to("view.search", self._focus_search)
        self.head.search.query_changed.connect(self._search)
        self.head.search.left.connect(self._focus_text)
        self.head.theme_button.clicked.connect(self.views.next_theme)
        parts.area.view_built.connect(self._answer_view)
        parts.area.compare_built.connect(self._answer_pair)
        parts.area.mode_changed.connect(self._mode_changed)
        parts.area.open_requested.connect(self.files.ask_for_files)
        parts.area.library_requested.connect(lambda: self.views.show_page("library"))
        parts.opening.about_to_leave.connect(self._flush_panels)
        parts.opening.refused.connect(self._tell)
        parts.operations.failed.connect(parts.status.show_unsaved)
        parts.status.retry_requested.connect(parts.operations.retry)
        self._jobs.failed.connect(self._tell)
        self.closing.connect(lambda: self.files.units.close_ledger())
        self.frame.moved.connect(self.session.touch)
        self._workspace.theme_changed.connect(lambda _theme: self._name_theme())
        self._workspace.document_opened.connect(self._document_opened)
        self._workspace.section_entered.connect(lambda _section: self.session.touch())
        for side in (parts.left, parts.right):
            side.page_shown.connect(lambda _page: self.session.touch())
        self.files.imported.connect(lambda _imported: self.upkeep.touch())
        self.files.imported.connect(lambda _imported: self.backups.touch())
        self.backups.failed.connect(parts.status.show_message)
        self.arrival.settled.connect(lambda _start: self.views.sides_changed())
        for part in (self.head.search, parts.left, parts.right):  # of no use without a library
            self.arrival.settled.connect(lambda start, part=part: part.setEnabled(start is not None))
        self.arrival.settled.connect(self.restored)
        self._name_theme()

    def _window_state(self) -> dict[str, Any]:
        return {**self.frame.state(), "geometry": encode(self.saveGeometry())}

    def _open_state(self) -> dict[str, Any]:
        area = self.parts.area
        if area.mode == PAIR and area.compare is not None:
            places = [[number, place.section, round(place.fraction, 4)] for number, place in area.compare.places()]
            return {"pair": True, "places": places}
        place = area.place()
        return {
            "pair": False,
            "places": [] if place is None else [[place.document, place.section, round(place.fraction, 4)]],
        }

    def _flush_panels(self) -> None:
        for side in (self.parts.left, self.parts.right):
            for panel in side.built():
                panel.flush()
        if self.parts.area.compare is not None:
            self.parts.area.compare.leave()

    def _answer_view(self, view: Any) -> None:
        """Answer the wishes of a reading view or of a pair of them."""
        view.mark_requested.connect(self.marks.mark)
        view.note_requested.connect(self.marks.add_note)
        view.mark_clicked.connect(self.pages.show_note)
        view.mark_recolour_requested.connect(self.marks.recolour)
        view.mark_delete_requested.connect(self.parts.operations.delete_mark)
        view.zoom_requested.connect(self.views.zoom)
        view.place_changed.connect(self.session.touch)

    def _answer_pair(self, pair: Any) -> None:
        self._answer_view(pair)
        pair.note_made.connect(self.pages.write_note)

    def _mode_changed(self, mode: str) -> None:
        self.frame.enter_mode(mode)
        self.head.show_pair(mode == PAIR)
        self.views.sides_changed()
        self.session.touch()

    def _document_opened(self, _number: int) -> None:
        document = self._workspace.document
        if document is not None:
            self.setWindowTitle(self.tr("{0} - 阅牍").format(document.entry.title))
        self.session.touch()

    def _name_theme(self) -> None:
        label = self.views.following_theme().label
        self.head.theme_button.setText(label)
        self.head.theme_button.setToolTip(self.tr("换成“{0}”").format(label))

    def _focus_search(self) -> None:
        self.head.search.setFocus()
        self.head.search.selectAll()

    def _focus_text(self) -> None:
        if (view := self.parts.area.active_view()) is not None:
            view.setFocus()

    def _search(self, query: str) -> None:
        self.parts.left.show_page("search")
        self.views.sides_changed()
        self.parts.left.page("search").search(query)  # type: ignore[attr-defined]

    def _tell(self, error: Exception) -> None:
        self.parts.notice.tell(getattr(error, "message", None) or self.tr("这一步没有做成，已记入程序日志。"))

    def _may_lose(self) -> bool:
        from reader.ui.main_window.question import agrees

        return agrees(
            self,
            self.tr("还有内容没有保存"),
            self.tr("有改动没能写进文件库。"),
            self.tr("现在退出，这些改动会丢失。"),
            yes=self.tr("仍要退出"),
            no=self.tr("取消"),
        )


def _kept() -> Kept:
    from reader.ui.export.kept import Kept  # not needed before the first paint

    return Kept()
