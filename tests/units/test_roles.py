from __future__ import annotations

import pytest

from reader.units.assignment import Duty
from reader.units.roles import duty_of, is_responsible_label, stands_alone


@pytest.mark.parametrize(
    ("roles", "duty"),
    [
        ("牵头 牵头单位 牵头部门 市级牵头单位 牵头责任单位 主办单位 主责单位 会同 第一责任单位", Duty.LEAD),
        ("配合 配合单位 参与 参与单位 协办单位 协助单位 支持单位 保障单位", Duty.SUPPORT),
        ("责任单位 责任部门 负责 按职责分工负责 落实 实施单位 承办单位 责任主体", Duty.RESPONSIBLE),
        ("成员单位 组长单位 副组长单位", Duty.MEMBER),
        ("指导 指导单位 监督单位 督导单位", Duty.GUIDE),
    ],
)
def test_that_a_role_comes_down_to_a_duty(roles, duty):
    assert {duty_of(role) for role in roles.split()} == {duty}


def test_that_blanks_in_a_role_change_nothing():
    assert duty_of("牵 头 单 位") is Duty.LEAD


def test_that_only_labels_of_responsibility_are_ranked_by_others():
    assert is_responsible_label("责任单位")
    assert not any(map(is_responsible_label, ("牵头责任单位", "按职责分工负责", "成员单位")))


def test_that_the_holder_of_a_fair_is_not_made_responsible_by_a_line():
    assert stands_alone("责任单位")
    assert not stands_alone("主办单位")
