"""A long question to the library, answered in slices, so that a note never waits to be saved."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from db.connection import Store

T = TypeVar("T")

_RESTARTS = 3  # after which the work goes through in one go, however much is written meanwhile
_WHOLE = 1_000  # ms a slice where nobody waits


class Run(Generic[T]):
    """Work under way; ``result`` holds once ``step`` has returned False. Begins anew where the library changed."""

    result: T

    def __init__(self, store: Store, begin: Callable[[], Generator[None, None, T]]) -> None:
        self._store = store
        self._begin = begin
        self._work = begin()
        self._state = store.seq
        self._restarts = 0

    def step(self, slice_ms: float) -> bool:
        """Work for about so long; return whether there is more to do."""
        if self._store.seq != self._state:
            self._state = self._store.seq
            self._restarts += 1
            self._work = self._begin()
        deadline = time.monotonic() + slice_ms / 1000
        while True:
            try:
                next(self._work)
            except StopIteration as end:
                self.result = end.value
                return False
            if time.monotonic() > deadline and self._restarts < _RESTARTS:
                return True

    def finish(self) -> T:
        """Do all that is left and return the result."""
        while self.step(_WHOLE):
            pass
        return self.result
