"""How a clause is cited: 《标题》（文号）二、（一）1. or, in a regulation, 第十条第二款第（三）项."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal

from reader.text.numerals import to_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline, Section
    from reader.text.spans import Span

Form = Literal["full", "short"]
UNTITLED = "无标题文件"

_ARTICLE = re.compile(r"第.{1,12}条(之.{1,4})?")
_LONGEST_BULLET = 20  # characters of a —— heading that still name it


def cite(
    front: FrontMatter,
    outline: Outline,
    section: Section,
    *,
    title: str | None = None,
    form: Form = "full",
    text: str | None = None,
    offset: int | None = None,
) -> str:
    """Return the citation of a section; with the reading text and an offset it names the paragraph of an article too.

    Full: ``《标题》（文号）二、（一）1.``; short: ``文号二（一）1``, without a number ``《标题》二（一）1``.
    """
    name = title_in_marks(title or front.title or front.notice_title or UNTITLED)
    number = front.doc_number
    place = locus(outline, section, form=form, text=text, offset=offset)
    if form == "short":
        return (number or name) + place
    return name + (f"（{number}）" if number else "") + place


def title_in_marks(title: str) -> str:
    """Put a title between 《》; marks within it become 〈〉 (GB/T 15834-2011)."""
    bare = title.strip()
    if bare.startswith("《") and bare.find("》") == len(bare) - 1:
        bare = bare[1:-1]
    return f"《{bare.replace('《', '〈').replace('》', '〉')}》"


def locus(
    outline: Outline, section: Section, *, form: Form = "full", text: str | None = None, offset: int | None = None
) -> str:
    """Return the place within the document: 二、（一）1., short 二（一）1; by 条 款 项 where it has articles."""
    line = [*reversed(list(outline.ancestors(section))), section]
    line = [s for s in line if s.number]
    article = next((s for s in line if _ARTICLE.fullmatch(plain_marker(s))), None)
    if article is not None:
        return _by_article(outline, line[line.index(article) :], text, offset)
    return "".join(_step(s, form) for s in line).rstrip("、 ")


def plain_marker(section: Section) -> str:
    """Return the marker as it is printed: （一） in full-width brackets, digits and dots in half-width."""
    written = "".join(section.marker.split())
    if unicodedata.category(written[:1] or " ") == "No":  # ① stays ①
        return written
    return unicodedata.normalize("NFKC", written).replace("(", "（").replace(")", "）")


def _step(section: Section, form: Form) -> str:
    marker = plain_marker(section)
    if set(marker) <= set("—-─―"):
        if form == "short" or not 0 < len(section.heading) <= _LONGEST_BULLET:
            return ""
        return f"——{section.heading}"
    if section.annex and section.parent is None:
        return f"{marker.rstrip(':')} "
    return marker.rstrip("、.") if form == "short" else marker


def _by_article(outline: Outline, line: list[Section], text: str | None, offset: int | None) -> str:
    article, *items = line
    place = plain_marker(article)
    if text is not None and offset is not None and (paragraph := _paragraph(outline, article, text, offset)):
        place += f"第{to_han(paragraph)}款"
    for item in items:
        marker = plain_marker(item)
        place += f"第{marker.rstrip('.、')}{'项' if marker.startswith('（') else '目'}"
    return place


def _paragraph(outline: Outline, article: Section, text: str, offset: int) -> int | None:
    """Return which paragraph of the article the offset stands in or under; None where there is only one."""
    starts = [start for start in _line_starts(text, article.span) if outline.at(start).number == article.number]
    if len(starts) < 2:
        return None
    return max(1, sum(start <= offset for start in starts))


def _line_starts(text: str, span: Span) -> Iterator[int]:
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        if text[start:end].strip():
            yield start
        start = end + 1
