"""Opening and scrolling a document of 1,000,000 characters, against a bare QTextBrowser and against no highlights."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QTextBrowser

from reader.library.ingest import import_paths
from reader.library.library import Library
from reader.text.spans import Span
from tests.benchmarks.ratios import Row, alternate
from tests.benchmarks.texts import long_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea

    from reader.anchoring.anchor import Placement
    from reader.library.records import OpenDocument

_CHARACTERS, _MARKS, _STEPS = 1_000_000, 10_000, 200


class _Painted(QObject):
    """Tells when a viewport has been painted: an event posted at the paint arrives right behind it, before any timer."""

    def __init__(self, viewport: QObject) -> None:
        super().__init__(viewport)
        self._seen = False
        self.at = 0.0
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), 1000)
        return False

    def customEvent(self, event: QEvent) -> None:
        self.at = time.perf_counter()


def rows() -> list[Row]:
    """Return the rows of opening and scrolling."""
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        library, number = _library(Path(folder))
        text = library.documents.open(number).reading.simplified
        opening = alternate(lambda: _open_ours(library, number), lambda: _open_bare(text))
        document = library.documents.open(number)
        marks = _placements(library, document)
        library.close()
    with_marks, without = _scroll_pairs(document, marks)
    application.processEvents()
    return [
        Row("打开100万字文件到首次画出", "QTextBrowser：setPlainText、show、首次画出", *opening, "s", 2.0),
        Row("一步滚动，1万处标注（中位）", "同一文件，无标注", with_marks[0], without[0], "ms", 2.0),
        Row("一步滚动，1万处标注（p95）", "同一文件，无标注", with_marks[1], without[1], "ms", 2.0),
    ]


def _library(folder: Path) -> tuple[Library, int]:
    path = folder / "长文.txt"
    path.write_text(long_text(_CHARACTERS), encoding="utf-8")
    library = Library.open(folder / "library.db")
    (imported,) = import_paths(library, [path]).imported
    return library, imported.number


def _until_painted(area: QAbstractScrollArea, show: Callable[[], None]) -> float:
    """Show a window and return the time at which its first paint was done."""
    painted = _Painted(area.viewport())
    show()
    while not painted.at:
        QCoreApplication.processEvents()
    return painted.at


def _open_ours(library: Library, number: int) -> float:
    from reader.ui.reading.view import ReadingView

    library.documents.drop_cache()
    start = time.perf_counter()
    document = library.documents.open(number)
    view = ReadingView()
    view.resize(1000, 860)
    view.show_document(document, ())
    taken = _until_painted(view.paper, view.show) - start
    view.close()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return taken


def _open_bare(text: str) -> float:
    start = time.perf_counter()
    browser = QTextBrowser()
    browser.resize(1000, 860)
    browser.setPlainText(text)
    taken = _until_painted(browser, browser.show) - start
    browser.close()
    browser.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return taken


def _placements(library: Library, document: OpenDocument) -> tuple[Placement, ...]:
    """Return 10,000 highlights spread over the whole text; made in memory, since storing them is not what is measured."""
    from dataclasses import replace

    first = library.annotations.add(document.entry.number, Span(0, 20), style="highlight", colour="重点", author="")
    step = len(document.reading.text) // _MARKS
    return tuple(
        replace(
            first, annotation=replace(first.annotation, number=n + 1), span=Span(n * step, n * step + min(20, step))
        )
        for n in range(_MARKS)
    )


def _scroll_pairs(
    document: OpenDocument, marks: tuple[Placement, ...], runs: int = 5
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return (median, p95) of a scroll step in milliseconds with and without marks, medians over the runs."""
    found: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
    for _ in range(runs):
        for marked in (True, False):
            found[marked].append(_scroll(document, marks if marked else ()))
    with_, without = (
        (statistics.median(m for m, _ in found[k]), statistics.median(p for _, p in found[k])) for k in (True, False)
    )
    return with_, without


def _scroll(document: OpenDocument, marks: tuple[Placement, ...]) -> tuple[float, float]:
    from reader.ui.reading.view import ReadingView

    view = ReadingView()
    view.resize(1000, 860)
    view.show_document(document, marks)
    _until_painted(view.paper, view.show)
    end = time.monotonic() + 3
    while time.monotonic() < end:  # the rest of the typesetting is done in slices
        QCoreApplication.processEvents()
    bar = view.paper.verticalScrollBar()
    steps = []
    for _ in range(_STEPS):
        start = time.perf_counter()
        bar.setValue(bar.value() + bar.singleStep() * 3)
        view.paper.viewport().repaint()
        steps.append((time.perf_counter() - start) * 1000)
        QCoreApplication.processEvents()
    view.close()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    steps.sort()
    return statistics.median(steps), steps[int(_STEPS * 0.95)]
