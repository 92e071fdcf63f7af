"""Work off the window's thread: one thread for the library, a pool for everything that is pure."""

from __future__ import annotations

import itertools
import logging
import queue
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QThreadPool, QTimer, Signal, Slot

from reader.progress import Cancelled, CancelToken, Progress

if TYPE_CHECKING:
    from reader.library.library import Library

T = TypeVar("T")
Failed = Callable[[Exception], None]

_log = logging.getLogger(__name__)
_URGENT, _IDLE, _LAST = 0, 1, 2


class Job:
    """A piece of work that was asked for.

    After ``cancel``, or once a newer job of the same key is asked for, nothing of it is delivered.
    """

    def __init__(self, done: Callable[[Any], None] | None, failed: Failed | None, progress: Progress | None) -> None:
        self.token = CancelToken()
        self.cancelled = False
        self.done = done
        self.failed = failed
        self.progress = progress

    def report(self, current: int, total: int, words: str) -> None:
        """Tell how far the work is, while anybody wants to know."""
        if self.progress is not None and not self.cancelled:
            self.progress(current, total, words)

    def cancel(self) -> None:
        """Ask the work to stop; neither ``done`` nor ``failed`` is called afterwards."""
        self.cancelled = True
        self.token.cancel()


class _Call(NamedTuple):
    """A call in the queue of the library's thread; no two have the same order, so nothing behind it is compared."""

    urgency: int
    order: int
    job: Job | None = None
    work: Callable[[Any], Any] | None = None


class JobRunner(QObject):
    """Runs work in the background and delivers the outcome on the thread of the window.

    The library thread creates the Library with ``open_library``, alone uses it, and closes it. Pure work gets a
    CancelToken and a Progress. With a ``key`` a newer job makes the older ones of that key stale.
    """

    library_opened = Signal(object)  # path of the library
    library_failed = Signal(object)  # the exception that kept it from opening
    failed = Signal(object)  # an exception that nobody waited for
    busy_changed = Signal(bool)
    _delivered = Signal(object)

    def __init__(self, open_library: Callable[[], Library], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_library = open_library
        self._calls: queue.PriorityQueue[_Call] = queue.PriorityQueue()
        self._order = itertools.count()
        self._thread: threading.Thread | None = None
        self._pool = QThreadPool(self)
        self._newest: dict[str, Job] = {}
        self._running: set[Job] = set()
        self._closed = False
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be delivered."""
        return bool(self._running)

    def start(self) -> None:
        """Open the library on its thread; the first call does it too."""
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._serve_library, name="library", daemon=True)
            self._thread.start()

    def library_call(
        self,
        work: Callable[[Library], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        key: str | None = None,
        idle: bool = False,
    ) -> Job:
        """Run ``work`` on the library thread, in the order asked for; ``idle`` work waits until nothing else does."""
        job = self._admit(Job(done, failed, None), key)
        if self._closed:
            job.cancel()
            self._running.discard(job)
            return job
        self.start()
        self._calls.put(_Call(_IDLE if idle else _URGENT, next(self._order), job, work))
        return job

    def run(
        self,
        work: Callable[[CancelToken, Progress], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        progress: Progress | None = None,
        *,
        key: str | None = None,
    ) -> Job:
        """Run pure work in the pool; ``progress`` is called on the thread of the window."""
        job = self._admit(Job(done, failed, progress), key)
        if self._closed:
            job.cancel()
            self._running.discard(job)
            return job

        def report(current: int, total: int, words: str) -> None:
            job.token.check()
            self._post(lambda: job.report(current, total, words))

        self._pool.start(lambda: self._attempt(job, lambda: work(job.token, report)))
        return job

    def give_way(self) -> None:
        """Raise Cancelled if idle work on the library's thread should make room; to be called from that work."""
        with self._calls.mutex:
            waiting = any(call.urgency != _IDLE for call in self._calls.queue)
        if waiting or self._closed:
            raise Cancelled

    def reopen(self) -> None:
        """Open the library anew, after a refusal whose reason may be gone; what was asked for before is answered."""
        if self._thread is not None and not self._closed:
            self._calls.put(_Call(_LAST, next(self._order)))
            self._thread.join()
            self._thread = None
            self.start()

    def wait_for_writes(self, milliseconds: int = 10_000) -> bool:
        """Deliver everything the library was asked for so far; False when it took longer than that."""
        if self._closed or self._thread is None:
            return True
        loop, arrived = QEventLoop(), []

        def done(_none: None) -> None:
            arrived.append(True)
            loop.quit()

        self.library_call(lambda _library: None, done, lambda _error: loop.quit())
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return bool(arrived)

    def shutdown(self) -> None:
        """Stop pure work, finish every write that was asked for, close the library; returns when all of it is done."""
        if self._closed:
            return
        self._closed = True
        for job in tuple(self._running):
            job.token.cancel()
        self._pool.waitForDone()
        if self._thread is not None:
            self._calls.put(_Call(_LAST, next(self._order)))
            self._thread.join()
        self._running.clear()

    def _admit(self, job: Job, key: str | None) -> Job:
        if key is not None:
            if (older := self._newest.get(key)) is not None:
                older.cancel()
            self._newest[key] = job
        self._running.add(job)
        if len(self._running) == 1:
            self.busy_changed.emit(True)
        return job

    def _serve_library(self) -> None:
        library, refusal = None, None
        try:
            library = self._open_library()
            self._post(partial(self.library_opened.emit, library.path))
        except Exception as error:
            refusal = error
            log_error(error)
            self._post(partial(self.library_failed.emit, error))
        while self._serve_next(library, refusal):
            pass
        if library is not None:
            try:
                library.close()
            except Exception as error:
                log_error(error)

    def _serve_next(self, library: Library | None, refusal: Exception | None) -> bool:
        # A frame of its own: what a call holds (views, through its closures) is let go before the wait for the next.
        call = self._calls.get()
        if call.job is None:
            return False
        if call.urgency != _IDLE or not self._closed:
            self._attempt(call.job, lambda: _ask(library, refusal, call))
        return True

    def _attempt(self, job: Job, work: Callable[[], Any]) -> None:
        """Do the work on this thread and post what came of it."""
        try:
            if job.cancelled:
                raise Cancelled
            value = work()
        except Cancelled:
            self._post(partial(self._finish, job, None, None))
        except Exception as error:
            log_error(error)
            self._post(partial(self._finish, job, job.failed or self.failed.emit, error))
        else:
            self._post(partial(self._finish, job, job.done, value))

    def _finish(self, job: Job, receiver: Callable[[Any], None] | None, value: Any) -> None:
        self._running.discard(job)
        try:
            if receiver is not None and not job.cancelled:
                receiver(value)
        finally:
            if not self._running:
                self.busy_changed.emit(False)

    def _post(self, delivery: Callable[[], Any]) -> None:
        try:
            self._delivered.emit(delivery)
        except RuntimeError:  # the window is gone already; there is nobody to tell
            return

    @Slot(object)
    def _deliver(self, delivery: Callable[[], Any]) -> None:
        if not self._closed:
            delivery()


def _ask(library: Library | None, refusal: Exception | None, call: _Call) -> Any:
    if library is None or call.work is None:
        raise refusal or RuntimeError("the library is not open")
    return call.work(library)


def log_error(error: BaseException) -> None:
    """Log what went wrong and where, never the message: it may carry the text of a document."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place is not None else "?"
    _log.info("%s at %s", type(error).__name__, where)
