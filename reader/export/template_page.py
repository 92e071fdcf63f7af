"""Paper, margins and line grid of a document of the user's own."""

from __future__ import annotations

from dataclasses import replace
from math import floor
from typing import TYPE_CHECKING, Any

from reader.export.page import DOCUMENT, Page
from reader.export.template_values import child, number, value

if TYPE_CHECKING:
    from reader.export.template_file import Parts

_TWIP = 25.4 / 1440  # millimetres
_SHORTEST, _LONGEST = 90.0, 600.0  # millimetres of paper
_LEAST = 60.0  # millimetres of text
_FOOT, _BELOW = 5.0, DOCUMENT.bottom - DOCUMENT.foot  # millimetres below the page number, and from the text down to it
_DEEPEST = 1440  # twips of a line of the grid
_GRIDS = ("lines", "linesAndChars", "snapToChars")


def section(parts: Parts) -> Any | None:
    """Return the properties of the last section, which are those of the whole where there is but one."""
    return child(child(parts.document, "body"), "sectPr")


def own_page(parts: Parts) -> Page | None:
    """Return paper and margins; None where they are not told, or leave no room for a text."""
    properties = section(parts)
    size, margins = child(properties, "pgSz"), child(properties, "pgMar")
    lengths = [_millimetres(size, name) for name in ("w", "h")]
    lengths += [_millimetres(margins, name) for name in ("top", "right", "bottom", "left", "footer")]
    if size is None or margins is None or None in lengths:
        return None
    width, height, top, right, bottom, left, foot = (abs(length or 0.0) for length in lengths)
    left += _millimetres(margins, "gutter") or 0.0
    if foot < _FOOT:  # LibreOffice says 0 where there is no footer
        foot = max(bottom - _BELOW, _FOOT)
    page = replace(
        DOCUMENT, width=width, height=height, top=top, right=right, bottom=bottom, left=left, foot=min(foot, bottom)
    )
    fits = min(width, height) >= _SHORTEST and max(width, height) <= _LONGEST
    return page if fits and page.text_width >= _LEAST and height - top - bottom >= _LEAST else None


def _millimetres(element: Any | None, name: str) -> float | None:
    twips = number(element, name)
    return None if twips is None else twips * _TWIP


def own_grid(parts: Parts) -> tuple[int, int]:
    """Return the distance of the lines that text keeps to, and what a grid of characters sets them apart, in twips.

    A grid of characters itself is not taken over: LibreOffice sets half of the characters into its lines.
    """
    grid = child(section(parts), "docGrid")
    kind, pitch = value(grid, "type"), number(grid, "linePitch") or 0
    if kind not in _GRIDS or not 0 < pitch <= _DEEPEST:
        return 0, 0
    apart = number(grid, "charSpace") or 0  # in 4096ths of a point
    return pitch, floor(apart / 4096 * 20) if kind != "lines" and abs(apart) <= 10 * 4096 else 0
