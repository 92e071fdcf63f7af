"""Who issued a document, and on what day: signature, letterhead, order (令), title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.structure.back_matter import date_of, first_half, is_date_line, read_signed, signers
from reader.text.organs import is_organ, split_organs

if TYPE_CHECKING:
    from reader.structure.paragraphs import Paragraph
    from reader.structure.titles import Titles

_LETTERHEAD = re.compile(r"(?P<organ>.{2,60}?)文件$")
_BEFORE_SUBJECT = re.compile(
    r"^(?P<organs>[\u4e00-\u9fff（）、 \u3000]{3,80}?)(?:关于|印发|转发|批转|发布|公布)(?=.{4})"
)
# A place is no organ, though many organs' names end like one.
_PLACE = re.compile(r"(?:[省市区县州盟旗乡镇]|街道|园区|地区)$")
_NUMBER = r"(?:（|\()?(?P<number>(?:(?:19|20)[0-9]{2}年)?第[0-9零〇一二三四五六七八九十百]{1,6}号)(?:）|\))?"
_ORDER = re.compile(rf"(?P<organ>[\u4e00-\u9fff、 \u3000]{{2,60}}?)(?P<kind>令|公告)(?:[ \u3000]{{0,4}}{_NUMBER})?")
_ORDER_NUMBER = re.compile(_NUMBER)
_HEAD = 12  # paragraphs in which an order names itself


class Signature(NamedTuple):
    """Organs that signed, and the ISO date of the signature."""

    organs: tuple[str, ...]
    date: str | None


class Order(NamedTuple):
    """An order or announcement (中华人民共和国国务院令第707号): its heading, the organ, and its number in full."""

    heading: str
    organs: tuple[str, ...]
    number: str | None


def read_signature(loose: list[Paragraph], titles: Titles) -> Signature:
    """Read organs and date: a line that holds a date alone, below lines that hold organs alone."""
    for i, line in enumerate(loose):
        if signed := read_signed(line.text):
            return Signature(signed.organs, signed.date)
        if is_date_line(line.text) and (organs := _organs_above(loose, i, titles)):
            return Signature(organs, date_of(line.text))
    dates = [line.text for line in loose if is_date_line(line.text) and "年" in line.text]
    return Signature((), date_of(dates[-1]) if dates else None)


def _organs_above(loose: list[Paragraph], at: int, titles: Titles) -> tuple[str, ...]:
    organs: tuple[str, ...] = ()
    j = at - 1
    second = ""  # a second name in brackets below the first
    while j >= 0 and loose[j].text not in (titles.title, titles.notice_title):
        text = loose[j].text
        if not organs and not second and text[0] in "（(" and (inner := _second_name(text)) is not None:
            second = inner
        elif named := signers(text):
            if whole := first_half(loose, j):
                named, j = (whole,), j - 1
            organs = (*named[:-1], named[-1] + second, *organs)
            second = ""
        else:
            break
        j -= 1
    return organs


def _second_name(text: str) -> str | None:
    """（爱国卫生运动委员会）（代章） is the second name of the organ above; （代章） alone is none."""
    plain = re.sub(r"[（(](?:代章|盖章|印章|章)[）)]", "", text)
    if not plain:
        return ""
    return plain if plain[-1] in "）)" and is_organ(plain.strip("（()）")) else None


def read_letterhead(front: list[Paragraph]) -> tuple[str, ...]:
    """Return the organs of a letterhead: 某市人民政府文件."""
    for line in front:
        found = _LETTERHEAD.match(line.text)
        if found and (organs := split_organs(found["organ"])):
            return organs
    return ()


def read_order(front: list[Paragraph]) -> Order | None:
    """Read the heading of an order, its number on the same line or on the next."""
    for i, line in enumerate(front[:_HEAD]):
        found = _ORDER.fullmatch(line.text)
        if not found:
            continue
        below = _ORDER_NUMBER.fullmatch(front[i + 1].text) if i + 1 < len(front) else None
        number = found["number"] or (below["number"] if below else None)
        heading = found["organ"] + found["kind"]
        organ = found["organ"]
        named = split_organs(organ.removeprefix("中华人民共和国")) or split_organs(organ)
        if number is None and not named:
            continue
        return Order(heading, named, "".join(heading.split()) + number if number else None)
    return None


def issuers_of_title(title: str | None) -> tuple[str, ...]:
    """Return the organs that a title begins with: X和Y关于…的通知; none for a place or a text's own name."""
    found = _BEFORE_SUBJECT.match(title or "")
    organs = split_organs(found["organs"]) if found else ()
    return () if any(_PLACE.search(organ) for organ in organs) else organs
