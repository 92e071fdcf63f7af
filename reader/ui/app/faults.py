"""What happens when something goes wrong that nobody foresaw: a line in the log without any text, and one dialog."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

_MOST = 20  # faults after which the program ends by itself
_log = logging.getLogger("reader")


class _Early(logging.Handler):
    """Keeps what is logged before the log is open."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


_early = _Early()


class Faults(QObject):
    """Counts faults by their place; the first of each kind is told to the user, who may go on."""

    occurred = Signal(str)  # type and place

    def __init__(self) -> None:
        super().__init__()
        self.exit_code = 0
        self.flush: Callable[[], None] | None = None
        self._seen: dict[str, int] = {}
        self._asking = False
        # Queued: a fault in a paint event must not open a dialog inside the paint event.
        self.occurred.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def note(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Write type and place into the log, never the message: it may carry text of a document."""
        fault = f"{kind.__name__} {_place(trace)}"
        self._seen[fault] = self._seen.get(fault, 0) + 1
        if self._seen[fault] == 1:
            _log.error("%s", fault)
            self.occurred.emit(fault)
        elif sum(self._seen.values()) > _MOST * len(self._seen):
            self._end()

    def _tell(self, fault: str) -> None:
        if self._asking:
            return
        from PySide6.QtWidgets import QApplication, QMessageBox

        self._asking = True
        box = QMessageBox(QApplication.activeWindow())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("程序出错"))
        box.setText(self.tr("刚才的操作出了错。已保存的内容不受影响。"))
        box.setInformativeText(self.tr("出错位置：{0}").format(fault))
        go_on = box.addButton(self.tr("继续"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("退出"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(go_on)
        box.exec()
        self._asking = False
        if box.clickedButton() is leave:
            self._end()

    def _end(self) -> None:
        from PySide6.QtWidgets import QApplication

        self.exit_code = 1
        if self.flush is not None:
            try:
                self.flush()
            except Exception:
                _log.exception("flush failed", exc_info=False)
        QApplication.exit(1)


def watch_faults() -> Faults:
    """Have every uncaught exception, in any thread, leave its place in the log."""
    faults = Faults()
    _log.addHandler(_early)
    _log.setLevel(logging.INFO)
    _log.propagate = False

    def in_main(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            from PySide6.QtWidgets import QApplication

            QApplication.exit(130)
            return
        faults.note(kind, trace)

    sys.excepthook = in_main
    threading.excepthook = lambda args: faults.note(args.exc_type, args.exc_traceback)
    sys.unraisablehook = lambda args: faults.note(args.exc_type or Exception, args.exc_traceback)
    qInstallMessageHandler(_qt_message)
    return faults


def open_logs(folder: Path) -> None:
    """Write the log and, of a crash, the place into a folder."""
    import faulthandler
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler: logging.Handler = RotatingFileHandler(
            folder / "yuedu.log", maxBytes=200_000, backupCount=2, encoding="utf-8", delay=True
        )
        faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))  # open as long as the program runs
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.removeHandler(_early)
    _log.addHandler(handler)
    for record in _early.records:
        handler.handle(record)
    _early.records.clear()


def _qt_message(kind: QtMsgType, context: Any, _message: str) -> None:
    # The message itself may quote a text; where it comes from says enough.
    if kind != QtMsgType.QtDebugMsg:
        _log.warning("qt %s %s:%s", getattr(context, "category", ""), getattr(context, "file", ""), context.line)


def _place(trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
