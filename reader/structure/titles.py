"""The title of a document and of the notice that carries it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.text.doc_numbers import find_doc_numbers
from reader.text.folding import folded
from reader.text.genres import genre, looks_like_title
from reader.text.markers import read_marker

if TYPE_CHECKING:
    from reader.structure.paragraphs import Paragraph

# 关于印发《X》的通知, X市人民政府关于印发X的通知, 印发《关于…》的通知
_NOTICE = re.compile(
    r"(?:关于)?(?:印发|转发|发布|公布|下发|颁布|批转)(?P<carried>《.+》|.+?)的(?:通知|通告|公告|函|决定|令)(?:[（(].{1,20}[）)])?$"
)
_CARRIED_IN_TEXT = re.compile(
    r"现将《(?P<carried>[^《》]*(?:《[^《》]*》[^《》]*)*)》|^《(?P<first>[^《》]*(?:《[^《》]*》[^《》]*)*)》(?:已|业)经"
)
_CORE = re.compile(r"关于.*", re.DOTALL)
_QUOTED = re.compile(r"《(?P<title>[^《》]{4,80})》(?:[（(][^（()）]{1,20}[）)])?")
_CLAUSES = re.compile(r"[0-9一二三四五六七八九十]{1,3}条(?:[（(][^（()）]{1,20}[）)])?$")


class Titles(NamedTuple):
    """Title of the text, title of the notice before it, and the line (offset) at which the text's own title stands."""

    title: str | None
    notice_title: str | None
    title_at: int | None


def read_titles(front: list[Paragraph]) -> Titles:
    """Read the titles from the paragraphs in front of the first marker."""
    candidates = [
        p for p in map(_without_number, front)
        if looks_like_title(p.text) and not read_marker(p.text) and genre(p.text) != p.text
    ]  # fmt: skip
    notice = next((p for p in candidates if _NOTICE.search(p.text)), None)
    if notice is None:
        return _plain_title(candidates, front)
    match = _NOTICE.search(notice.text)
    carried = (match["carried"] if match else "").strip()
    if carried.startswith("《") and carried.endswith("》"):
        carried = carried[1:-1]
    named = _carried_title(carried, notice, candidates, front)
    title = named.text if named else carried
    return Titles(title, notice.text, named.start if named else None)


def _carried_title(
    carried: str, notice: Paragraph, candidates: list[Paragraph], front: list[Paragraph]
) -> Paragraph | None:
    """Find the line below the notice that bears the title of the text it carries."""
    wanted = folded(carried)
    for paragraph in front:
        if paragraph.start > notice.start and folded(paragraph.text) == wanted:
            return paragraph
    # The text may be titled a little otherwise than the notice says: 全国… for …, with （试行） behind it.
    below = [p for p in candidates if p.start > notice.start]
    core = _core(wanted)
    return next(
        (p for p in below if _akin(folded(p.text), wanted)),
        next((p for p in below if _core(folded(p.text)) == core), None),
    )


def _core(title: str) -> str:
    """民政部关于清理整顿社会团体意见 and 关于清理整顿社会团体的意见 are the same from 关于 on, but for a 的."""
    found = _CORE.search(title)
    return (found[0] if found else title).replace("的", "")


def _akin(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= 6 and short in long


def _without_number(line: Paragraph) -> Paragraph:
    """Take the document's number in brackets off the end of its title."""
    if line.text[-1] not in "）)" or len(line.text) > 120:
        return line
    for number in find_doc_numbers(line.text):
        before = line.text[: number.span.start]
        if number.span.end == len(line.text) - 1 and before[-1:] in ("（", "("):
            return line._replace(text=before[:-1].rstrip())
    return line


def _plain_title(candidates: list[Paragraph], front: list[Paragraph]) -> Titles:
    if not candidates:
        quoted = next((p for p in front if _is_quoted_title(p.text)), None)
        return Titles(quoted.text, None, quoted.start) if quoted else Titles(None, None, None)
    title = candidates[0]
    if genre(title.text) in ("令", "公告") and len(candidates) > 1:  # an order or announcement puts its text in force
        return Titles(candidates[1].text, title.text, candidates[1].start)
    # The notice lost its title line, but says what it carries: 现将《X》印发给你们.
    for paragraph in front:
        found = _CARRIED_IN_TEXT.search(paragraph.text)
        carried = (found["carried"] or found["first"]) if found else None
        if carried and paragraph.start > title.start and folded(carried) != folded(title.text):
            named = next((p for p in candidates if folded(p.text) == folded(carried)), None)
            if named:
                return Titles(named.text, title.text, named.start)
    return Titles(title.text, None, title.start)


def _is_quoted_title(text: str) -> bool:
    """《某市措施三十条（2026年）》（节选） stands alone on its line."""
    found = _QUOTED.fullmatch(text)
    return bool(found and (genre(found["title"]) or _CLAUSES.search(found["title"])))
