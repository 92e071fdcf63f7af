"""Where the heading of a paragraph with a marker ends."""

from __future__ import annotations

from typing import NamedTuple

from reader.text.brackets import first_outside
from reader.text.duties import duty_bracket_start
from reader.text.markers import Style


class Heading(NamedTuple):
    """End of the heading and begin of the text behind it (offsets in the paragraph), and the rule that found them."""

    end: int
    text_start: int
    rule: str


def read_heading(text: str, start: int, style: Style, *, term: bool = False) -> Heading:
    """Tell heading from text in a paragraph whose marker ends at ``start``.

    A run-in heading reaches up to the first 。, that of a —— or of a term in a 名词解释 up to the first ： as well;
    marks inside brackets and quotation marks do not count. Without one the whole line is the heading.
    """
    stops = "。：:" if term or style is Style.DASH else "。"
    stop = first_outside(text, stops, start)
    duty = duty_bracket_start(text, start)
    if duty >= start and (stop < 0 or duty < stop):
        return Heading(_trimmed(text, start, duty), duty, "line_with_units")
    if stop >= 0:
        rule = "term" if term else "dash" if style is Style.DASH else "run_in"
        return Heading(stop, stop + 1, rule)
    end = _trimmed(text, start, len(text))
    return Heading(end, len(text), "item" if text[end:].startswith(("；", ";")) else "line")


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in "；;：:，,、 ":
        end -= 1
    return end
