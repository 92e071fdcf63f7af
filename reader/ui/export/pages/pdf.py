"""A document as a PDF file: the letters stay letters, so that it can be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from reader.ui.export.pages.painting import paint_page
from reader.ui.export.pages.pdf_letters import with_true_letters
from reader.ui.export.pages.setting import Pages

if TYPE_CHECKING:
    from reader.progress import CancelToken, Progress
    from reader.ui.export.pages.paper import Paper
    from reader.ui.export.pages.setting import SetPage

_RESOLUTION = 720  # dots to the inch: one of them is a unit of the layout


def pdf_of(paper: Paper, title: str, cancel: CancelToken, progress: Progress) -> bytes:
    """Return the bytes of a PDF file; may run in any thread. Raises Cancelled."""
    pages = set_pages(paper, cancel, progress)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(QCoreApplication.translate("export", "阅牍"))
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(page_layout(paper))
    painter = QPainter(writer)
    try:
        for number, page in enumerate(pages):
            cancel.check()
            if number:
                writer.newPage()
            paint_page(painter, paper, page, len(pages))
            progress(len(pages) + number + 1, 2 * len(pages), _words(number + 1, len(pages)))
    finally:
        painter.end()
    buffer.close()
    return with_true_letters(bytes(data.data()))


def set_pages(paper: Paper, cancel: CancelToken, progress: Progress) -> list[SetPage]:
    """Return all pages of a document; they may be painted in this thread only. Raises Cancelled."""
    words = QCoreApplication.translate("export", "正在排版")
    found = []
    for page in Pages(paper):
        cancel.check()
        found.append(page)
        progress(page.number, 0, words)
    return found


def page_layout(paper: Paper) -> QPageLayout:
    """Return the sheet, without margins: they are part of the layout."""
    sheet = paper.page
    turned = sheet.width > sheet.height
    size = QSizeF(*sorted((sheet.width, sheet.height)))
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    name = QPageSize(size, QPageSize.Unit.Millimeter, matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(name, orientation, QMarginsF())


def _words(number: int, total: int) -> str:
    return QCoreApplication.translate("export", "正在写入第 {0} 页，共 {1} 页").format(number, total)
