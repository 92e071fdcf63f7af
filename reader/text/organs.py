"""The shape of organ names: what a signature, a letterhead or a unit list is made of."""

from __future__ import annotations

import re

_SUFFIX = (
    "人民政府 政府 委员会 办公厅 办公室 管委会 党委 党组 工委 纪委 监委 委 局 厅 部 署 院 会 办 处 科 室 队 所 站 台 馆 社 行 校 团 "
    "集团 公司 中心 海关 总部 分局 分行 支行 银行 法院 检察院 学校 大学 学院 党校 医院 街道 街道办 镇 乡 区 县 市 省 州 盟 旗 "
    "联合会 协会 商会 学会 总工会 工会 妇联 团委 科协 工商联 残联 红十字会 园区 开发区 高新区 新区 度假区 管理局 监管局 税务局 总局 机构 单位 部门 基地 "
    "机制 指挥部 领导小组 专班 工作组 小组 军区 武警 总队 支队 大队 研究院 研究所 出版社 报社 电视台 供电公司 地区 国资委"
).split()
_ORGAN = re.compile(rf"[\u4e00-\u9fff（）()“”·]{{1,38}}(?:{'|'.join(sorted(set(_SUFFIX), key=len, reverse=True))})$")
# Words that no organ's name holds: a piece with one of them is a phrase.
_PHRASE = re.compile(
    r"[，。；：！？,;:!?《》]|的|按照|不再|下同|以及其|为牵头|列第|负责|落实|做好|加强|通过|鼓励|现将|印发|关于"
)


def is_organ(name: str) -> bool:
    """Tell whether a name has the shape of an organ's: ends like one and holds no word that none has."""
    return 2 <= len(name) <= 40 and not _PHRASE.search(name) and bool(_ORGAN.match(name))


def is_phrase(name: str) -> bool:
    """Tell whether a name holds a word that no organ's name holds."""
    return bool(_PHRASE.search(name))


_END = "(?<=[局委厅部府院署行会办室队关])"
# Organs of the state that sign together and share no name of a place.
_NATIONAL = (
    "(?:中共中央|中央|国务院|国家|中国|最高人民|外交部|教育部|科技部|科学技术部|工业和信息化部|公安部|民政部|司法部|财政部|人力资源|自然资源部|"
    "生态环境部|住房|交通运输部|水利部|农业农村部|商务部|文化和旅游部|退役军人|应急管理部|应急部|审计署|海关总署|税务总局|共青团|全国)"
)
_NATIONAL_BORDER = re.compile(rf"{_END}(?={_NATIONAL})")
_PLACE = re.compile(r"(?:中共)?(?P<place>[\u4e00-\u9fff]{2})")
_SHORTEST = 3  # characters of an organ's name
_REPRESENTING = re.compile(r"[（(](?:代章|盖章|印章|印|章)[）)]")


def split_organs(line: str) -> tuple[str, ...]:
    """Return the organs that a line names and nothing else, parted by blanks or 、 or not at all; () for any other line.

    民政部办公厅 教育部办公厅 are two, and so are 成都市经济和信息化局成都市科学技术局, glued as a web page glues them.
    """
    parts = _REPRESENTING.sub("", line).replace("、", " ").split()
    organs = [organ for part in parts if len(part) <= 80 for organ in _unglued(part)]
    return tuple(organs) if parts and all(map(is_organ, organs)) and len(organs) >= len(parts) else ()


def _unglued(name: str) -> list[str]:
    """Part names at the name of the same place, or of an organ of the state, behind the end of an organ's name."""
    found = _PLACE.match(name)
    borders = {m.start() for m in _NATIONAL_BORDER.finditer(name)}
    if found:
        borders |= {m.start() for m in re.finditer(_END + re.escape(found["place"]), name)}
    organs: list[str] = []
    start = 0
    for border in sorted(borders):
        if border - start >= _SHORTEST and is_organ(name[start:border]) and is_organ(name[border:][:40]):
            organs.append(name[start:border])
            start = border
    return [*organs, name[start:]]
