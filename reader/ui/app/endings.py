"""The ways a program ends without anybody closing the window: log-off and SIGTERM."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager
    from PySide6.QtWidgets import QApplication

    from reader.ui.main_window.window import MainWindow


def end_in_order(application: QApplication, window: MainWindow) -> None:
    """Save what is typed when the session ends, and close the window when the system asks the program to end."""

    def save(_session: QSessionManager) -> None:
        window.flush()

    application.commitDataRequest.connect(save)
    if os.name == "posix":
        _Wakeup(window).setObjectName("wakeup")


class _Wakeup(QObject):
    """Python runs its signal handlers only between its own instructions; a pipe wakes the event loop for them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._read, write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda _number, _frame: None)
        self._window = window
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        try:
            numbers = os.read(self._read, 64)
        except BlockingIOError:
            return
        if numbers:
            self._window.close_now()
