"""What a unit's name looks like: whether it can be one, of what kind it is, which level it shares with those before it."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING

from reader.text.organs import is_organ, is_phrase
from reader.text.patterns import pattern
from reader.units.assignment import UnitKind

if TYPE_CHECKING:
    from reader.units.lexicon import Lexicon

_LEVELS = "省市区县州盟旗"
_LEVEL = f"(?:自治区|[{_LEVELS}])"
_PLACE = (
    "(?:地级以上市|设区的?市|省直管县|直管市|林区|开发园区|省管县|县级市|自治区|直辖市|自治州|自治县|省|市|州|盟|地|区|县|旗|乡|镇|街道|街|村|社区|"
    "开发区|功能区|高新区|产业园区|工业园区|园区|新区|度假区|保税区|片区|板块|师)"
)
_PLACES = rf"{_PLACE}{{1,3}}(?:[（(〔［\[][^（()）〔〕]{{1,12}}[)）〕］\]])?{_PLACE}{{0,2}}"
_SEVERAL = rf"{_PLACES}(?:、{_PLACES}){{0,4}}"
_GOVERNED = "级?(?:人民)?(?:政府|管委会|管理委员会|党工委|党委和?政府|党委|办事处|政府办事处)"
# 各区政府, 有关市州人民政府, 县（市、区）政府, 各地区, 属地政府, 市县两级政府
_LOCAL = pattern(
    rf"(?:全?{_LEVEL})?(?:各级?|有关|相关|所在|属地|当地|地方|所属|涉及|辖区)(?:有关|相关|级|各级|的)*(?:涉[\u4e00-\u9fff])?"
    rf"(?:{_SEVERAL}(?:{_GOVERNED})?|地区|地方(?:{_GOVERNED})?|地|{_GOVERNED})(?:[、和](?:管委会|办事处))?"
    rf"|{_SEVERAL}(?:两级|三级|各级|级)?(?:人民)?(?:政府|办事处)|(?:属地|当地|基层|地方)(?:党委)?政府"
    r"|(?:开发园区|功能区|园区|开发区|产业园区)(?:管委会|管理委员会)"
)
_MANY = "(?:部门|单位|企业|机构|组织|院校|高校|学校|医院|银行|公司|集团|委办局|处室|科室|协会|社区|平台|媒体|运营商|园区|基地)"
_GROUP = pattern(
    rf"(?:全?{_LEVEL})?[级直]?(?:各|有关|相关|其他|其余|全体|所有|涉及).{{1,18}}"
    rf"|.{{0,8}}(?:有关|相关|各|成员|主管|职能|涉及|所属|驻.|[{_LEVELS}]属|中央|[{_LEVELS}][级直]|国有|责任|协同|配合|牵头).{{0,8}}{_MANY}"
)
_COLLECTIVE = pattern("[\u4e00-\u9fff]{2,8}(?:部门|单位|企业|机构|院校|高校|媒体|运营商)")
# Kinds of bodies: 高校, 专业机构, 平台公司.
_COMMON = pattern(
    ".{0,6}(?:部门|机构|单位|企业|组织|院所|院校|高校|学校|机关|医院|协会|商会|学会|联盟|平台|社区|园区|团队)"
    "|.{0,2}(?:公司|集团|中心|所|站|队|基地|银行)"
)
# What a sentence means in general: 由高水平大学牵头 makes no one responsible.
_GENERIC = pattern(
    ".{0,2}(?:委员会|领导小组|工作组|小组|专班|办公室|党委|党组|政府|大学|学院|研究院)"
    "|.{0,6}(?:高水平|重点|龙头|骨干|优势|专业|第三方|民营|国有|大型|链主|头部|知名|优质|社会|行业|科研|高等|优秀|主要|主管|职能).*"
)
_STRONG = pattern(
    "[\u4e00-\u9fffA-Za-z·]{2,}(?:局|委|厅|署|海关|管委会|执委会|政府|集团|公司|银行|总部|分行|支行|法院|检察院|总队|支队"
    "|中心|总工会|妇联|科协|工商联|残联|办公室|领导小组|专班|指挥部|监会|科学院|工程院"
    "|(?<![举开主协承兴创筹督交代催查])办|(?<![干全内总外局])部)"
)
# Departments of a party committee: 市委组织部、宣传部.
_PARTY = frozenset("组织部 宣传部 统战部 政法委 网信办 编办 社会工作部 台办 农办 改革办 人才办 老干部局".split())
# What stands in a list without being a unit: dates, what is to be done, a reference to elsewhere.
_IMPOSSIBLE = pattern(
    r"[，。；：！？,;:!?《》“”\"…＿_=%％#@]|\d\s*(?:年|月|日|号|元|万|亿|%|％|次|项|页)|[年月]底前?$|[底末]前$"
    r"|^(?:责任单位|责任部门|同上|同前|待定|暂无|无|略|长期|全体|另定|试行|暂行|修订|摘录|节选|草案)$|^以[上下]|详见|见附|另行|^(?:持续|常态化|年内|全年|每年|每月|每季)"
    r"|(?:推进|坚持|完成|实施|开展|进行|执行)$|下同|不再|列第|为牵头|逗号|按照|会同|牵头|配合"
)
_NUMBER = pattern(r"[\dA-Za-z]+")
_LONGEST = 40  # characters of a unit's name
_ODD = 14  # characters of a name that is no organ's by its shape (省计生协, 杭州资本)
# Organs of the state in a place, named for it, and what says too little: no level lends them its name.
_NOBODYS = frozenset(
    "金融监管局 银保监局 证监局 海事局 管理局 服务局 监督管理局 事务局 发展局 管理办公室 政府 人大 政协".split()
)
_SECOND_NAME = re.compile(r"[（(〔［\[【][^（()）〔〕［］\[\]【】]{1,20}[)）〕］\]】]$")
# Words that begin with a level and mean another thing: 市场监管总局.
_WORD = pattern("市(?:场|容|政(?![府协务法数研策])|民(?:中心|服务))|区(?:域|块)|州际|省(?:际|会)|县域")
_LONGEST_PLACE = 7  # characters of a place's name with its level


class Shape(IntEnum):
    """How much a name looks like a unit's."""

    NONE = 0  # no unit is called so
    ODD = 1  # as short as a name, and nothing else speaks for it
    SHAPED = 2  # ends as organs' names do
    KNOWN = 3  # an entry of the lexicon, a department of a level or place, a group


