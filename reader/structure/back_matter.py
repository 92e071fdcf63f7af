"""Signature, date, 附注, 抄送 and 印发: what stands behind the text of a document (GB/T 9704-2012, 7.3.5 to 7.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.text.dates import find_dates, only_date
from reader.text.markers import read_marker
from reader.text.organs import is_organ, split_organs

if TYPE_CHECKING:
    from reader.structure.paragraphs import Paragraph

_COPIES = re.compile(r"(抄送|抄报|分送|主送|报送)(?:机关|单位)?[ \u3000]{0,4}[:：]")
_PRINTED = re.compile(r"印发$|印制$")
_NOTE = re.compile(r"[（(](此件|此文|联系人|联系电话|公开方式|本文有删减|内部|信息公开).{0,60}[）)]")
_LOST = " ?？\u3000"  # blanks that a wrong encoding turned into question marks
_SIGNATURE = 80  # characters: no organs sign with longer names
_LONGEST = 12  # paragraphs of back matter
_COPIES_LINES, _COPIES_LINE = 8, 200  # paragraphs that the imprint may fill, characters of one
_PERSON = re.compile(
    r"(?:总理|主席|省长|市长|区长|县长|部长|局长|主任|署长|行长|州长|院长)[ \u3000]{1,8}[\u4e00-\u9fff·\u3000 ]{2,12}"
)


class Signed(NamedTuple):
    """Organs and date of a signature that stands on one line."""

    organs: tuple[str, ...]
    date: str


def is_copies(text: str) -> bool:
    return bool(_COPIES.match(text))


def is_printed(text: str) -> bool:
    """Tell whether a line is the 印发 line: organ, date and the word."""
    return len(text) < _SIGNATURE and bool(_PRINTED.search(text)) and any(find_dates(text))


def is_note(text: str) -> bool:
    return bool(_NOTE.fullmatch(text))


def date_of(text: str) -> str | None:
    """Return the ISO date of a line that holds a date and nothing else."""
    return only_date(text.strip(_LOST))


def is_date_line(text: str) -> bool:
    return date_of(text) is not None


def signers(text: str) -> tuple[str, ...]:
    """Return the organs of a line that names organs and nothing else."""
    plain = text.strip(_LOST)
    return split_organs(plain) if len(plain) <= _SIGNATURE else ()


def read_signed(text: str) -> Signed | None:
    """Return organs and date of a signature on one line: 某市人民政府 2024年1月2日."""
    if not 10 <= len(text) <= _SIGNATURE:
        return None
    for date in find_dates(text):
        if date.span.end == len(text) and (organs := signers(text[: date.span.start])):
            return Signed(organs, date.iso)
    return None


def is_signature(text: str) -> bool:
    """Tell whether a line is the name of an organ (or of several) or of the person who signs for it."""
    return bool(signers(text)) or bool(_PERSON.fullmatch(text))


def first_half(lines: list[Paragraph], at: int) -> str | None:
    """Return the name that the lines ``at - 1`` and ``at`` make together, where the title names that organ whole."""
    if at < 1 or re.search(r"[。，；：、:]", lines[at - 1].text) or read_marker(lines[at - 1].text):
        return None
    whole = lines[at - 1].text + lines[at].text
    known = len(whole) <= _SIGNATURE and any(whole in line.text for line in lines[: min(at - 1, 20)])
    return whole if known and is_organ(whole[:40]) else None


def back_matter_start(lines: list[Paragraph], start: int, end: int) -> int:
    """Return the index where the back matter of the paragraphs ``[start, end)`` begins; ``end`` where there is none."""
    at = _imprint_start(lines, start, end)
    dated = False
    longest = end - at + _LONGEST
    while at > start and end - at < longest:
        text = lines[at - 1].text
        if is_date_line(text) or read_signed(text):
            dated = True
        elif is_signature(text):
            if not dated:
                break
            if at - 1 > start and not signers(lines[at - 2].text) and first_half(lines, at - 1):
                at -= 1
        elif not (is_copies(text) or is_printed(text) or is_note(text) or (dated and _is_bracketed(text))):
            break
        at -= 1
    return at


def _is_bracketed(text: str) -> bool:
    """The second name of an organ, in brackets below the first: （爱国卫生运动委员会）（代章）."""
    return text[0] in "（(" and text[-1] in "）)" and len(text) <= 40 and "。" not in text and not read_marker(text)


def _imprint_start(lines: list[Paragraph], start: int, end: int) -> int:
    """Return where the imprint (版记) begins: 抄送 and all that stands behind it, over however many lines."""
    for i in range(max(start, end - _COPIES_LINES), end):
        if is_copies(lines[i].text):
            behind = lines[i + 1 : end]
            if all(len(line.text) <= _COPIES_LINE and not read_marker(line.text) for line in behind):
                return i
    return end
