"""What the user says of an upper clause: taken up, refined, weakened, narrowed or not at all in the lower document."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """承接情况; always the user's, never the reader's."""

    TAKEN_UP = "taken_up"  # 已承接
    REFINED = "refined"  # 细化
    WEAKENED = "weakened"  # 弱化
    NARROWED = "narrowed"  # 缩小范围
    MISSING = "missing"  # 未承接
    NOT_OURS = "not_ours"  # 不涉及


class Judgement(NamedTuple):
    """A verdict on one clause of the left document; ``verdict`` is None where only a remark was written."""

    verdict: Verdict | None
    remark: str = ""
    author: str = ""
    made_at: str = ""  # UTC, ISO
