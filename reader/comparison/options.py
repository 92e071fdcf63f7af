"""What the user decided about a comparison before it is worked out."""

from __future__ import annotations

from typing import NamedTuple

Sections = tuple[int, int]  # numbers of a left and a right section


class Options(NamedTuple):
    """Pairs that hold (``pins``) or must not be (``breaks``); ``form`` tells differences of width, blanks and script too."""

    pins: tuple[Sections, ...] = ()
    breaks: tuple[Sections, ...] = ()
    form: bool = False
