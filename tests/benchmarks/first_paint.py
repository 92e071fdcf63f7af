"""A child process: a window up to its first painted document, ours or a bare one; prints what it took.

first_paint.py ours LIBRARY [NUMBER...]     the window as main.py starts it; the documents are opened one by one
first_paint.py bare FILE                    a QMainWindow with a QTextBrowser that shows the text of FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def _say(what: str) -> None:
    print(what, flush=True)


def _peak() -> int:
    """Return the peak resident memory of this process in KiB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def bare(file: str) -> None:
    """Show a text as simply as Qt can."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

    class Browser(QTextBrowser):
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not self.painted:
                self.painted = True
                _say("painted")
                QTimer.singleShot(200, application.quit)

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1440, 900)
    browser = Browser()
    browser.setPlainText(Path(file).read_text(encoding="utf-8"))
    window.setCentralWidget(browser)
    window.show()
    application.exec()
    _say(f"peak {_peak()}")


def ours(library: str, numbers: list[int]) -> None:
    """Start the window as the user does; the paint that counts is that of a sheet with a document on it.

    Watched where the bare window is: in the paint event of the text widget itself. A filter on the application would
    have every event of the start pass through Python, which the bare window is spared.
    """
    import main

    main.load_before_qt()
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from reader.ui.reading.paper import Paper

    paint = Paper.paintEvent
    left = list(numbers)
    painted = False

    def paint_and_say(paper: Paper, event: QPaintEvent) -> None:
        nonlocal painted
        paint(paper, event)
        if not painted and paper.document().characterCount() > 100:
            painted = True
            _say("painted")
            QTimer.singleShot(300, go_on)

    def go_on() -> None:
        window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "parts"))
        if left:
            window.parts.opening.open_document(left.pop(0))
            QTimer.singleShot(400, go_on)
        else:
            window.close_now()

    Paper.paintEvent = paint_and_say
    main.main(["--library", library])
    _say(f"peak {_peak()}")


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare(sys.argv[2])
    else:
        ours(sys.argv[2], [int(n) for n in sys.argv[3:]])
