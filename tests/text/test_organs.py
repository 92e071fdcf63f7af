"""Organs that a line names."""

from __future__ import annotations

import pytest

from reader.text.organs import split_organs


@pytest.mark.parametrize(
    ("line", "organs"),
    [
        ("某市人民政府", ("某市人民政府",)),
        ("成都市经济和信息化局成都市科学技术局", ("成都市经济和信息化局", "成都市科学技术局")),
        ("民政部办公厅教育部办公厅", ("民政部办公厅", "教育部办公厅")),
        ("民政部办公厅  教育部办公厅", ("民政部办公厅", "教育部办公厅")),
        ("中共某某市委某某市人民政府", ("中共某某市委", "某某市人民政府")),
        ("国家税务总局上海市税务局", ("国家税务总局上海市税务局",)),
        ("中国人民银行上海总部", ("中国人民银行上海总部",)),
        ("某省健康建设委员会（代章）", ("某省健康建设委员会",)),
        ("特此通知", ()),
        ("各单位要认真落实。", ()),
    ],
)
def test_that_the_organs_of_a_line_are_parted(line, organs):
    assert split_organs(line) == organs
