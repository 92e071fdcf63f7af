"""Reads the front matter of a document out of its reading text and of what cleaning took away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.structure.back_matter import is_copies, is_date_line, is_note, is_printed, signers
from reader.structure.front_matter import FrontMatter
from reader.structure.info_table import read_info_table
from reader.structure.issuers import issuers_of_title, read_letterhead, read_order, read_signature
from reader.structure.paragraphs import Paragraph
from reader.structure.titles import read_titles
from reader.text.dates import find_dates
from reader.text.doc_numbers import find_doc_numbers, only_doc_number
from reader.text.genres import genre, looks_like_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.structure.section import Outline

_PUBLISHED = re.compile(r"(?:(?:发布|公开|更新|上传)(?:时间|日期)|^(?:时间|日期)|[^文成施废]日期)[:：]?$")
_UNTIL = r"(?:起?至[^。\n]{6,16}?日止?，?)?"
_EFFECTIVE = re.compile(rf"[自从于](?P<from>.{{6,14}}?日)起?{_UNTIL}(?:正式|开始)?(?:施行|实施|执行|生效|试行|有效)")
_IN_FORCE = re.compile(r"(?P<from>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)[起 \u3000]{0,4}(?:施行|实施)")
_EXPIRES = re.compile(
    r"(?:有效期(?:限)?(?:至|到|截至|截止)|有效期[^。\n]{0,40}?至|执行期?(?:至|到)|[自从][^。\n]{6,14}?日起?(?:施行)?，?至)(?P<to>[^。\n]{6,14}?日)"
)
_STANDS_ALONE = re.compile(r"(?:\s{1,4}\d{1,2}:\d{2}(?::\d{2})?(?:\s.{0,20})?)?")  # the time, and where
_SENTENCE = 120  # characters
_PUTS_IN_FORCE = re.compile(r"现(?:公布|发布|予|将|印发)")  # 现公布《某条例》，自…起施行
_NUMBER_LABEL = re.compile(r"^(?:发文字号|发布文号|文号|文件编号)[ \u3000]{0,4}[:：][ \u3000]{0,4}")
_URGENCY = re.compile(r"(特急|加急|特提|平急|急件)")
_SECRECY = re.compile(r"(绝密|机密|秘密)[ ]?[★☆]?.{0,6}")
_COPIES_LABEL = re.compile(r"^[^:：]{2,6}[:：]\s{0,4}")
_COPIES_LINES = 8
_COPIES_END = re.compile(r"[，、。；]")
_ADDRESSEES = re.compile(r"^[^。！？]{2,400}[:：]$")


def read_front_matter(
    simplified: str, outline: Outline, removed: Iterable[str], title: str | None = None
) -> FrontMatter:
    """Return the front matter of a document.

    ``simplified`` is the reading text, ``removed`` are the pieces of furniture that cleaning took away (they may hold
    the date of publication), ``title`` is one that the user typed in.
    """
    first = outline.sections[1].span.start if len(outline.sections) > 1 else len(simplified)
    loose = [Paragraph(span.start, span.end, span.text(simplified)) for span in outline.sections[0].body]
    front = [line for line in loose if line.start < first]
    titles = read_titles(front)
    removed = list(removed)
    table = read_info_table(removed)
    order = read_order(front)
    signature = read_signature(loose, titles)
    number = _number(front) or (order.number if order else None) or table.number
    printed_by, printed_on = _printed(loose)
    return FrontMatter(
        title=title or titles.title,
        notice_title=titles.notice_title or (order.heading if order and titles.title != order.heading else None),
        doc_number=number,
        issuers=signature.organs
        or read_letterhead(front)
        or (order.organs if order else ())
        or table.issuers
        or issuers_of_title(titles.notice_title or titles.title),
        addressees=_addressees(front),
        issued_on=signature.date or table.issued_on,
        printed_on=printed_on,
        published_on=_published(removed),
        effective_on=_own_date(_EFFECTIVE, simplified, "from") or _in_force(front),
        expires_on=_own_date(_EXPIRES, simplified, "to"),
        printed_by=printed_by,
        copied_to=_copied(loose),
        note=next((line.text.strip("（()）") for line in loose if is_note(line.text)), None),
        genre=genre(title or titles.title or "") or None,
        secrecy=_mark(front[:10], _SECRECY),
        urgency=_mark(front[:10], _URGENCY),
        cited_doc_numbers=_cited(simplified, number),
    )


def _number(front: list[Paragraph]) -> str | None:
    """The document's own number stands alone on a line in front of the text, or in brackets behind the title."""
    for line in front:
        if number := only_doc_number(_NUMBER_LABEL.sub("", line.text)):
            return number
        if line.text[-1] in "）)" and looks_like_title(line.text[: line.text.rfind("（")]):
            for found in find_doc_numbers(line.text):
                if found.span.end == len(line.text) - 1:
                    return found.text
    return None


