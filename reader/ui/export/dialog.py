"""The dialog 导出: what of the documents leaves, in which shape, into which file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from reader.export.digest import Digest
from reader.ui.export.dialog_parts import DialogParts
from reader.ui.export.export_run import ExportRun
from reader.ui.export.kept import Kept
from reader.ui.export.kinds import COMPARISON, TASKS, export_kinds, first_kind, why_nothing
from reader.ui.export.target_path import asked_path, proposed_path
from reader.ui.export.wanted import ANNOTATED, DIGEST, NOTES, WantedDigest, WantedNotes

if TYPE_CHECKING:
    from pathlib import Path

    from reader.export.digest import Clipping
    from reader.ui.export.shown import Shown
    from reader.ui.export.wanted import Wanted
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace

_PAUSE = 200  # ms after a choice before the preview follows


class ExportDialog(QDialog):
    """Kinds at the left, choices in the middle, the first pages at the right.

    ``kind`` is the one shown first: notes, points, annotated, digest or tasks; only the digest needs no open document.
    With ``compared`` the results of a comparison are among the kinds, whose dialog is then asked for. What is chosen is
    ``kept`` for the dialogs that come after.
    """

    exported = Signal(str)  # path of the file
    comparison_requested = Signal()

    def __init__(
        self,
        workspace: Workspace,
        jobs: JobRunner,
        parent: QWidget | None = None,
        kind: str | None = None,
        *,
        compared: bool = False,
        kept: Kept | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._document = workspace.document
        self._placements = workspace.placements
        self._clippings: tuple[Clipping, ...] | None = None
        self._kept = Kept() if kept is None else kept
        self._writing = False
        self._count = 0
        kinds = export_kinds(reading=self._document is not None, compared=compared)
        self.setWindowTitle(self.tr("导出"))
        self.parts = DialogParts(self, workspace, kinds)
        self.parts.begin_with(self._kept)
        self.run = ExportRun(workspace, jobs)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self.parts.tell_count(NOTES, len(self._placements))
        self.parts.choose_kind(kind or first_kind(self._document, noted=bool(self._placements)))
        self._connect()
        self._kind_changed()
        self.run.read_excerpts()

    def kind(self) -> str:
        """Return the name of the kind that is chosen."""
        return self.parts.kind().name

    def wanted(self) -> Wanted | None:
        """Return what is to be exported, None where that is not known yet or has a dialog of its own."""
        name = self.kind()
        if name == DIGEST:
            known = self._clippings is not None
            return WantedDigest(Digest(self._clippings or (), self.parts.digest.choice())) if known else None
        notes = self.parts.notes
        if not self.parts.kind().suffixes or self._document is None or notes is None:
            return None
        return WantedNotes(name, self._document, self._placements, notes.choice())

    def suggested_path(self) -> Path:
        """Return a path that is not taken, named after the document or the title that was typed."""
        kind = self.parts.kind()
        title = self._document.entry.title if self._document is not None else ""
        if kind.name == DIGEST:
            title = self.parts.digest.title.text()
        return proposed_path(self._kept.folder, title, kind.title, self.parts.suffix())

    def go_on(self) -> None:
        """Ask where to write; a kind with a dialog of its own gives way to that."""
        name = self.kind()
        if name == TASKS:
            self.show_tasks()
        elif name == COMPARISON:
            self.accept()
            self.comparison_requested.emit()
        else:
            self.ask_for_path()

    def show_tasks(self) -> None:
        """Open the dialog of task tables for this document in place of this one."""
        from reader.ui.export.tasks_dialog import TasksDialog

        numbers = () if self._document is None else (self._document.entry.number,)
        dialog = TasksDialog(self._workspace, self._jobs, self.parentWidget(), numbers, kept=self._kept)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.accept()
        dialog.open()

    def ask_for_path(self) -> None:
        parts = self.parts
        path = asked_path(self, self.suggested_path(), parts.format_name(), parts.suffix(), parts.kind().suffixes)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the file; the dialog stays and says what came of it."""
        if (wanted := self.wanted()) is None:
            return
        self._kept.folder = path.parent
        self._writing = True
        self._pause.stop()
        self._refresh()
        self.parts.outcome.advance(1, 1, self.tr("正在写入 {0}").format(path.name))
        self.run.write(wanted, path)

    def reject(self) -> None:
        """Stop what is being written; with nothing to stop, close."""
        if self._writing:
            self._cancel()
        else:
            self.run.cancel()
            super().reject()

    def _cancel(self) -> None:
        self.run.cancel()
        self._end_writing()
        self.parts.outcome.tell_stopped()

    def _take_excerpts(self, clippings: tuple[Clipping, ...]) -> None:
        self._clippings = clippings
        self.parts.tell_count(DIGEST, len(clippings))
        if self.kind() == DIGEST:
            self._make_preview()

    def _miss_excerpts(self) -> None:
        if self.kind() == DIGEST:
            self.parts.shown.show_nothing(self.tr("未能读取摘编。"))

    def _written(self, path: Path, count: int) -> None:
        self._end_writing()
        self.parts.outcome.tell_written(path, self.tr("已导出 {0} 条到 {1}").format(count, path))
        self.exported.emit(str(path))

    def _failed(self, error: Exception) -> None:
        writing = self._writing
        self._end_writing()
        if writing:
            self.parts.outcome.tell_refused(error)
        else:
            self._count = 0
            self.parts.shown.show_nothing(self.tr("未能生成预览。"))
            self._refresh()

    def _end_writing(self) -> None:
        if self._writing:
            self._writing = False
            self._choice_changed()  # the preview may have given way to the file

    def _kind_changed(self) -> None:
        kind = self.parts.kind()
        self.parts.show_kind(kind, self._kept.suffixes.get(kind.name))
        self.parts.outcome.clear()
        self._count = 0
        self._refresh()
        self._make_preview()

    def _format_changed(self) -> None:
        self._kept.suffixes[self.kind()] = self.parts.suffix()
        self._choice_changed()

    def _choice_changed(self) -> None:
        self.parts.keep(self._kept)
        self._refresh()
        if not self._writing:
            self._pause.start()

    def _make_preview(self) -> None:
        wanted = self.wanted()
        if wanted is None:
            self.run.cancel()
            self.parts.shown.show_nothing(
                "" if self.parts.kind().suffixes else self.parts.kind().about, captioned=False
            )
        elif not wanted.total and wanted.kind != ANNOTATED:
            self.run.cancel()
            self._count = 0
            self.parts.shown.show_nothing(why_nothing(wanted.kind, noted=bool(self._placements)))
            self._refresh()
        else:
            self.run.preview(wanted, self.parts.suffix())

    def _show(self, shown: Shown) -> None:
        self._count = shown.total
        self.parts.shown.show_file(shown)
        self._refresh()

    def _refresh(self) -> None:
        own_dialog = not self.parts.kind().suffixes
        writable = self._count > 0 or self.kind() == ANNOTATED
        self.parts.save.setEnabled((own_dialog or writable) and not self._writing)
        self.parts.copy.setEnabled(self._count > 0 and not self._writing)
        self.parts.set_busy(busy=self._writing)

    def _copy(self) -> None:
        if isinstance(wanted := self.wanted(), WantedNotes):
            self.run.copy(wanted)

    def _copied(self, count: int) -> None:
        self.parts.outcome.tell_copied(self.tr("已复制 {0} 条到剪贴板").format(count))

    def _connect(self) -> None:
        parts = self.parts
        parts.kind_changed.connect(self._kind_changed)
        parts.choice_changed.connect(self._choice_changed)
        parts.format_changed.connect(self._format_changed)
        parts.outcome.cancel_requested.connect(self._cancel)
        parts.outcome.path_offered.connect(self.write)
        parts.save.clicked.connect(self.go_on)
        parts.copy.clicked.connect(self._copy)
        parts.close_button.clicked.connect(self.reject)
        self.run.excerpts_read.connect(self._take_excerpts)
        self.run.excerpts_refused.connect(self._miss_excerpts)
        self.run.previewed.connect(self._show)
        self.run.progressed.connect(parts.outcome.advance)
        self.run.written.connect(self._written)
        self.run.copied.connect(self._copied)
        self.run.failed.connect(self._failed)
        self._pause.timeout.connect(self._make_preview)
        self._workspace.theme_changed.connect(parts.shown.pages.set_theme)
