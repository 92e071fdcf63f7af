"""What leaves: into files, onto paper, and what comes back from colleagues."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from reader.library.records import OpenDocument
    from reader.library.returning import ReadBack, Returned
    from reader.ui.export.printing import Printing
    from reader.ui.main_window.parts import Parts

_LARGEST = 64 * 1024 * 1024  # bytes of a file that is read for its comments
_READING = ("file.export", "file.take_comments", "file.print", "file.pdf", "edit.copy_notes")


class ExportActions(QObject):
    """Answers the actions of the menu 文件 about export and printing."""

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._printing: Printing | None = None
        connect = parts.actions.connect_to
        connect("file.export", self.export)
        connect("file.export_digest", lambda: self.export("digest"))
        connect("file.take_comments", self.ask_for_comments)
        connect("file.print", self.preview)
        connect("file.pdf", lambda: self.preview(save=True))
        parts.operations.comments_returned.connect(self._tell_returned)
        parts.operations.comments_refused.connect(parts.notice.tell)
        parts.status.cancel_requested.connect(self._cancel)
        parts.area.mode_changed.connect(lambda _mode: self.refresh())
        parts.workspace.document_opened.connect(lambda _number: self.refresh())
        parts.workspace.document_closed.connect(lambda _number: self.refresh())
        self.refresh()

    @property
    def printing(self) -> Printing:
        """What brings the document onto paper."""
        if self._printing is None:
            from reader.ui.export.printing import Printing

            parts = self._parts
            self._printing = Printing(parts.workspace, parts.jobs, parts.window, parts.kept())
            self._printing.exported.connect(self._exported)
            self._printing.pdf_refused.connect(self._pdf_refused)
            self._printing.told.connect(parts.notice.tell)
            self._printing.progressed.connect(parts.status.work_advanced)
            self._printing.ended.connect(parts.status.work_ended)
        return self._printing

    def refresh(self) -> None:
        """Let the actions be what can be done now."""
        self._parts.actions.set_enabled(_READING, self._parts.workspace.document is not None)

    def export(self, kind: str | None = None) -> None:
        """Ask what is to leave, and how."""
        from reader.ui.export.dialog import ExportDialog

        parts = self._parts
        parts.opening.about_to_leave.emit()
        compared = parts.area.compare is not None and parts.area.mode == "pair"
        dialog = ExportDialog(parts.workspace, parts.jobs, parts.window, kind, compared=compared, kept=parts.kept())
        dialog.exported.connect(self._exported)
        dialog.comparison_requested.connect(parts.actions["file.export_comparison"].trigger)
        _open(dialog)

    def preview(self, *, save: bool = False) -> None:
        """Show the pages as they will be printed, with what of the notes is; Enter prints, or saves a PDF file."""
        if self._parts.workspace.document is None:
            return
        from reader.ui.export.printing_preview import PrintPreview

        self._parts.opening.about_to_leave.emit()
        preview = PrintPreview(self.printing, self._parts.window)
        (preview.save_button if save else preview.print_button).setDefault(True)
        _open(preview)

    def ask_for_comments(self) -> None:
        """Ask for a document with comments of colleagues, and take them in as notes."""
        from PySide6.QtWidgets import QFileDialog

        title, kinds = self.tr("取回批注稿上的批注"), self.tr("Word 文档") + " (*.docx)"
        name, _kind = QFileDialog.getOpenFileName(self._parts.window, title, "", kinds)
        if name:
            self.take_comments(Path(name))

    def take_comments(self, path: Path) -> None:
        """Take the comments of a file in as notes of the active document."""
        parts, document = self._parts, self._parts.workspace.document
        if document is None:
            return

        def work(_cancel: object, _progress: object) -> ReadBack:
            return _read_back(document, path)

        parts.jobs.run(
            work,
            lambda read: parts.operations.take_comments(document, read),
            lambda error: parts.notice.tell(self._why_not(path, error)),
            key="comments",
        )

    def _why_not(self, path: Path, error: Exception) -> str:
        reason = getattr(error, "message", None) or self.tr("读取时出错")
        if isinstance(error, FileNotFoundError):
            reason = self.tr("文件已不在原处")
        elif isinstance(error, PermissionError):
            reason = self.tr("没有读取权限，或文件正被其他程序打开")
        return self.tr("未能取回“{0}”上的批注：{1}").format(path.name, reason)

    def _tell_returned(self, returned: Returned) -> None:
        counts = (
            (len(returned.added), self.tr("新增批注{0}条")),
            (len(returned.changed), self.tr("同事改过的{0}条，改动另记一条")),
            (len(returned.unplaced), self.tr("找不准位置的{0}条，列在待重新定位")),
            (returned.known, self.tr("库内已有（含已删除的）{0}条")),
        )
        said = "；".join(words.format(count) for count, words in counts if count)
        self._parts.notice.tell(said or self.tr("这份文件上没有批注"))

    def _pdf_refused(self, reason: str, free: Path | None) -> None:
        if free is None:
            self._parts.notice.tell(reason)
        else:
            words = self.tr("另存为“{0}”").format(free.name)
            self._parts.notice.tell(reason, words, lambda: self.printing.save_pdf(free))

    def _exported(self, path: str) -> None:
        self._parts.notice.tell(self.tr("已导出到 {0}").format(path))

    def _cancel(self) -> None:
        if self._printing is not None:
            self._printing.cancel()


def _read_back(document: OpenDocument, path: Path) -> ReadBack:
    from reader.library.errors import LibraryError
    from reader.library.returning import read_back

    if path.stat().st_size > _LARGEST:
        raise LibraryError("文件超过 64 MB，不像是一份批注稿。")
    return read_back(document, path.read_bytes())


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
