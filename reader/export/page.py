"""Paper and margins."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Lengths in millimetres; ``foot`` lies below the page number, ``dashes`` asks for — 1 — on alternate sides."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    foot: float
    dashes: bool = True

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


# GB/T 9704-2012, 5.1 and 7.5: 天头 37, 订口 28, type area 156 x 225, the dashes of the page number 7 mm below it.
DOCUMENT = Page(210, 297, 37, 26, 35, 28, 25)
TABLE = Page(297, 210, 24, 16, 19, 16, 10, dashes=False)


def twips(millimetres: float) -> int:
    return int(millimetres * 1440 / 25.4 + 0.5)
