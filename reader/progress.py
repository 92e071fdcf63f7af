"""How long work tells how far it is, and is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

# Called with what is done, how much there is in all (0 = unknown) and, in words, what is being worked on.
Progress = Callable[[int, int, str], None]


class Cancelled(Exception):
    """The user stopped the work; nothing of it was kept."""


class CancelToken:
    """Set by whoever wants the work to stop, looked at between its steps; safe across threads."""

    def __init__(self) -> None:
        self._event = Event()

    def cancel(self) -> None:
        self._event.set()

    def check(self) -> None:
        """Raise Cancelled if the work was stopped."""
        if self._event.is_set():
            raise Cancelled
