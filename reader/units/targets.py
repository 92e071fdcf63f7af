"""What a clause measures: quantities with their unit, where the text gives a number."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from reader.text.brackets import in_title
from reader.text.numerals import han_number
from reader.text.patterns import pattern
from reader.text.spans import Span
from reader.units.time_context import COUNTED, SHORTER

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable


class Target(NamedTuple):
    """A quantity as written (不少于12个, 达到85%, 5万美元) with its value in the unit itself: 5万美元 is 50000 美元.

    ``at_least`` tells a lower bound (True) from an upper one (False); None where the words set none. Of 5—8家 the
    value is the first; a fraction (三分之一) has no unit.
    """

    text: str
    span: Span
    value: float
    unit: str
    at_least: bool | None


_HAN = "一二三四五六七八九十"
_HAN_NUMBER = rf"[{_HAN}两][{_HAN}两百千零〇]{{0,6}}"
_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+|[０-９]+)(?:[.．][0-9０-９]+)?"
_B = "[ \u00a0\u3000]?"
_TIMES = {
    "万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "亿": 1e8, "千万": 1e7, "百万": 1e6, "十万": 1e5, "万": 1e4, "千": 1e3, "百": 1e2,
}  # fmt: skip
_MANY = "(?:" + "|".join(_TIMES) + ")"
# A unit, and what must not follow it for it to be one: 3家 but not 3家庭.
_UNITS = (
    ("%|％|‰|个百分点|个基点", ""),
    ("美元|欧元|日元|港元|港币|英镑|元", "旦|素|宇宙"),
    (
        "平方公里|平方千米|平方米|立方米|㎡|公里|千米|公顷|亩|吨标准煤|吨|公斤|千克|斤|千瓦时|千瓦|兆瓦|吉瓦|千伏|微克/立方米|毫克/升",
        "",
    ),
    ("个", "月|小时|工作日|年|星期|性|体(?!系)|别|案|税|人"),
    ("人次|人日|课时|学时|卡时|机时|场次|批次|车次|班次|架次|台次|床位|标箱|箱", ""),
    ("人", "工|才|口|民|员|均|力|大|社|事|间|机|身|造|群|文|防|物"),
    ("台[（(/]套[）)]?|台", "账|湾|阶|港|风|胞"),
    ("套|件|亩次|字|笔|艘|辆|栋|幢|株|盏|棵|篇|册|款(?!项|式)|倍", ""),
    ("家", "庭|长|装|政|居|电|园"),
    ("户", "籍|外|口|型"),
    ("项", "目(?!标)"),
    ("条", "件|例|款|码|理|”"),
    ("名", "录|单|称|义|额|词|牌|师"),
    ("处", "理|置|罚|于|室|长|级|分"),
    ("所", "有|在|需|属|述|得|谓|称|长|以|列|示|附"),
    ("座", "谈|席"),
    ("场", "景|所|地|馆|外|内|站"),
    ("次", "月|年|数|日|生|级|要|第"),
    ("门", "诊|类|槛|户|店|口|禁"),
    ("种", "植|子|业|质|养|粮|苗"),
    ("类", "别|型|似"),
    ("批", "复|准|次|发|文|量|示|评"),
    ("支", "持|付|撑|出|部|行|援|点|教|农"),
    ("张|例", "如|会|行|外"),
    ("间|床", "隔|断|接"),
    ("组", "织|建|成|长|合|团"),
    ("部", "门|委|分|署|级|队|长|件|位"),
    ("份", "额"),
    ("起", "来|草|步|点|见|诉|施|实|执|试|用|算"),
    ("位", "于|列|居|置|次|数"),
    ("[PE](?:[Ff][Ll][Oo][Pp][Ss])?|[PTG]B|Gbps|Mbps", "[A-Za-z0-9]"),
)
_TIME_UNITS = "个?工作日|个月|小时|分钟|天|日|周|年|秒"
_BOUNDED = "分(?!钟|之|类|别|级|期|批)|成|岁|期(?!间|限|末|满|内|货|刊|权)"  # a quantity only where a bound is set: 90分以上, 寿命达到80岁
_UNIT = "|".join(f"(?:{units})" + (f"(?!{other})" if other else "") for units, other in _UNITS)
_SAME = {"％": "%", "㎡": "平方米", "个百分点": "百分点", "个基点": "基点", "个工作日": "工作日"}
_PER = "/(?:平方米|千瓦时|人次|公里|小时|家|人|户|年|月|日|天|亩|吨|次|套|项|件|台|班|度|床)"
QUANTITY = pattern(
    rf"(?=[0-9０-９{_HAN}两百])(?<![0-9０-９.．{_HAN}百千万两〇几数第])(?:"
    rf"(?P<percent>百分之(?P<of>{_HAN_NUMBER}))"
    rf"|(?P<parts>[{_HAN}两]{{1,2}})分之(?P<part>[{_HAN}两]{{1,2}})"
    rf"|(?:(?P<arabic>{_ARABIC})|(?P<han>{_HAN_NUMBER}))"
    rf"(?:{_B}(?:余|多)?{_B}(?P<many>{_MANY}))?"
    rf"(?:(?:%|％|‰|元|个|家)?{_B}(?:[—–―~～－-]{{1,2}}|至|到){_B}(?P<upto>{_ARABIC})(?P<many_upto>{_MANY})?)?"
    rf"{_B}(?:余|多)?{_B}"
    rf"(?:(?P<unit>(?:{_UNIT})(?:{_PER})?)|(?P<time>{_TIME_UNITS})|(?P<bounded>{_BOUNDED})|(?<=[万亿])(?P<bare>)(?=[的，。；、）)\n]|一次|$))"
    r")(?P<behind>及?(?:以上|以下|以内|之内)|内(?![部外容地设])|左右|上下)?"
)
_AT_LEAST = (
    "不少于|不低于|不小于|不下于|不得少于|不得低于|至少|超过|突破|高于|大于|多于|达到?|≥|>=|>|＞|最低|超|逾|"
    "(?:提高|提升|增长|增加|扩大|发展|扩充|上升)(?:到|至)"
)
_AT_MOST = (
    "(?:最高|最多|总额)?(?:[不未]得?超过|不超|不得?高于|不得?多于|不大于|不得大于)|未达到?|不足|不到|不满|低于|少于|小于|最多|最长|≤|<=|<|＜|"
    "最高可?再?(?:补助|资助|奖励|补贴|支持|扶持|获得?|达到?|给予|申领|申请|出资额|支持金额|额度)?|"
    "(?:压缩|压减|缩短|缩减|减少|降低|下降|降|控制|压降)(?:到|至|在)"
)
_BEFORE = pattern(rf"(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?:约|近|大约))[ ：:为]?$")
_LONGEST_NUMBER = 18  # characters: a longer one is a code, and no quantity
_REACH = 9  # characters before a number in which a bound stands
_NO_QUANTITY = frozenset("+＋×*/-—~第前〔#№")
_ANNEX = ("附件", "附录", "附表")
_DATED = ("底", "末", "初", "前", "起", "月", "度")  # 2025年底
_LASTING = pattern("(?:时间|时长)不(?:少|低)于$")
_PAST = pattern(
    r"截至[0-9][^。；]*(?:[了已达]|共有|拥有|累计)|同比|已(?:累计)?(?:建成|建有|引进|集聚|培育|认定|完成|实现|达|投入|发放|开展|吸引|拥有)[^。；]*$"
)
_LEAST_HAN = 10  # a smaller number in Chinese numerals is a manner of speaking, unless a bound is set
_SPOKEN = frozenset("项条次类种批组部份位人门张字")  # 二十条, 十项行动: what is counted in titles and slogans
_SENTENCE = 60  # characters back in which a sentence tells that it speaks of what has been


def targets(text: str, spans: Iterable[Span]) -> tuple[Target, ...]:
    """Return the quantities in the spans of a clause, in order.

    Dates, document numbers, numbers of articles and items, versions, durations and ages are none; a number in Chinese
    numerals is one where it plainly measures (一万名, 百分之六十, 不少于三家), not in 三个一批.
    """
    found: list[Target] = []
    for span in spans:
        done = span.start
        for match in QUANTITY.finditer(text, span.start, span.end):
            target = _read(text, Span(done, span.end), match)
            if target:
                found.append(target)
                done = target.span.end
    return tuple(found)


def _read(text: str, span: Span, match: re.Match[str]) -> Target | None:
    start = match.start()
    before = text[start - 1] if start > span.start else ""
    if before in _NO_QUANTITY or (before.isascii() and before.isalpha()) or text.endswith(_ANNEX, span.start, start):
        return None
    if len(match["arabic"] or "") > _LONGEST_NUMBER:
        return None
    bound = _BEFORE.search(text, max(span.start, start - _REACH), start)
    if not _measures(text, span, match, before=bool(bound)):
        return None
    whole = Span(bound.start() if bound else start, match.end())
    return Target(whole.text(text), whole, _value(match), _unit(match), _at_least(bound, match))


def _measures(text: str, span: Span, match: re.Match[str], *, before: bool) -> bool:
    """Tell whether a number with a unit is a quantity, not a duration, an age, a slogan or what has been."""
    start, bounded = match.start(), before or bool(match["behind"])
    if match["time"] and not _is_shortened(text, span, match):
        return False
    if match["bounded"] and not bounded:
        return False
    if match["bounded"] == "岁" and "寿命" not in text[max(span.start, start - 12) : start]:
        return False
    if match["bare"] is not None and not bounded:
        return False
    if match["han"] in ("一", "二", "两") and not match["many"] and not before and match["behind"]:
        return False  # 两个以上的企业
    if match["han"] and not bounded and not match["time"]:
        value = (han_number(match["han"].replace("两", "二")) or 0) * _TIMES.get(match["many"], 1)
        if (
            value < _LEAST_HAN
            or match["unit"][0] in _SPOKEN
            or text.startswith(("方面", "一", "多", "字"), match.end())
        ):
            return False
    return not in_title(text, start, span.start) and not _told(text, span, start)


def _is_shortened(text: str, span: Span, match: re.Match[str]) -> bool:
    """Tell whether a length of time is itself what is to be reached: 压缩到5个工作日, but no date and no deadline."""
    floor, start = max(span.start, match.start() - 30), match.start()
    if text.startswith(_DATED, match.end()) or len(match["arabic"] or "") > 3:
        return False
    if text.endswith((*COUNTED, "用"), floor, start):
        return False
    lasts = not match["behind"] and _LASTING.search(text, floor, start)
    return bool(lasts or SHORTER.search(text, floor, start))


def _told(text: str, span: Span, start: int) -> bool:
    """Tell whether the sentence that a number stands in tells of what has been."""
    floor = max(span.start, start - _SENTENCE)
    floor = max(floor, 1 + max(text.rfind(c, floor, start) for c in "。；\n"))
    return bool(_PAST.search(text, floor, start))


def _value(match: re.Match[str]) -> float:
    if match["percent"]:
        return _han(match["of"])
    if match["parts"]:
        return _han(match["part"]) / (_han(match["parts"]) or 1)
    value = _arabic(match["arabic"]) if match["arabic"] else _han(match["han"])
    many = match["many"]
    if not many and match["many_upto"] and value < _arabic(match["upto"]):
        many = match["many_upto"]  # 5—8万元, but not 5000—1万元
    return round(value * _TIMES.get(many, 1), 6)


def _arabic(numeral: str) -> float:
    return float(unicodedata.normalize("NFKC", numeral).replace(",", ""))


def _han(numeral: str) -> float:
    return float(han_number(numeral.replace("两", "二")) or 0)


def _unit(match: re.Match[str]) -> str:
    if match["percent"]:
        return "%"
    unit = match["unit"] or match["time"] or match["bounded"] or ""
    return _SAME.get(unit, unit)


def _at_least(bound: re.Match[str] | None, match: re.Match[str]) -> bool | None:
    behind = match["behind"]
    if behind:
        return None if behind in ("左右", "上下") else behind.endswith("上")
    if bound and bound["least"]:
        return True
    return False if bound and bound["most"] else None
