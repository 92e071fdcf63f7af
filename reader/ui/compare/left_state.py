"""Where a comparison was left: kept with it once everything is at rest, and read again when it is reopened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer

from reader.ui.compare.head import COLUMN, PAIR
from reader.ui.compare.scrolling import BY_PAIR, SCROLLINGS
from reader.ui.reading.extents import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reader.ui.jobs import JobRunner

_AT_REST = 1000  # ms


class LeftState(NamedTuple):
    """Layout, way of scrolling, filter of the list, and where each side was being read."""

    layout: str = PAIR
    scrolling: str = BY_PAIR
    filter: Mapping[str, object] = {}
    places: tuple[Place, Place] | None = None
    trees: tuple[bool, bool] = (False, False)

    def stored(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        places = [[place.section, round(place.fraction, 4)] for place in self.places or ()]
        return {
            "layout": self.layout, "scrolling": self.scrolling, "filter": dict(self.filter), "places": places,
            "trees": list(self.trees),
        }  # fmt: skip

    @classmethod
    def read(cls, state: Mapping[str, object]) -> LeftState:
        """Return what a stored state says; what is not understood is as usual."""
        layout, scrolling, chosen = state.get("layout"), state.get("scrolling"), state.get("filter")
        trees = state.get("trees")
        return cls(
            COLUMN if layout == COLUMN else PAIR,
            scrolling if isinstance(scrolling, str) and scrolling in SCROLLINGS else BY_PAIR,
            chosen if isinstance(chosen, dict) else {},
            _places(state.get("places")),
            (bool(trees[0]), bool(trees[1])) if isinstance(trees, list) and len(trees) == 2 else (False, False),
        )


class Keeping(QObject):
    """Writes the state of the comparison that is shown, behind everything else that the library has to do."""

    def __init__(self, jobs: JobRunner, state: Callable[[], LeftState], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._state = state
        self._number = 0
        self._written: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AT_REST)
        self._timer.timeout.connect(lambda: self._write(idle=True))

    def begin(self, number: int) -> None:
        """Keep the state of this comparison from now on; of none with 0."""
        self._number = number
        self._written = {}
        self._timer.stop()

    def touch(self) -> None:
        """Something moved: write it once it is at rest."""
        if self._number:
            self._timer.start()

    def flush(self) -> None:
        """Write at once what is not written yet."""
        if self._timer.isActive():
            self._timer.stop()
            self._write(idle=False)

    def _write(self, *, idle: bool) -> None:
        number, state = self._number, self._state().stored()
        if number and state != self._written:
            self._written = state
            self._jobs.library_call(
                lambda library: library.comparisons.keep_state(number, state),
                failed=lambda _error: None,  # only where one was reading: nothing of the user's own is lost
                key=f"comparison-state-{number}",
                idle=idle,
            )


def _places(found: object) -> tuple[Place, Place] | None:
    match found:
        case [[int(a), float() | int() as x], [int(b), float() | int() as y]]:
            return Place(a, float(x)), Place(b, float(y))
    return None
