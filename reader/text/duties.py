"""Words that tell a list of responsible units from any other bracket."""

from __future__ import annotations

import re

_B = r"[ \u00a0\u3000]{0,2}"
_NOUN = f"(?:单{_B}位|部{_B}门|主{_B}体|机{_B}构)"
# A label: 责任单位： 牵头部门： 配合单位：
LABEL = re.compile(
    rf"(?P<role>(?:第一|主要|市级|区级|县级|省级|具体|共同|总)?"
    rf"(?:责{_B}任|牵{_B}头|配{_B}合|成{_B}员|参与|参加|主办|协办|承办|协同|支持|支撑|组长|副组长|主责|主管|实施|落实|协助|指导|推进|监督|会同|联合|保障)"
    rf"(?:责任|实施|配合|落实|推进)?{_NOUN}){_B}(?P<colon>[：:])"
)
_VERB = re.compile(r"牵头|负责|配合|按职责分工|会同")
_OPENING = "（(〔［[【"
# A bracket that opens with a label.
LABELLED_BRACKET = re.compile(
    rf"[{re.escape(_OPENING)}]{_B}(?={LABEL.pattern.replace('?P<role>', '?:').replace('?P<colon>', '?:')})"
)


def duty_bracket_start(text: str, start: int = 0) -> int:
    """Return where the first bracket with responsible units opens in a paragraph, or -1."""
    found = LABELLED_BRACKET.search(text, start)
    if found:
        return found.start()
    # Without a label: the bracket that ends the paragraph and says who leads or is in charge.
    closed = text.rstrip("。 ")
    if closed and closed[-1] in "）)〕］]】":
        opening = max(closed.rfind(c, start) for c in _OPENING)
        if opening >= start and _VERB.search(closed, opening):
            return opening
    return -1
