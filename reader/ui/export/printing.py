"""The document that is read onto paper: printed, looked at before, or as a PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from reader.export.atomic import ExportFailed
from reader.export.file_names import free_name
from reader.ui.export.formats import PDF, format_name
from reader.ui.export.kept import Kept
from reader.ui.export.pages.read_paper import PrintChoice
from reader.ui.export.printing_options import PrintOptions
from reader.ui.export.printing_slices import PrinterSilent, Sliced, printing, setting, sheets
from reader.ui.export.target_path import asked_path, proposed_path

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from reader.progress import CancelToken, Progress
    from reader.ui.export.pages.paper import Paper
    from reader.ui.export.pages.setting import SetPage
    from reader.ui.jobs import Job, JobRunner
    from reader.ui.theme import Theme
    from reader.ui.workspace import Workspace


class Printing(QObject):
    """Prints the active document as it is read, in the script that is shown, one at a time."""

    exported = Signal(str)  # path of the PDF file
    pdf_refused = Signal(str, object)  # why there is none, and another path that is free, or None
    told = Signal(str)  # a sentence: what was printed, or why nothing was
    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, workspace: Workspace, jobs: JobRunner, window: QWidget, kept: Kept | None = None) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._jobs = jobs
        self._window = window
        self._job: Job | None = None
        self._slices = Sliced(self)
        self._kept = Kept() if kept is None else kept
        self._then: Callable[[], None] | None = None
        self._slices.finished.connect(self._sliced)
        self._slices.failed.connect(self._failed)
        self.choice = PrintChoice()

    @property
    def title(self) -> str:
        """Title of the document that is read."""
        document = self._workspace.document
        return document.entry.title if document is not None else ""

    @property
    def theme(self) -> Theme:
        return self._workspace.theme

    def print_document(self, parent: QWidget | None = None) -> QPrintDialog | None:
        """Ask for a printer, and print; return the dialog that asks, None where there is nothing to print."""
        if self._workspace.document is None:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.title)
        dialog = QPrintDialog(printer, parent or self._window)
        dialog.setWindowTitle(self.tr("打印"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOptionTabs([self.options(dialog)])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        QDialog.open(dialog)  # its own open() wants a slot
        return dialog

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer as its settings ask for."""
        self.make_pages(lambda paper, pages: self._bring(printer, paper, pages))

    def save_pdf(self, path: Path | None = None) -> None:
        """Save as a PDF file, at a path that is asked for unless it is given."""
        if self._workspace.document is None:
            return
        path = path or self.ask_for_path(self._window)
        if path is not None:
            self._kept.folder = path.parent
            self._write(path)

    def ask_for_path(self, parent: QWidget) -> Path | None:
        """Ask where the PDF file is to be written; None where the user thinks better of it."""
        proposal = proposed_path(self._kept.folder, self.title, self.tr("打印稿"), PDF)
        return asked_path(parent, proposal, format_name(PDF), PDF, title=self.tr("存为 PDF"))

    def make_pages(self, then: Callable[[Paper, list[SetPage]], None]) -> None:
        """Make what goes to the printer, set its pages, and hand both on."""
        self.cancel()
        work = self._paper_work()

        def made(paper: Paper) -> None:
            pages: list[SetPage] = []
            self._job = None
            self._in_slices(setting(paper, pages), lambda: then(paper, pages))

        self._job = self._jobs.run(lambda _cancel, _progress: work(), made, self._failed)

    def cancel(self) -> None:
        """Stop what is under way."""
        busy = self._job is not None or self._slices.active
        self._slices.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if busy:
            self.ended.emit()

    def options(self, parent: QWidget | None = None) -> PrintOptions:
        """Return fields for what is printed, which follow and change it."""
        options = PrintOptions(self.choice, parent)
        options.changed.connect(self._take_choice)
        return options

    def _paper_work(self) -> Callable[[], Paper]:
        document, placements = self._workspace.document, self._workspace.placements
        settings, choice = self._workspace.settings, self.choice
        assert document is not None

        def work() -> Paper:
            from reader.ui.export.pages.read_paper import read_paper

            return read_paper(document, placements, settings, choice)

        return work

    def _write(self, path: Path) -> None:
        work, title = self._paper_work(), self.title

        def write(cancel: CancelToken, progress: Progress) -> None:
            from reader.export.atomic import write_atomically
            from reader.ui.export.pages.pdf import pdf_of

            data = pdf_of(work(), title, cancel, progress)
            cancel.check()
            write_atomically(path, data)

        def done(_none: None) -> None:
            self._job = None
            self.ended.emit()
            self.exported.emit(str(path))

        self.cancel()
        self._job = self._jobs.run(write, done, self._failed, self.progressed.emit)

    def _bring(self, printer: QPrinter, paper: Paper, pages: list[SetPage]) -> None:
        printer.setFullPage(True)

        def told(number: int, total: int) -> None:
            self.progressed.emit(number, total, self.tr("正在打印第 {0} 页").format(number))

        def done() -> None:
            self.ended.emit()
            self.told.emit(self.tr("已送打印机，共 {0} 页").format(len(sheets(printer, pages))))

        self._in_slices(printing(printer, paper, pages, told), done)

    def _in_slices(self, steps: Generator[None, None, None], then: Callable[[], None]) -> None:
        self._then = then
        self._slices.start(steps)

    def _sliced(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _take_choice(self, choice: PrintChoice) -> None:
        self.choice = choice

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.ended.emit()
        if isinstance(error, ExportFailed):
            said = self.tr("未能存为“{0}”：{1}").format(error.path.name, error.reason)
            self.pdf_refused.emit(said, free_name(error.path) if error.path.is_file() else None)
        elif isinstance(error, PrinterSilent):
            self.told.emit(self.tr("打印机没有响应，未能打印。"))
        else:
            self.told.emit(self.tr("未能排版，没有打印。"))
