"""Where the reader has been."""

from __future__ import annotations

from typing import NamedTuple

_KEPT = 100


class Place(NamedTuple):
    """A place in a document: how far (0..1) into which section the reading line is."""

    document: int
    section: int
    fraction: float = 0.0


class Places:
    """Back and forward, as in a browser."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, place: Place) -> None:
        """Remember the place that is being left by a jump."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-_KEPT]
        self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """Return the place before, and remember ``here`` for the way forward."""
        return self._step(self._behind, self._ahead, here)

    def forward(self, here: Place) -> Place | None:
        """Return the place that ``back`` came from."""
        return self._step(self._ahead, self._behind, here)

    def can_go_back(self) -> bool:
        return bool(self._behind)

    def can_go_forward(self) -> bool:
        return bool(self._ahead)

    def forget(self, document: int) -> None:
        """Drop the places of a document that is gone."""
        self._behind = [place for place in self._behind if place.document != document]
        self._ahead = [place for place in self._ahead if place.document != document]

    @staticmethod
    def _step(source: list[Place], target: list[Place], here: Place) -> Place | None:
        while source:
            place = source.pop()
            if place != here:
                target.append(here)
                return place
        return None
