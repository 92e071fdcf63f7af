"""Which draft of a text a document is, by its title and its file's name, and which documents are drafts of one text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath

STAGES = ("征求意见稿", "送审稿", "审议稿", "印发稿")  # in the order in which a text passes them

# The names of drafts as a text passes them; the place is what they are sorted by.
_PASSED = (
    ("草稿", "初稿", "讨论稿", "工作稿", "论证稿", "建议稿"),
    ("草案",),
    ("征求意见稿",),
    ("修改稿", "修订稿", "修正稿"),
    ("送审稿", "报审稿", "报批稿", "报签稿", "会签稿"),
    ("审议稿", "初审稿", "一审稿", "二审稿", "三审稿", "上会稿", "会审稿", "审定稿"),
    ("表决稿",),
    ("印发稿", "正式稿", "发布稿", "发文稿", "定稿", "终稿"),
)
_PLACES = {name: place for place, names in enumerate(_PASSED) for name in names}
_DIGITS = "零一二三四五六七八九十"
_OPEN, _CLOSE = r"[（(【\[〔]", r"[）)】\]〕]"
_NAMES = "|".join(name for name in _PLACES if name != "草案")
_TIME = rf"(?:第?[{_DIGITS[1:]}\d]{{1,2}}(?:次|轮|稿)|再次|公开)?"
_DRAFT = r"(?:修订|修正案?|修改)?草案"
_STAGE = rf"{_TIME}(?:{_DRAFT}[·:：-]?)?{_TIME}(?:{_NAMES})|{_TIME}{_DRAFT}"
_ABOUT = "的|意见|起草|编制|说明|公开|向|进行|修改|反馈|采纳|解读|汇总|审议"  # follows where a draft is spoken of
_DATE = r"(?<!\d)(?:(?:19|20)\d\d[-.年]?\d{1,2}[-.月]?\d{1,2}|\d{1,2}月\d{1,2}|(?:0\d|1[0-2])[0-3]\d)日?"
_PATTERNS = {
    "stage": _STAGE,
    "closing": rf"(?:{_STAGE})$",
    "bracket": rf"{_OPEN}([^（()）]{{1,30}}){_CLOSE}[》〉”\"' ]{{0,3}}$",  # the last of a title
    "named": rf"{_OPEN}?({_STAGE})(?!{_CLOSE}?[》〉”]?(?:{_ABOUT}))(?:{_CLOSE}|(?=[^）)】\]〕]|$))",
    "time": rf"第?([{_DIGITS[1:]}\d]{{1,2}})(?:次|轮|稿|审)|[vV版](\d{{1,2}})(?!\d)",
    "edition": r"\((?:试行|暂行|(?:19|20)\d\d年?[^()]{0,8}|[^()]{0,12}(?:修订|修正|版))\)|^附件\d{0,2}[:、.]?",
    "carrier": r"^.{0,40}关于(?:印发|发布|公布|下发|转发)[<《](.{2,200})[>》]的(?:通知|公告|决定)$",
    "version": rf"[-_—\s(（]{{0,3}}(?:[vV]\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|{_DATE}|最[终新]版?|\(\d{{1,2}}\))[)）]?$",
}


def stage_of(title: str, file: str) -> str:
    """Return the stage as the title or else the file's name writes it (修订草案征求意见稿); empty where neither does.

    A text about a draft (关于…（草案）的说明) is none.
    """
    stem = PurePath(file).stem
    return _of_title(title) or _of_title(stem) or _of_name(stem)


def stage_order(stage: str, file: str = "") -> tuple[int, int]:
    """Return what sorts stages as a text passes them: 二次审议稿 behind 审议稿, a second file of a stage behind the first.

    A stage that has no name we know goes with 草案.
    """
    places = [place for name, place in _PLACES.items() if name in stage]
    time = _pattern("time").search(stage) or _pattern("time").search(PurePath(file).stem)
    return max(places, default=1), _value(time[1] or time[2]) if time else 1


def is_issued(stage: str) -> bool:
    """Tell whether a document of this stage is the text that holds."""
    return not stage or stage_order(stage)[0] == len(_PASSED) - 1


def series_key(title: str, file: str) -> str:
    """Return what the drafts of one text and the text that was issued have in common; empty where nothing is left."""
    from reader.text.folding import folded  # the list of documents needs only the stages

    stem = PurePath(file).stem
    text = _pattern("version").sub("", stem) if title == stem else title
    text = folded(_pattern("named").sub("", text) if _may_tell(text) else text)
    if "的" in text and (carried := _pattern("carrier").search(text)):
        text = carried[1]
    return _pattern("edition").sub("", text).strip("<>《》\"'-_—·.、:~+ ")


def _of_title(title: str) -> str:
    """Return the stage that closes a title, perhaps with other brackets behind it: X（草案）（2024年3月）."""
    if not _may_tell(title):
        return ""
    rest = title.rstrip("》〉”\"' ")
    while bracket := _pattern("bracket").search(rest):
        if _pattern("stage").fullmatch(inner := "".join(bracket[1].split())):
            return inner
        rest = rest[: bracket.start()]
    bare = _pattern("closing").search(rest)
    return bare[0] if bare else ""


def _of_name(stem: str) -> str:
    found = _pattern("named").search(stem) if _may_tell(stem) else None
    return found[1] if found else ""


def _may_tell(text: str) -> bool:
    """Spare the patterns where, as in nearly all titles, there is nothing to find."""
    return "稿" in text or "草案" in text


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    return sum(int(digit) if digit.isdecimal() else _DIGITS.index(digit) for digit in number)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return a pattern, compiled when first needed: the window lists its documents before its first paint."""
    return re.compile(_PATTERNS[name])
