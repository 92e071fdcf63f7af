from __future__ import annotations

import pytest

from reader.export.title_lines import title_lines

MEASURE = 156  # mm


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于做好防汛工作的通知", ["关于做好防汛工作的通知"]),
        (
            "上海市杨浦区人民政府关于印发《杨浦区提升科技创新能级“十四五”规划》的通知",
            ["上海市杨浦区人民政府关于印发", "《杨浦区提升科技创新能级", "“十四五”规划》的通知"],
        ),
    ],
)
def test_that_a_title_breaks_where_a_reader_would(title, lines):
    assert title_lines(title, MEASURE) == lines


def test_that_capitals_are_not_taken_for_narrow():
    assert title_lines("市政府办公室关于印发《太仓市人工智能OPC培育发展行动计划（2026-2028年）》的通知", MEASURE) == [
        "市政府办公室关于印发", "《太仓市人工智能OPC培育发展", "行动计划（2026-2028年）》的通知",
    ]  # fmt: skip


@pytest.mark.parametrize("length", [19, 21, 39, 41, 100, 5000])
def test_that_no_line_is_wider_than_the_measure_and_none_is_lost(length):
    title = ("中华人民共和国国务院关于促进经济平稳健康发展若干政策措施的决定" * 200)[:length]
    lines = title_lines(title, MEASURE)
    assert "".join(lines) == title
    assert all(len(line) <= 20 for line in lines)


def test_that_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    lines = title_lines("关于印发《" + "加强规划和自然资源管理、促进高质量发展" * 3 + "》的通知", MEASURE)
    assert not any(line[0] in "、》的" or line[-1] in "《（" for line in lines)
