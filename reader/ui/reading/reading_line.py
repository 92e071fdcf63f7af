"""Which line of the paper counts as being read: about a third down, drifting to the ends where scrolling ends.

Without the drift the first and the last clauses could never be in view in this sense.
"""

from __future__ import annotations

from typing import NamedTuple

_SHARE = 1 / 3


class Window(NamedTuple):
    """What is seen of the paper, in pixels: scroll value, its maximum, and the height of the view."""

    value: float
    maximum: float
    height: float

    @property
    def _zones(self) -> tuple[float, float]:
        """How far from either end of the scroll range the line drifts."""
        above, below = self.height * _SHARE, self.height * (1 - _SHARE)
        if above + below > self.maximum:
            scale = self.maximum / self.height if self.height else 0.0
            return above * scale, below * scale
        return above, below

    def line(self) -> float:
        """Return how far below the top of the view the reading line is."""
        above, below = self._zones
        behind = self.maximum - self.value
        if self.value < above:
            return self.height * _SHARE * self.value / above
        if behind < below:
            return self.height * (1 - (1 - _SHARE) * behind / below)
        return self.height * _SHARE

    def value_for(self, y: float) -> float:
        """Return the scroll value that brings the place ``y`` of the paper onto the reading line."""
        above, below = self._zones
        top = self.height * _SHARE + above
        bottom = self.maximum - below + self.height * _SHARE
        if y < top:
            value = y * above / top if top else 0.0
        elif y > bottom:
            rest = self.maximum + self.height - bottom
            value = self.maximum - below + (y - bottom) * below / rest if rest else self.maximum
        else:
            value = y - self.height * _SHARE
        return min(max(value, 0.0), self.maximum)
