"""The sentences that make units responsible, as a table: a new one is a row here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.text.patterns import pattern

if TYPE_CHECKING:
    import re

_ORGAN = r"[\u4e00-\u9fffA-Za-z（）()]{2,28}?"
_LIST = f"{_ORGAN}(?:、{_ORGAN}){{0,5}}"
_TOGETHER = "(?:负责|共同|联合|具体|总)?"
_LEADS = f"{_TOGETHER}牵头(?!作用|抓总作用|单位|部门|机构|人|的|申报|方|下)"


class ProseRule(NamedTuple):
    """A phrase of running text that names units: group ``units`` of the pattern plays ``role``; ``sign`` stands in it.

    Group ``others`` is what follows 会同: where the names end there is for the reader to tell.
    """

    role: str
    sign: str
    pattern: re.Pattern[str]


PROSE_RULES = (
    *(
        ProseRule(role, sign, pattern(rf"(?:由|(?<=[，。；,;\n]))(?P<units>{_LIST})(?:担任|作为|任|为){role}"))
        for role, sign in (("组长单位", "组长单位"), ("副组长单位", "组长单位"), ("牵头单位", "牵头"))
    ),
    ProseRule("组长单位", "组长单位", pattern(rf"(?<!副)组长单位由(?P<units>{_LIST})担任")),
    ProseRule("牵头", "牵头", pattern(rf"由(?P<units>{_LIST}){_LEADS}")),
    ProseRule("牵头", "牵头", pattern(rf"(?<=[。；;\n])(?P<units>{_LIST}){_LEADS}")),
    ProseRule("会同", "会同", pattern(rf"由(?P<units>{_LIST})会同(?P<others>[^，。；：,;:\n]{{2,80}})")),
)
SIGN = pattern("牵头|会同|组长单位")
# Behind a phrase that one of them has read: 由A牵头，B、C配合.
FOLLOWING = ProseRule(
    "配合",
    "配合",
    pattern(rf"[，,；;](?P<units>{_LIST})(?:等(?:有关|相关|各)?(?:部门|单位)?)?(?:积极|协同|共同|密切|予以|做好)?配合"),
)
