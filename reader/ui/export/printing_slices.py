"""Sets the pages of a long document bit by bit, and brings them to a printer, without the window waiting."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from reader.ui.export.pages.painting import paint_page
from reader.ui.export.pages.setting import Pages, SetPage, paper_size

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from reader.ui.export.pages.paper import Paper

_SLICE = 0.012  # seconds at a time
_UNITS = 720  # to the inch


class PrinterSilent(Exception):
    """The printer takes nothing."""


class Sliced(QObject):
    """Goes through a generator in slices between two events; ``stop`` ends it early, and nothing is told then."""

    finished = Signal()
    failed = Signal(object)  # PrinterSilent

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Generator[None, None, None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def active(self) -> bool:
        return self._timer.isActive()

    def start(self, steps: Generator[None, None, None]) -> None:
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """End early."""
        self._timer.stop()
        if self._steps is not None:
            self._steps.close()
        self._steps = None

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE
        while self._steps is not None and perf_counter() < until:
            try:
                next(self._steps)
            except StopIteration:
                self._timer.stop()
                self._steps = None
                self.finished.emit()
            except PrinterSilent as silence:
                self.stop()
                self.failed.emit(silence)


def setting(paper: Paper, pages: list[SetPage]) -> Generator[None, None, None]:
    """Set a document page by page into a list."""
    for page in Pages(paper):
        pages.append(page)
        yield


def printing(
    printer: QPrinter, paper: Paper, pages: Sequence[SetPage], told: Callable[[int, int], None]
) -> Generator[None, None, None]:
    """Print page by page what the printer's settings ask for; stopped early, what is printed so far is thrown away."""
    wanted = sheets(printer, pages)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterSilent
    whole = False
    try:
        for number, page in enumerate(wanted, 1):
            if number > 1:
                printer.newPage()
            paint_sheet(painter, printer, paper, page, len(pages))
            told(number, len(wanted))
            yield
        whole = True
    finally:
        if not whole:
            printer.abort()
        painter.end()


def paint_sheet(painter: QPainter, printer: QPrinter, paper: Paper, page: SetPage, total: int) -> None:
    """Paint a page as large as the printer's paper lets it be, at most as large as it is."""
    painter.save()
    scale = printer.resolution() / _UNITS
    width, height = paper_size(paper.page)
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    scale *= min(1.0, sheet.width() / (width * scale), sheet.height() / (height * scale))
    painter.translate((sheet.width() - width * scale) / 2, (sheet.height() - height * scale) / 2)
    painter.scale(scale, scale)
    paint_page(painter, paper, page, total)
    painter.restore()


def sheets(printer: QPrinter, pages: Sequence[SetPage]) -> list[SetPage]:
    """Return the pages in the order in which they are printed, with the copies that the printer does not make itself."""
    wanted = list(pages)
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        first = min(printer.fromPage(), len(pages))
        wanted = wanted[first - 1 : max(first, printer.toPage())]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        wanted.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return wanted * copies
    return [page for page in wanted for _copy in range(copies)]
