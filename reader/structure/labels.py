"""How several clauses are named in one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBERED = re.compile(r"(.{0,40}第)([^第]{1,8})([条章节款])")


def joined_labels(labels: Sequence[str]) -> str:
    """Return 第十三、十四条 for 第十三条 and 第十四条; what has no such number in common stays as it is: 二（一）2、二（一）3."""
    found = [match for label in labels if (match := _NUMBERED.fullmatch(label))]
    if len(found) == len(labels) > 1 and len({(match[1], match[3]) for match in found}) == 1:
        return f"{found[0][1]}{'、'.join(match[2] for match in found)}{found[0][3]}"
    return "、".join(labels)
