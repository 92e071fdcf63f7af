"""What part a clause plays in its document: what is aimed at, what is to be done, how it is seen to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.comparison.passages import Passage

OPENING, AIM, TASK, MEANS = "opening", "aim", "task", "means"
_AIM = re.compile(
    "总体要求|总体思路|总体布局|区域布局|指导思想|指导方针|基本原则|(?:工作|总体|发展|主要|建设|行动|规划)目标|功能定位"
    "|发展(?:基础|趋势|形势)|(?:适用|实施)(?:范围|对象)"
)
_MEANS = re.compile("保障(?:措施|机制)|(?:组织|工作|实施)保障|组织(?:领导|实施|管理)|工作要求|附则")


def role_of(passage: Passage, passages: Sequence[Passage]) -> str:
    """Return the role of a section: by its heading or one of those above; an opening stands before the first marker."""
    if passage.section.number == 0:
        return OPENING
    headings = [passage.heading, *headings_above(passage, passages)]
    if any(map(_AIM.search, headings)):
        return AIM
    return MEANS if any(map(_MEANS.search, headings)) else TASK


def headings_above(passage: Passage, passages: Sequence[Passage]) -> list[str]:
    """Return the headings of a section's ancestors, the nearest first."""
    headings: list[str] = []
    parent = passage.section.parent
    while parent is not None:
        headings.append(passages[parent].heading)
        parent = passages[parent].section.parent
    return headings
