"""What a note looks like as a Word comment, and what tells it apart when it comes back.

Word, WPS and LibreOffice number comments anew when they save. What lasts is a hidden bookmark (its name begins with _)
around the same words: its name holds the annotation's uuid and a short digest of what the comment said when it left.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from reader.anchoring.anchor import Placement
    from reader.text.reading_text import ReadingText

PROPERTY = "YueduText"  # the document property that tells which text was exported
_PREFIX = "_yd"
_DIGEST = 5  # characters; prefix, digest and uuid together are 40, the most that Word takes
_NAME = re.compile(rf"{_PREFIX}([a-z2-7]{{{_DIGEST}}})([0-9A-Za-z]{{1,32}})")
_UUID = re.compile(r"[0-9A-Za-z]{1,32}")
_TAGS, _LOST = "标签：", "原引文字："
_LONGEST_QUOTE = 200  # characters of an orphan's quotation inside its comment
_LABEL = re.compile(r"〔([^〔〕\n]{1,40})〕")
# Only what reads exactly so is ours: a note may well end in a line about 标签 or 原引文字.
_TAG_LINE = re.compile(rf"{_TAGS}((?:〔[^〔〕\n]+〕)+)")
_LOST_LINE = re.compile(rf"{_LOST}“.*”（在现有文本中未能确定位置）")
_FRAME = str.maketrans("", "", "〔〕")


class Origin(NamedTuple):
    """Which annotation a comment is, and the digest of what it said."""

    uuid: str
    digest: str


class Said(NamedTuple):
    """What the text of one of our comments says: the colour's name, the note, its tags."""

    colour: str
    note: str
    tags: tuple[str, ...]


def text_digest(reading: ReadingText) -> str:
    """Return what an exported document carries as its property, the same for the same reading text."""
    return hashlib.sha256(reading.simplified.encode("utf-8", "surrogatepass")).hexdigest()


def said_digest(text: str) -> str:
    """Return the digest of a comment's text; blanks and line breaks do not count, programs change them as they save."""
    bare = "".join(xml_safe(text).split())
    return base64.b32encode(hashlib.sha256(bare.encode()).digest())[:_DIGEST].decode().lower()


def bookmark_name(uuid: str, text: str) -> str | None:
    """Return the bookmark of a comment; None for a uuid that no bookmark can hold."""
    return f"{_PREFIX}{said_digest(text)}{uuid}" if _UUID.fullmatch(uuid) else None


def origin_of(name: str) -> Origin | None:
    """Return which comment a bookmark stands for; None for one that is not ours."""
    found = _NAME.fullmatch(name)
    return Origin(found[2], found[1]) if found else None


def comment_text(placement: Placement, *, tags: bool) -> str:
    """Return the text of a comment: 〔疑问〕请核对, then 标签：〔待核〕 and, of a note without a place, the words it was about."""
    mark = placement.annotation
    lines = [f"〔{_bare(mark.colour)}〕{xml_safe(mark.note)}"]
    named = filter(None, (" ".join(xml_safe(tag).translate(_FRAME).split()) for tag in mark.tags))
    if tags and (said_tags := "".join(f"〔{tag}〕" for tag in named)):
        lines.append(_TAGS + said_tags)
    if placement.span is None:
        quote = " ".join(mark.anchor.exact.split())
        cut = quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 2] + "……"
        lines.append(f"{_LOST}“{cut}”（在现有文本中未能确定位置）")
    return xml_safe("\n".join(lines))


def said(text: str) -> Said:
    """Take the text of one of our comments apart again, whatever was changed in it."""
    label = _LABEL.match(text)
    first, *lines = (text[label.end() :] if label else text).split("\n")
    tags: tuple[str, ...] = ()
    if lines and _LOST_LINE.fullmatch(lines[-1]):
        del lines[-1]
    if lines and (found := _TAG_LINE.fullmatch(lines[-1])):
        tags = tuple(found[1][1:-1].split("〕〔"))
        del lines[-1]
    return Said(label[1] if label else "", "\n".join((first, *lines)), tags)


def _bare(colour: str) -> str:
    return " ".join(xml_safe(colour).translate(_FRAME).split())[:40] or "批注"
