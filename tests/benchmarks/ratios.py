"""Runs two pieces of work in turn and compares their medians."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the table: ours and the peer's median, in the unit named, and what the ratio may be at most."""

    what: str
    peer: str
    ours: float
    theirs: float
    unit: str
    limit: float

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alternate(ours: Callable[[], float], theirs: Callable[[], float], runs: int = 5) -> tuple[float, float]:
    """Measure both in turn, so that a machine that slows down slows both; return the medians. One warm-up each."""
    ours()
    theirs()
    pairs = [(ours(), theirs()) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)
