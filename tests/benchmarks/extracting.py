"""Reading the responsible units of a long text, against finding one kind of bracket in it with a plain pattern."""

from __future__ import annotations

import gc
import re
import statistics
from typing import TYPE_CHECKING

from reader.structure.parser import parse
from reader.units.extraction import extract
from tests.benchmarks.ratios import Row, alternate, seconds
from tests.benchmarks.texts import long_text

if TYPE_CHECKING:
    from reader.structure.section import Outline

_SHORT, _LONG = 1_000_000, 10_000_000
_PLAIN = r"[（(](?:责任单位|责任部门|牵头单位|配合单位|成员单位)[：:]([^（()）]+)[）)]"


def rows() -> list[Row]:
    """Return the rows of reading the units: how fast, and that it takes ten times as long for ten times the text."""
    text = long_text(_LONG)
    outline = parse(text)
    gc.freeze()  # the tree of a text of this length is not what is measured
    ours, theirs = alternate(lambda: _extract(text, outline), lambda: seconds(lambda: re.findall(_PLAIN, text)), runs=3)
    short = long_text(_SHORT)
    short_outline = parse(short)
    alone = statistics.median(_extract(short, short_outline) for _ in range(5))
    gc.unfreeze()
    return [
        Row("读出1000万字的责任单位", "re.findall：一种括号", ours, theirs, "s", 30.0),
        Row("读出1000万字的责任单位，每百万字用时", "读出100万字", ours / 10, alone, "s", 1.5),
    ]


def _extract(text: str, outline: Outline) -> float:
    return seconds(lambda: extract(text, outline))