def shape_of(name: str, lexicon: Lexicon) -> Shape:
    """Tell how much a name looks like a unit's."""
    if name in lexicon:
        return Shape.KNOWN
    if not 2 <= len(name) <= _LONGEST or is_phrase(name) or _IMPOSSIBLE.search(name) or _NUMBER.fullmatch(name):
        return Shape.NONE
    if level_of(name, lexicon) or lexicon.is_department(_bare(name)) or is_group(name):
        return Shape.KNOWN
    bare = _bare(name)
    if is_organ(bare) or is_organ(name) or _COLLECTIVE.fullmatch(bare):
        return Shape.KNOWN if _STRONG.fullmatch(bare) and not _COMMON.fullmatch(bare) else Shape.SHAPED
    return Shape.ODD if len(name) <= _ODD else Shape.NONE


def is_specific(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is that of one organ, or of the governments of places: whom a sentence may make responsible."""
    if name in lexicon or level_of(name, lexicon):
        return True
    if _is_local(name):
        return _bare(name).endswith(("政府", "管委会", "办事处"))
    return is_organ(name) and not (is_group(name) or _COMMON.fullmatch(name) or _GENERIC.fullmatch(name))


def is_group(name: str) -> bool:
    """Tell whether a name stands for several: 各区政府, 有关部门."""
    return _is_local(name) or bool(_GROUP.fullmatch(name))


def _is_local(name: str) -> bool:
    return bool(_LOCAL.fullmatch(name) or _LOCAL.fullmatch(_bare(name)))


def kind_of(name: str) -> UnitKind:
    """Tell whether a name is that of one organ, of the governments of places (各区政府), or of any other group."""
    if _is_local(name):
        return UnitKind.LOCAL
    return UnitKind.GROUP if _GROUP.fullmatch(name) or _COLLECTIVE.fullmatch(name) else UnitKind.ORGAN


def level_of(name: str, lexicon: Lexicon) -> str:
    """Return the level or place that a unit's name begins with (省发展改革委: 省, 上海市科委: 上海市), or nothing."""
    bare = _bare(name)
    if lexicon.is_department(bare) or is_group(bare):  # 市场监管局 begins with no level
        return ""
    if bare[:1] in _LEVELS and not _WORD.match(bare):
        return bare[0] if is_organ(bare) and len(bare) > 2 else ""
    if bare.startswith("自治区"):
        return "自治区" if is_organ(bare) else ""
    for i in range(1, min(len(bare) - 1, _LONGEST_PLACE)):
        if bare[i] in _LEVELS and (lexicon.is_department(bare[i + 1 :]) or bare[i:] in lexicon):
            return bare[: i + 1]
    return ""


def with_level(name: str, level: str, lexicon: Lexicon) -> str:
    """Return a name with the level of the names before it, where it is a department of such a level without its own."""
    bare = _bare(name)
    if not level or bare in _NOBODYS:
        return name
    if bare in _PARTY:
        return f"{level}委{name}"
    if lexicon.is_department(bare) or level[-1] + bare in lexicon:
        return level + name
    return name


def _bare(name: str) -> str:
    """Return a name without the second one in brackets behind it: 市委组织部（人才办）."""
    return _SECOND_NAME.sub("", name)
