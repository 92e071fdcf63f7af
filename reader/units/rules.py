"""The phrasings in which documents make units responsible, as a table: a new one is a row here."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.text.duties import LABELLED_BRACKET

_ORGAN = r"[\u4e00-\u9fff（）]{2,24}?"


class ProseRule(NamedTuple):
    """A phrase of running text that names a unit: group ``units`` of the pattern plays ``role``."""

    role: str
    pattern: re.Pattern[str]


PROSE_RULES = (
    ProseRule("组长单位", re.compile(rf"由(?P<units>{_ORGAN}(?:、{_ORGAN}){{0,4}})担任组长单位")),
    ProseRule("副组长单位", re.compile(rf"由(?P<units>{_ORGAN}(?:、{_ORGAN}){{0,4}})担任副组长单位")),
    ProseRule("牵头", re.compile(rf"由(?P<units>{_ORGAN}(?:、{_ORGAN}){{0,4}})牵头")),
)
# A paragraph that holds any of these is looked at closely; all others are passed over.
TRIGGER = re.compile(r"单\s{0,2}位|部\s{0,2}门|主\s{0,2}体|机\s{0,2}构|牵头|负责|配合")
BRACKET = LABELLED_BRACKET
# Brackets without a label: the verb is the role.
VERB_ROLES = (
    ("按职责分工负责", re.compile(r"(?:按照?|依)?(?:各自)?职责分工(?:分别)?负责$")),
    ("牵头", re.compile(r"(?:共同)?牵头(?:负责)?$")),
    ("配合", re.compile(r"(?:按职责)?(?:分工)?(?:协同|协助)?配合$")),
    ("参与", re.compile(r"(?:共同)?(?:参与|参加)$")),
    ("指导", re.compile(r"指导$")),
    ("负责", re.compile(r"(?:共同|分别|具体)?负责(?:落实)?$")),
)
