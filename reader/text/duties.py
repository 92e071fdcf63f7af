"""Words that tell a list of responsible units from any other text: labels (责任单位：) and verbs (A牵头，B配合)."""

from __future__ import annotations

import re

from reader.text.brackets import CLOSING, OPENING, bracket_pairs
from reader.text.patterns import pattern

BLANK = r"[ \t\u00a0\u3000\n]{0,2}"
_OPEN, _CLOSE = f"[{re.escape(OPENING)}]", f"[{re.escape(CLOSING)}]"


def _any_of(words: str) -> str:
    """Return the alternation of words that blanks may part: 责 任."""
    return "|".join(BLANK.join(word) for word in words.split())


_OF_WHOM = _any_of(
    "第一 第二 主要 首要 直接 具体 共同 联合 其他 相关 总 任务 工作 项目 业务 行业 市级 区级 县级 省级 州级 市直 省直 国家 中央 各"
)
_ROLES = _any_of(
    "责任 牵头 配合 负责 成员 参与 参加 主办 协办 承办 协同 支持 支撑 组长 副组长 主责 主管 实施 落实 协助 指导 推进 监督 督办 督导 会同 联合 保障"
)
_MORE = _any_of("责任 牵头 实施 配合 落实 推进 承办")
_NOUNS = _any_of("单位 部门 主体 机构 科室 处室 股室 地区 区县 县区")
_AND = rf"(?:[（(](?:{_ROLES})[)）]|[、和及与](?:{_ROLES}))"  # 牵头（责任）单位, 牵头和责任单位
_ROLE = rf"(?:(?:{_OF_WHOM}){BLANK})?(?:{_ROLES}){BLANK}(?:(?:{_MORE}|{_AND}){BLANK})?(?:{_NOUNS})"
_BEHIND = r"(?:[（(](?:单位|部门|人|盖章|[A-Za-z])[)）])?(?:及责任人)?"
_LABEL = rf"{_ROLE}{_BEHIND}{BLANK}[：:]"
# A label: 责任单位： 牵头部门： 配合单位：
LABEL = pattern(rf"(?P<role>{_ROLE}){_BEHIND}{BLANK}[：:]")
# The same in a table's head, where no colon is.
COLUMN = pattern(rf"(?P<role>{_ROLE}){_BEHIND}")
# 【责任单位】 with the units behind the bracket.
BOXED_LABEL = pattern(rf"{_OPEN}{BLANK}(?P<role>{_ROLE}){BLANK}{_CLOSE}{BLANK}[：:]?")
# In brackets 牵头：A；配合：B says the same.
SHORT_LABEL = pattern(
    rf"(?P<role>{_any_of('牵头 责任 配合 主办 协办 承办 参与 参加 协助 指导 负责 落实')}){BLANK}[：:]"
)
LABELLED_BRACKET = pattern(rf"{_OPEN}{BLANK}(?={_LABEL})")
# A bracket without a label ends with the verb, or one of its clauses does.
VERB = pattern("牵头|负责|配合|协助|协办|主办|承办|参与|参加|指导|督导|会同|落实|职责分工")
_IN_CHARGE = r"(?:牵头|配合|(?:按照?|依据?)?(?:各自)?职责(?:分工)?(?:分别|共同)?(?:负责|落实)|会同|(?:具体|共同|分别)?负责)(?!人|的)"
_VERB_CLAUSE = pattern(
    rf"{_IN_CHARGE}[^，,；;。：:（()）]{{0,6}}(?:[，,；;。]|$)|会同[^：:]{{2,60}}(?:负责|落实|牵头)$"
)
_LONGEST = 1200  # characters of a bracket


def duty_bracket_start(text: str, start: int = 0) -> int:
    """Return where the first bracket with responsible units opens in a paragraph, or -1."""
    found = LABELLED_BRACKET.search(text, start)
    if found:
        return found.start()
    # Without a label: a bracket that says who leads or is in charge.
    if not VERB.search(text, start):
        return -1
    pairs, _ = bracket_pairs(text, start, len(text))
    return next((opening for opening, end in pairs if _says_who(text, opening, end)), -1)


def _says_who(text: str, opening: int, end: int) -> bool:
    return end - opening <= _LONGEST and bool(_VERB_CLAUSE.search(text[opening + 1 : end]))
