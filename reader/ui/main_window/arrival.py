"""How the window comes into view: with the last session, the text first and the panels behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.main_window.session import Session, Start, decode, read_start

if TYPE_CHECKING:
    from reader.ui.main_window.backups import Backups
    from reader.ui.main_window.frame import Frame
    from reader.ui.main_window.parts import Parts
    from reader.ui.main_window.restoring import Restoring
    from reader.ui.main_window.upkeep import Upkeep

_SHOWN_AFTER = 400  # ms: how long the first document may take before the window comes without it
_NEED_LIBRARY = (
    "file.open", "file.open_folder", "file.compare", "file.export", "file.export_tasks", "units.ledger", "units.roster",
    "units.aliases",
)  # fmt: skip
_SETTLED_AFTER = 1000  # ms after which a window that is never painted (minimised) gets its panels too


class Arrival(QObject):
    """Reads what was there last time and puts it back; ``settled`` is told once all of it stands."""

    settled = Signal(object)  # Start, or None where the library cannot be opened

    def __init__(
        self,
        parts: Parts,
        frame: Frame,
        session: Session,
        upkeep: Upkeep,
        backups: Backups,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._frame = frame
        self._session = session
        self._upkeep = upkeep
        self._backups = backups
        self._over = False
        self._restoring: Restoring | None = None
        backups.damage_found.connect(lambda newest, how: self._ways_out().tell_damage(newest, how))

    def begin(self) -> None:
        """Ask for the last session, and bring the window into view with it."""
        self._parts.jobs.library_call(read_start, self._restore, self._refuse)
        self._parts.area.prepare()  # while the library is read
        QTimer.singleShot(_SHOWN_AFTER, self, self._show)

    def begin_again(self) -> None:
        """Open the library anew, after it was refused."""
        self._over = False
        self._parts.area.empty.show_welcome()
        self._parts.actions.set_enabled(_NEED_LIBRARY, True)  # and what needs documents as well once they are read
        self._parts.jobs.reopen()
        self.begin()

    def end(self) -> None:
        """Do nothing more: the window is closing."""
        self._over = True

    def _restore(self, start: Start) -> None:
        parts = self._parts
        parts.workspace.set_entries(start.entries)
        parts.window.restoreGeometry(decode(start.window.get("geometry")))
        if start.pair:
            parts.opening.show_pair(start.documents[0], start.documents[1], start.kept)
        elif start.documents:
            parts.opening.show(start.documents[0])
        self._frame.restore(start.window)
        parts.status.now_saved()
        if start.read_only:
            parts.notice.tell(self.tr("文件库是只读的：可以阅读、查找和导出，不能保存改动。"))
        self._show()
        # Shown but not painted yet: now the page has its width, and a place is where it was.
        self._go_to_places(start)
        if (view := parts.area.active_view()) is not None:
            view.setFocus()
        parts.area.first_painted.connect(lambda: self._settle(start))
        QTimer.singleShot(_SETTLED_AFTER, self, lambda: self._settle(start))

    def _go_to_places(self, start: Start) -> None:
        area = self._parts.area
        there = {document.entry.number for document, _placements in start.documents}
        for place in start.places:
            if place.document not in there:
                continue
            pair = area.compare if start.pair else None
            view = pair.view_of(place.document) if pair is not None else area.active_view()
            if view is not None:
                view.go_to(place)

    def _settle(self, start: Start) -> None:
        if self._over:
            return
        self._over = True
        self._frame.restore_pages(start.window, ("outline" if start.documents else "library", "units"))
        if not start.read_only:
            self._session.begin()
        self._upkeep.begin(writable=not start.read_only)
        self._backups.begin(writable=not start.read_only)
        self.settled.emit(start)

    def _refuse(self, error: Exception) -> None:
        self._ways_out().refuse(error)
        self._parts.actions.set_enabled(_NEED_LIBRARY, False)
        self._show()
        self._over = True
        self.settled.emit(None)

    def _ways_out(self) -> Restoring:
        if self._restoring is None:
            from reader.ui.main_window.restoring import Restoring

            self._restoring = Restoring(self._parts, self)
            self._restoring.retry_requested.connect(self.begin_again)
            self._restoring.restored.connect(self._put_back)
        return self._restoring

    def _put_back(self, aside: str) -> None:
        self.begin_again()
        self._parts.notice.tell(self.tr("文件库已用备份恢复；损坏的文件保留为“{0}”。").format(Path(aside).name))

    def _show(self) -> None:
        self._parts.area.show_something()
        if not self._over and not self._parts.window.isVisible():
            self._parts.window.show()
