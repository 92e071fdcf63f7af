"""What the menus 文件 and 责任单位 do: open, compare, export, settings, the ledger and the lists of units."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from reader.ui.main_window.reading_area import PAIR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QDialog

    from reader.library.records import Failure, Imported
    from reader.ui.library.importing import Importing
    from reader.ui.main_window.parts import Parts
    from reader.ui.main_window.unit_windows import UnitWindows

_READABLE = "*.txt *.text *.md"


class FileActions(QObject):
    """Answers the actions of the menu and whatever else brings files: drops, the command line, another window."""

    imported = Signal(object)  # Imported

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._importing: Importing | None = None
        self._units: UnitWindows | None = None
        self._pair_next = False
        self._then: Callable[[tuple[Imported, ...]], None] | None = None
        self._secret: list[tuple[Path, str]] = []
        connect = parts.actions.connect_to
        connect("file.open", self.ask_for_files)
        connect("file.open_folder", self.ask_for_folder)
        connect("file.compare", self.compare)
        connect("file.compare_close", parts.opening.close_pair)
        connect("file.export_tasks", lambda: self.units.export_tasks())
        connect("units.ledger", lambda: self.units.show_ledger())
        connect("units.roster", lambda: self.units.show_roster())
        connect("units.aliases", lambda: self.units.show_aliases())
        connect("units.own", lambda: self.units.choose_own_units())
        connect("file.settings", self.show_settings)
        connect("file.quit", parts.window.close)
        parts.status.cancel_requested.connect(self._cancel)
        parts.area.mode_changed.connect(lambda _mode: self.refresh())
        parts.workspace.document_opened.connect(lambda _number: self.refresh())
        parts.workspace.document_closed.connect(lambda _number: self.refresh())
        parts.workspace.entries_changed.connect(self.refresh)
        self.refresh()

    @property
    def importing(self) -> Importing:
        """The queue of files on their way into the library."""
        if self._importing is None:
            from reader.ui.library.importing import Importing

            self._importing = Importing(self._parts.jobs, self)
            self._importing.progressed.connect(self._progressed)
            self._importing.secrecy_found.connect(lambda path, mark: self._secret.append((path, mark)))
            self._importing.imported.connect(self.imported)
            self._importing.finished.connect(self._finished)
        return self._importing

    @property
    def units(self) -> UnitWindows:
        """The windows about units."""
        if self._units is None:
            from reader.ui.main_window.unit_windows import UnitWindows

            self._units = UnitWindows(self._parts, self)
        return self._units

    def refresh(self) -> None:
        """Let the actions be what can be done now."""
        parts = self._parts
        reading = parts.workspace.document is not None
        pair = parts.area.mode == PAIR
        parts.actions.set_enabled(("file.export_tasks",), reading or bool(parts.workspace.entries))
        parts.actions.set_enabled(("file.compare",), pair or len(parts.workspace.entries) > 1 or reading)
        parts.actions.set_enabled(("file.compare_close",), pair)

    def ask_for_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title, text, every = self.tr("打开文件"), self.tr("文本文件"), self.tr("所有文件")
        kinds = f"{text} ({_READABLE});;{every} (*)"
        names, _kind = QFileDialog.getOpenFileNames(self._parts.window, title, "", kinds)
        self.open_files(map(Path, names))

    def ask_for_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._parts.window, self.tr("导入文件夹"))
        if name:
            self.open_files([Path(name)])

    def open_files(
        self,
        paths: Iterable[Path],
        *,
        pair: bool = False,
        then: Callable[[tuple[Imported, ...]], None] | None = None,
    ) -> None:
        """Import files and folders and show what came of it; two files as a ``pair`` side by side."""
        wanted = [Path(path) for path in paths]
        if wanted:
            self._pair_next = pair
            self._then = then or self._then
            self.importing.add(wanted)

    def compare(self) -> None:
        """End a comparison that is shown; else ask what to compare with."""
        parts = self._parts
        if parts.area.mode == PAIR:
            parts.opening.close_pair()
            return
        from reader.ui.library.choose_dialog import ChooseDialog

        document = parts.workspace.document
        entry = None if document is None else document.entry
        dialog = ChooseDialog(parts.workspace.entries, entry, parts.workspace.theme, parts.window)
        dialog.pair_chosen.connect(parts.opening.open_pair)
        _open(dialog)

    def show_settings(self) -> None:
        from reader.ui.settings.dialog import SettingsDialog

        _open(SettingsDialog(self._parts.workspace, self._parts.window, jobs=self._parts.jobs))

    def _progressed(self, done: int, total: int, name: str) -> None:
        self._parts.status.work_advanced(done, total, self.tr("正在导入 {0}").format(name))

    def _cancel(self) -> None:
        if self._importing is not None:
            self._importing.cancel()

    def _finished(self, imported: tuple[Imported, ...], failures: tuple[Failure, ...]) -> None:
        parts = self._parts
        parts.status.work_ended()
        pair, self._pair_next = self._pair_next, False
        then, self._then = self._then, None
        if then is not None:
            then(imported)
        elif pair and len(imported) == 2:
            parts.opening.open_pair(imported[0].number, imported[1].number)
        elif imported and (len(imported) == 1 or parts.workspace.document is None):
            first = parts.workspace.document is None
            parts.opening.open_document(imported[0].number, self._show_outline if first else None)
        if failures:
            self._tell_failures(failures)
        elif imported:
            parts.status.show_message(self._count(imported))
        self.units.announce(imported, quietly=bool(failures))
        self._ask_about_secrecy()

    def _show_outline(self) -> None:
        """Turn from the list, which has done its work, to the tree."""
        if self._parts.left.current() == "library" and not self._parts.left.isHidden():
            self._parts.left.show_page("outline")

    def _count(self, imported: tuple[Imported, ...]) -> str:
        new = sum(one.status == "new" for one in imported)
        known = len(imported) - new
        said = [self.tr("导入 {0} 份").format(new)] if new else []
        said += [self.tr("{0} 份库内已有").format(known)] if known else []
        return "，".join(said)

    def _tell_failures(self, failures: tuple[Failure, ...]) -> None:
        first = failures[0]
        if len(failures) == 1:
            self._parts.notice.tell(self.tr("未能导入“{0}”：{1}").format(Path(first.file).name, first.reason))
            return
        from reader.ui.library.failures_dialog import FailuresDialog

        self._parts.notice.tell(
            self.tr("有 {0} 个文件未能导入，例如“{1}”：{2}").format(len(failures), Path(first.file).name, first.reason),
            self.tr("逐个查看"),
            lambda: _open(FailuresDialog(failures, self._parts.window)),
        )

    def _ask_about_secrecy(self) -> None:
        waiting, self._secret = self._secret, []
        mistaken = [path for path, mark in waiting if self._is_mistaken(path, mark)]
        if mistaken:
            self.importing.add(mistaken, false_alarm=True)

    def _is_mistaken(self, path: Path, mark: str) -> bool:
        from reader.ui.main_window.question import agrees

        return agrees(
            self._parts.window,
            self.tr("密级标志"),
            self.tr("“{0}”的版头处有密级标志“{1}”。").format(path.name, mark),
            self.tr("涉密文件不得存入本软件，目前没有留下它的任何内容。如果这只是误判，可以继续导入。"),
            yes=self.tr("系误判，导入"),
            no=self.tr("不导入"),
        )


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
