"""Decimal numbering of emergency plans."""

from __future__ import annotations

import pytest

from reader.text.decimals import is_numbered_throughout
from reader.text.markers import marker_of, read_marker

PLAN = "1 总则\n1.1 编制目的\n1.2 编制依据\n1.2.1 法律\n1.2.2 规章\n2 组织体系\n2.1 领导机构\n"


def test_that_a_text_numbered_decimally_is_told_from_one_with_figures():
    assert is_numbered_throughout(PLAN)
    assert not is_numbered_throughout("1.1亿元\n2.0版本\n3.5个百分点\n9.9万人\n1.2.3 是一处\n")


@pytest.mark.parametrize(
    ("line", "written", "level", "rest"),
    [("1 总则", "1", 1, "总则"), ("1.1　编制目的", "1.1", 2, "编制目的"), ("1.2.3省级响应", "1.2.3", 3, "省级响应")],
)
def test_that_a_decimal_number_opens_a_section_of_its_level(line, written, level, rest):
    marker = read_marker(line, decimals=True)
    assert marker is not None
    assert (marker.text, marker.level, line[marker.end :]) == (written, level, rest)
    assert read_marker(line) is None


@pytest.mark.parametrize("line", ["1.5亿元", "2.0版本", "5G 终端", "2025年", "3.2个百分点", "10.1%", "1.2、1.3 两处"])
def test_that_a_figure_opens_no_section_even_there(line):
    assert read_marker(line, decimals=True) is None


@pytest.mark.parametrize(("written", "level"), [("1", 1), ("1.1", 2), ("（一）", 1), ("附件1", 1), ("第二分编", 2)])
def test_that_the_marker_of_a_section_is_known_out_of_its_text(written, level):
    marker = marker_of(written)
    assert marker is not None
    assert marker.level == level


def test_that_an_item_may_begin_with_a_year():
    marker = read_marker("3.2018年要在全国推开。")
    assert marker is not None
    assert (marker.number, marker.end) == (3, 2)
