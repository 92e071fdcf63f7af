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
    """Start the window as the user does; the paint that counts is that of a view with a document in it."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    import reader.ui.app.start as start

    class Watch(QObject):
        def __init__(self, application: QApplication) -> None:
            super().__init__(application)
            self.application = application
            self.painted = False
            self.left = list(numbers)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.painted and self._shows_document(watched):
                self.painted = True
                # An event posted at the paint arrives right behind it, before any timer.
                QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), 10_000)
            return False

        def customEvent(self, event: QEvent) -> None:
            self._was_painted()

        def _shows_document(self, watched: QObject) -> bool:
            parent = watched.parent()
            document = getattr(parent, "document", None)
            return (
                callable(document)
                and hasattr(parent, "viewport")
                and parent.viewport() is watched
                and document().characterCount() > 100
            )

        def _was_painted(self) -> None:
            _say("painted")
            QTimer.singleShot(300, self._next)

        def _next(self) -> None:
            window = next(w for w in self.application.topLevelWidgets() if hasattr(w, "parts"))
            if self.left:
                window.parts.opening.open_document(self.left.pop(0))
                QTimer.singleShot(400, self._next)
            else:
                window.close_now()

    build = start._application

    def watched(arguments: list[str]) -> QApplication:
        application = build(arguments)
        application.installEventFilter(Watch(application))
        return application

    start._application = watched
    start.run_window(["--library", library])
    _say(f"peak {_peak()}")


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare(sys.argv[2])
    else:
        ours(sys.argv[2], [int(n) for n in sys.argv[3:]])
