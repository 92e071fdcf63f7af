"""How documents write times: one pattern that finds them all, and the last day that one of them names."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from reader.text.numerals import number
from reader.text.patterns import pattern


class Phrase(StrEnum):
    """The groups of ``TIME``: in what manner a phrase names a time."""

    STRETCH = "stretch"  # 2026—2028年, 2025年3月至6月
    DATE = "date"  # 到2025年底, 2025年12月底前, 年内, 三季度, 6月底前
    PLAN = "plan"  # “十四五”末
    EACH = "each"  # 每季度, 每年3月底前
    WITHIN = "within"  # 30日内
    ONGOING = "ongoing"  # 持续推进


_B = "[ \u00a0\u3000]?"
_HAN = "一二三四五六七八九十"
_DIGIT = "[0-9０-９]"
_YEAR = rf"(?:(?:19|20|１９|２０){_DIGIT}{{2}}|[一二][〇○零O一二三四五六七八九]{{3}})"
_MONTH = rf"(?:1[0-2]|0?[1-9]|１[０-２]|[１-９]|十[一二]?|[{_HAN[:-1]}])"
_DAY = rf"(?:{_DIGIT}{{1,2}}|[{_HAN}]{{1,3}})"
_NUMBER = rf"(?:{_DIGIT}{{1,3}}|[{_HAN}两]{{1,3}}|半)"
_TO = rf"{_B}(?:[—–―~～-]{{1,2}}|至|到){_B}"
_IN_MONTH = rf"(?:{_B}{_DAY}{_B}日|底|末|[上中下]旬)"
_IN_YEAR = rf"(?:[上下]半年|第?[一二三四1-4]{_B}季度[末底]?|Q[1-4]|{_MONTH}{_B}月份?{_IN_MONTH}?)"
_BEFORE = "(?:(?:[（(](?:星期|周)[一二三四五六日天][）)])?(?:下班|中午|[0-9]{1,2}[:：时点](?:[0-9]{2}分?)?)?[之以]?前)"
_UNIT = "(?:个?工作日|个?月|年|日|天|周|个?小时)"
_QUOTE, _UNQUOTE = '[“"「『]?', '[”"」』]?'

_STRETCH = (
    rf"{_YEAR}{_B}(?:年{_B}(?:{_MONTH}{_B}月?{_B})?)?{_TO}"
    rf"(?:{_YEAR}{_B}年(?:{_B}{_MONTH}{_B}月)?|(?:次年)?{_MONTH}{_B}月)[底末份]?"
)
_FIVE_YEARS = rf"{_QUOTE}十[一二三四五六七]五{_UNQUOTE}(?:规划)?"
_PLAN_END = f"{_FIVE_YEARS}时?期?末"
_DATE = (
    rf"(?:(?:截至|截止到?|[到至]){_B})?"
    rf"(?:(?:{_YEAR}{_B}年|[今明本当次]年)度?{_B}(?:{_IN_YEAR}|[底末终内]|{_PLAN_END})?|{_IN_YEAR}|[年月][底末内]){_BEFORE}?"
)
_PLAN = rf"[到至]?(?:{_PLAN_END}|{_FIVE_YEARS}(?:时期|期间)){_BEFORE}?"
_EACH = (
    rf"每(?:隔|个)?(?:[半两]|[{_HAN}]|{_DIGIT})?个?(?:年度?|季度?|月度?|周|日|天|旬|学期)"
    rf"(?:(?:首月|末月|次月)?{_IN_YEAR}?{_IN_MONTH}?{_BEFORE}|{_IN_YEAR}|{_IN_MONTH})?"
)
_WITHIN = (
    rf"{_NUMBER}{_B}{_UNIT}(?:[之以]?内)"
    rf"|用{_NUMBER}(?:{_TO}{_NUMBER})?{_B}(?:个月|年)(?:左右)?的?时间"
)
ALONE = ("长期", "长期任务", "全年", "常年", "持续")  # a time only where it stands alone in its cell
_ONGOING = "(?:持续|长期|常态化)(?:深入)?(?:推进|推动|开展|实施|坚持|抓好|做好|落实)|常抓不懈|长抓不懈|长期(?:任务)?|全年|常年|持续"
# Nine places in ten are passed over for their first character.
_FIRST = rf"(?=[0-9０-９{_HAN}两半到至截今明本当次每持常长全上下用第年月“\"「『])"
TIME = pattern(
    f"{_FIRST}(?:(?P<stretch>{_STRETCH})|(?P<plan>{_PLAN})|(?P<within>{_WITHIN})|(?P<date>{_DATE})"
    f"|(?P<each>{_EACH})|(?P<ongoing>{_ONGOING}))"
)

_YEARS = pattern(rf"({_YEAR}){_B}(?=年|[—–―~～至到-])")
_HALF = pattern("([上下])半年")
_QUARTER = pattern(rf"([一二三四1-4]){_B}季度|Q([1-4])")
_MONTHS = pattern(rf"({_MONTH}){_B}月")
_DAYS = pattern(rf"({_DAY}){_B}日")
_THIRDS = {"上旬": 10, "中旬": 20}
_FIFTH = pattern("十([一二三四五六七])五")
_COUNT = pattern(rf"({_NUMBER}){_B}({_UNIT})(?:[之以]?内)$")


def is_firm(phrase: str) -> bool:
    """Tell whether a DATE has a form that only the time of an order has: 前, 内, 到2027年, 至6月底."""
    return phrase.endswith(("前", "内")) or (
        phrase[0] in "到至截" and (phrase[-1] in "底末" or year_of(phrase) is not None)
    )


def is_slight(phrase: str) -> bool:
    """Tell whether a DATE is too little for the time of an order: 今年, 2019年度, 3月, 月底, a day on which something is."""
    if is_firm(phrase):
        return phrase.endswith("年以前")
    yearless = year_of(phrase) is None and phrase[0] not in "今明本"
    return (
        phrase[1:] == "年"
        or phrase.endswith("年度")
        or (yearless and phrase.endswith(("月", "份")))
        or phrase[0] == "月"
        or "日" in phrase
    )


def year_of(phrase: str) -> int | None:
    """Return the last year that a phrase writes out."""
    years = _YEARS.findall(phrase)
    return number(years[-1]) if years else None


def due_of(phrase: str, year: int | None, this_year: int | None) -> date | None:
    """Return the last day of the time that a DATE or STRETCH names.

    ``year`` is the one that 三季度 goes with, ``this_year`` the one that 今年 is.
    """
    named = phrase.lstrip("到至")
    if named[0] in "月当次":
        return None
    if named[0] in "今明本":
        year = this_year + (named[0] == "明") if this_year else None
    else:
        year = year_of(phrase) or year
    return _last_day(phrase, year) if year else None


def _last_day(phrase: str, year: int) -> date | None:
    if half := _HALF.search(phrase):
        return date(year, 6, 30) if half[1] == "上" else date(year, 12, 31)
    if quarter := _QUARTER.search(phrase):
        return _month_end(year, 3 * (number(quarter[1] or quarter[2]) or 0))
    months = _MONTHS.findall(phrase)
    if not months:
        return date(year, 12, 31)
    month = number(months[-1]) or 0
    if day := _DAYS.search(phrase):
        return _valid(year, month, number(day[1]) or 0)
    third = next((day for word, day in _THIRDS.items() if word in phrase), None)
    return _valid(year, month, third) if third else _month_end(year, month)


def plan_end(phrase: str) -> date | None:
    """Return the last day of the five-year plan that a phrase names: the 14th ends with 2025."""
    found = _FIFTH.search(phrase)
    return date(1955 + 5 * (10 + (number(found[1]) or 0)), 12, 31) if found else None


def after(day: date, phrase: str) -> date | None:
    """Return ``day`` and what a WITHIN adds to it; None where workdays are counted, which only a calendar knows."""
    found = _COUNT.search(phrase)
    count = number(found[1].replace("两", "二")) if found else None
    if not found or count is None or "工作日" in found[2]:
        return None
    unit = found[2].lstrip("个")
    if unit in ("年", "月"):
        months = day.month - 1 + count * (12 if unit == "年" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    return day + timedelta(days=count * {"周": 7, "小时": 0}.get(unit, 1))


def _month_end(year: int, month: int) -> date | None:
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
