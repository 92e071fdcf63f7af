"""Section markers: what opens a section, and what only looks like it."""

from __future__ import annotations

import pytest

from reader.text.markers import Style, path_part, read_annex_marker, read_marker


@pytest.mark.parametrize(
    ("line", "style", "number", "rest"),
    [
        ("一、总体要求", Style.HAN, 1, "总体要求"),
        ("十二、附则", Style.HAN, 12, "附则"),
        ("(一)功能定位", Style.HAN_BRACKET, 1, "功能定位"),
        ("（二十一） 完善机制", Style.HAN_BRACKET, 21, "完善机制"),
        ("1.协同打造", Style.DIGIT, 1, "协同打造"),
        ("１．协同打造", Style.DIGIT, 1, "协同打造"),
        ("10、完善", Style.DIGIT, 10, "完善"),
        ("(3)推进", Style.DIGIT_BRACKET, 3, "推进"),
        ("4）推进", Style.DIGIT_HALF, 4, "推进"),
        ("②落实", Style.CIRCLED, 2, "落实"),
        ("——坚持创新", Style.DASH, None, "坚持创新"),
        ("第三条 办公空间", Style.ARTICLE, 3, "办公空间"),
        ("第十二条为了规范", Style.ARTICLE, 12, "为了规范"),
        ("第一千条 行为人", Style.ARTICLE, 1000, "行为人"),
        ("第一千二百六十条　本法自", Style.ARTICLE, 1260, "本法自"),
        ("第二章　总则", Style.CHAPTER, 2, "总则"),
        ("第一节 一般规定", Style.DIVISION, 1, "一般规定"),
        ("第二分编 所有权", Style.PART, 2, "所有权"),
    ],
)
def test_that_a_marker_is_told_from_its_heading(line, style, number, rest):
    marker = read_marker(line)
    assert marker is not None
    assert (marker.style, marker.number, line[marker.end :]) == (style, number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2.0版本上线", "1.5亿元", "5G 行业终端", "2025年底前", "12条产业链", "第三条规定的情形", "第一、二、三产业", "一、二、三产业",
        "第十二次会议", "第三所大学", "", "推进落实", "1.2.3 省级人民政府",
    ],
)  # fmt: skip
def test_that_a_number_in_a_sentence_opens_no_section(line):
    assert read_marker(line) is None


@pytest.mark.parametrize("line", ["附件", "附件1", "附件 2", "附件：名词解释", "附件3：重点项目表", "附录"])
def test_that_an_annex_line_opens_an_annex(line):
    assert read_annex_marker(line) is not None


@pytest.mark.parametrize("line", ["附件所列项目应当按时完成。", "附则", "附件中的表格，", "附近"])
def test_that_a_sentence_about_annexes_opens_none(line):
    assert read_annex_marker(line) is None


@pytest.mark.parametrize(
    ("written", "part"),
    [("（一）", "(一)"), ("１．", "1."), ("—", "——"), ("———", "——"), ("附件 1", "附件1"), ("第 三 条", "第三条")],
)
def test_that_a_path_is_the_same_however_the_marker_is_written(written, part):
    assert path_part(written) == part


def test_that_a_line_of_one_character_repeated_is_read_at_once():
    for character in "一（1第—附 ":
        line = character * 100_000
        assert read_annex_marker(line) is None
        read_marker(line)
