"""What a role comes down to: 牵头单位 leads, 配合单位 supports, 成员单位 is a member."""

from __future__ import annotations

from functools import lru_cache

from reader.units.assignment import Duty

# The first row of which a word stands in the role decides.
_ROWS = (
    (Duty.MEMBER, ("成员", "组长")),
    (Duty.GUIDE, ("指导", "监督", "督导", "督办", "督促", "督查")),
    (Duty.LEAD, ("牵头", "主办", "主责", "会同", "第一责任")),
    (Duty.SUPPORT, ("配合", "协办", "协助", "协同", "支持", "支撑", "参与", "参加", "保障", "联合")),
)


@lru_cache(maxsize=512)
def duty_of(role: str) -> Duty:
    """Return what a role, as it is written, comes down to; RESPONSIBLE where it says no more than 责任 or 负责."""
    plain = "".join(role.split())
    return next((duty for duty, words in _ROWS if any(word in plain for word in words)), Duty.RESPONSIBLE)


def is_responsible_label(role: str) -> bool:
    """Tell whether a role is 责任单位 or a label like it: beside a 牵头单位 it supports, and a scope note ranks its units."""
    return "责任" in role and duty_of(role) is Duty.RESPONSIBLE


_ON_A_LINE = ("责任", "牵头", "配合", "负责", "成员", "组长", "参与", "参加", "落实", "实施", "协同", "推进", "主责")


def stands_alone(role: str) -> bool:
    """Tell whether a label makes units responsible where it stands on a line of its own: 主办单位 says who holds a fair."""
    return any(word in role for word in _ON_A_LINE)
