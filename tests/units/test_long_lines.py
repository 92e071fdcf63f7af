"""A line of a million characters, whatever it is made of, is read in one pass."""

from __future__ import annotations

import time

import pytest

from reader.structure.parser import parse
from reader.units.extraction import extract

LENGTH = 1_000_000
SECONDS = 20  # it takes about one; what is quadratic takes hours


@pytest.mark.parametrize(
    "written",
    [
        "、" * LENGTH,
        "（" * LENGTH,
        "（" * (LENGTH // 2) + "）" * (LENGTH // 2),
        "（责任单位：" + "、" * LENGTH + "）",
        "（责任单位：" + "（" * LENGTH,
        "（责任单位：" * (LENGTH // 6),
        "责任单位：" * (LENGTH // 5),
        "责任单位\t" * (LENGTH // 5),
        "由市" * (LENGTH // 2) + "牵头",
        "（市教育局" + "和" * LENGTH + "负责）",
        "（责任单位：" + "各区、" * (LENGTH // 3) + "各县政府）",
        "牵头" * (LENGTH // 2),
    ],
    ids=lambda written: written[:6],
)
def test_that_a_line_of_a_million_characters_is_read_at_once(written):
    text = f"一、任务\n1.深化改革。\n{written}\n"
    outline = parse(text)
    start = time.perf_counter()
    extract(text, outline)
    assert time.perf_counter() - start < SECONDS