def _addressees(front: list[Paragraph]) -> str | None:
    for line in front:
        if (
            _ADDRESSEES.match(line.text)
            and not is_copies(line.text)
            and "现将" not in line.text
            and "如下" not in line.text
        ):
            return line.text.rstrip("：:")
    return None


def _printed(loose: list[Paragraph]) -> tuple[str | None, str | None]:
    """Organ and date of the 印发 line; the organ may stand on the line above."""
    for i, line in enumerate(loose):
        if not is_printed(line.text):
            continue
        date = next(find_dates(line.text))
        organ = line.text[: date.span.start].strip()
        if not organ and i and signers(loose[i - 1].text):
            organ = loose[i - 1].text
        return organ or None, date.iso
    return None, None


def _copied(loose: list[Paragraph]) -> str | None:
    """Whom copies go to: the 抄送 line, and what follows it up to the 印发 line and the organ that prints."""
    at = next((i for i, line in enumerate(loose) if is_copies(line.text)), None)
    if at is None:
        return None
    lines = [_COPIES_LABEL.sub("", loose[at].text)]
    for line in loose[at + 1 : at + _COPIES_LINES]:
        if is_printed(line.text) or is_date_line(line.text) or signers(line.text) or not _COPIES_END.search(line.text):
            break
        lines.append(line.text)
    return "".join(lines).rstrip("。")


def _in_force(front: list[Paragraph]) -> str | None:
    """The line that a law's own history ends with: 2014年3月1日 施行."""
    for line in front:
        if found := _IN_FORCE.fullmatch(line.text):
            return next((date.iso for date in find_dates(found["from"])), None)
    return None


def _published(removed: Iterable[str]) -> str | None:
    """The date a page gives: behind 发布时间 (or a label on the line before), or alone in the form of a database."""
    alone, label = None, ""
    for piece in removed:
        for date in find_dates(piece):
            before = "".join((label + piece[: date.span.start]).split())
            if _PUBLISHED.search(before):
                return date.iso
            if not before and _STANDS_ALONE.fullmatch(piece, date.span.end) and ("年" not in piece or ":" in piece):
                alone = alone or date.iso
        label = piece if piece.rstrip().endswith((":", "：")) else ""
    return alone


def _own_date(pattern: re.Pattern[str], text: str, name: str) -> str | None:
    """A date that the document sets for itself: not one of a law it cites (《…》自…起施行)."""
    for found in pattern.finditer(text):
        before = text[max(0, found.start() - _SENTENCE) : found.start()]
        sentence = before[max(before.rfind("。"), before.rfind("\n")) + 1 :]
        if sentence.rstrip("，").endswith(("》", "”")) and not _PUTS_IN_FORCE.search(sentence):
            continue
        return next((date.iso for date in find_dates(found[name])), None)
    return None


def _mark(lines: list[Paragraph], pattern: re.Pattern[str]) -> str | None:
    for line in lines:
        for part in line.text.split():
            if found := pattern.fullmatch(part):
                return found[0]
    return None


def _cited(text: str, own: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n.text for n in find_doc_numbers(text) if n.text != own))
