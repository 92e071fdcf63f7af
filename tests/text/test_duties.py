from __future__ import annotations

import pytest

from reader.text.duties import BOXED_LABEL, LABEL, duty_bracket_start


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("责任单位：", "责任单位"),
        ("责 任 单 位 ：", "责任单位"),
        ("责任\n单位:", "责任单位"),
        ("牵头（责任）单位：", "牵头（责任）单位"),
        ("责任单位（部门）：", "责任单位"),
        ("责任单位及责任人：", "责任单位"),
        ("市级牵头单位：", "市级牵头单位"),
        ("副组长单位：", "副组长单位"),
        ("责任科室：", "责任科室"),
    ],
)
def test_that_a_label_is_told_with_its_role(written, role):
    found = LABEL.fullmatch(written)
    assert found
    assert "".join(found["role"].split()) == role


@pytest.mark.parametrize(
    "written", ["单位：", "责任人：", "完成时限：", "责任单位", "建设单位：", "责任：", "主要任务："]
)
def test_that_other_words_with_a_colon_are_no_labels(written):
    assert not LABEL.fullmatch(written)


def test_that_a_label_may_stand_in_a_box():
    assert BOXED_LABEL.match("【责任单位】市教育局")
    assert not BOXED_LABEL.match("【工作要求】市教育局")


@pytest.mark.parametrize(
    ("paragraph", "behind"),
    [
        ("推进改革（责任单位：市教育局）", "推进改革"),
        ("推进改革（市教育局牵头，市民政局配合）", "推进改革"),
        ("推进改革（市委组织部（人才办）牵头）", "推进改革"),
        ("推进改革（市教育局牵头）。支持试点。", "推进改革"),
        ("推进改革〔市教育局、市民政局按职责分工负责〕", "推进改革"),
        ("推进改革（PPP）（市教育局会同市民政局负责）", "推进改革（PPP）"),
    ],
)
def test_that_the_bracket_with_the_units_is_found(paragraph, behind):
    assert paragraph[: duty_bracket_start(paragraph)] == behind


@pytest.mark.parametrize(
    "paragraph",
    ["推进改革（试点）", "基本项目（地址、企业负责人等）", "推进（政府和社会资本合作）改革，压实负责人责任", "", "（"],
)
def test_that_other_brackets_are_not(paragraph):
    assert duty_bracket_start(paragraph) == -1
