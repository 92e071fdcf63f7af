"""How a clause is cited: 《关于印发〈标题〉的通知》（文号）二（一）1 or, in a regulation, 第十条第二款第（三）项."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal

from reader.structure.section import path_label
from reader.text.numerals import to_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline, Section
    from reader.text.spans import Span

Form = Literal["full", "short"]
UNTITLED = "无标题文件"
BEGINNING = "文首"  # what stands before the first marker
THEN = "（批注时）"  # behind the place of what has lost it

_ARTICLE = re.compile(r"第.{1,12}条(之.{1,4})?")
_FIGURES = re.compile(r"\d{1,4}(\.\d{1,4}){0,5}")
_LONGEST_BULLET = 20  # characters of a —— heading that still name it
_WITHOUT_ISSUER = "关于"
_MOST_ISSUERS = 3  # that a title names; how it would sum up more of them is not to be guessed


def cite(
    front: FrontMatter,
    outline: Outline,
    section: Section,
    *,
    title: str | None = None,
    form: Form = "full",
    text: str | None = None,
    offset: int | None = None,
    again: bool = False,
) -> str:
    """Return the citation of a section; with the reading text and an offset it names the paragraph of an article too.

    Full: ``《某机关关于印发〈标题〉的通知》（文号）二（一）1``, short, and in full where the document was cited before
    (``again``): ``文号二（一）1``, without a number ``《标题》二（一）1``. ``title`` is the library's name for it.
    """
    name = brief_name(front, title) if again or form == "short" else full_name(front, title)
    return name + cited_place(outline, section, form=form, text=text, offset=offset)


class Citations:
    """Cites the places of one document, asked in the order in which they are printed: in full first, in brief after."""

    def __init__(self, front: FrontMatter, outline: Outline, text: str, title: str | None, form: Form) -> None:
        self._front, self._outline, self._text = front, outline, text
        self._title, self._form = title, form
        self._again = False

    def of(self, span: Span) -> str:
        """Return the citation of a stretch of the reading text."""
        return self._document() + cited_stretch(self._outline, self._text, span, self._form)

    def former(self, path: str) -> str:
        """Return where something stood that has lost its place."""
        return self._document() + path_label(path) + THEN

    def _document(self) -> str:
        brief = self._again or self._form == "short"
        self._again = True
        return brief_name(self._front, self._title) if brief else full_name(self._front, self._title)


def full_name(front: FrontMatter, title: str | None = None) -> str:
    """Return the title under which a document was issued with its number: 《某机关关于印发〈标题〉的通知》（文号）.

    The issuer leads where the title begins with 关于 (GB/T 9704-2012, 7.3.1). A ``title`` that the text does not have is
    one the user gave it, and stays as it is.
    """
    if title and title not in (front.title, front.notice_title):
        name = title
    else:
        name = front.notice_title or front.title or UNTITLED
        if name.startswith(_WITHOUT_ISSUER) and len(front.issuers) <= _MOST_ISSUERS:
            name = " ".join(front.issuers) + name
    return title_in_marks(name) + (f"（{front.doc_number}）" if front.doc_number else "")


def brief_name(front: FrontMatter, title: str | None = None) -> str:
    """Return the number of a document, without one its title: that of the text which a notice carries."""
    return front.doc_number or title_in_marks(title or front.title or front.notice_title or UNTITLED)


def cited_place(
    outline: Outline, section: Section, *, form: Form = "full", text: str | None = None, offset: int | None = None
) -> str:
    """Return the place within the document as people write it: 二（一）2, 第十条第二款; full names a —— by its heading."""
    line = _line(outline, section)
    if any(map(is_article, line)):
        return locus(outline, section, text=text, offset=offset)
    place = "".join(_step(s, "short") or (_step(s, form) if form == "full" else "") for s in line).strip()
    figures = _FIGURES.match(place)  # set behind a number they would be taken for a part of it
    return f"第{figures[0]}点{place[figures.end() :]}" if figures else place


def cited_stretch(outline: Outline, text: str, span: Span, form: Form = "full") -> str:
    """Return the place of a stretch of the reading text: 二（一）1, 第三条第二款, of several 二（一）1至3, 第一款至第二款.

    A whole article is named without its paragraphs.
    """

    def place(section: Section, offset: int | None = None) -> str:
        return cited_place(outline, section, form=form, text=text, offset=offset)

    end = max(span.start, span.end - 1)
    first, last = outline.at(span.start), outline.at(end)
    if _within(outline, last, first):
        whole = span.start <= first.marker_span.start and not text[span.end : first.span.end].strip()
        if whole and is_article(first):
            return place(first)
        begun, ended, shared = place(first, span.start), place(first, end), [place(first)]
    else:
        begun = place(first, None if is_article(first) else span.start)
        ended = place(last, None if is_article(last) else end)
        if not ended or _within(outline, first, last):
            return begun  # on into what stands in the section above behind its items, or behind all sections
        above = outline.sections[last.parent] if last.parent and last.parent == first.parent else None
        shared = [place(above, span.start), place(above)] if above else []
    if begun == ended:
        return begun
    said = next((above for above in shared if ended.startswith(above)), "")
    return f"{begun or BEGINNING}至{ended.removeprefix(said).lstrip()}"


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
    line = _line(outline, section)
    article = next((s for s in line if is_article(s)), None)
    if article is not None:
        return _by_article(outline, line[line.index(article) :], text, offset)
    return "".join(_step(s, form) for s in line).rstrip("、 ")


def is_article(section: Section) -> bool:
    """Tell whether a section is a 第三条 (with 款, 项 and 目 under it)."""
    return bool(_ARTICLE.fullmatch(plain_marker(section)))


def plain_marker(section: Section) -> str:
    """Return the marker as it is printed: （一） in full-width brackets, digits and dots in half-width."""
    written = "".join(section.marker.split())
    if unicodedata.category(written[:1] or " ") == "No":  # ① stays ①
        return written
    return unicodedata.normalize("NFKC", written).replace("(", "（").replace(")", "）")


def _within(outline: Outline, section: Section, other: Section) -> bool:
    """Tell whether a section is another one or stands under it."""
    return section.number == other.number or any(s.number == other.number for s in outline.ancestors(section))


def _line(outline: Outline, section: Section) -> list[Section]:
    """Return the sections above a section from the root, and itself."""
    return [s for s in (*reversed(list(outline.ancestors(section))), section) if s.number]


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
    if text is not None and offset is not None:
        starts = list(_paragraphs(outline, article, text))
        if len(starts) > 1:
            place += f"第{to_han(max(1, sum(start <= offset for start in starts)))}款"
        begun = text.rfind("\n", 0, offset) + 1
        if any(begun <= start <= offset for start in starts):
            items = []  # a paragraph behind the items belongs to the article, not to the last of them
    for item in items:
        marker = plain_marker(item)
        place += f"第{marker.rstrip('.、')}{'项' if marker.startswith('（') else '目'}"
    return place


def _paragraphs(outline: Outline, article: Section, text: str) -> Iterator[int]:
    """Yield where the paragraphs of an article begin: all but its items."""
    for start in _line_starts(text, article.span):
        section = outline.at(start)
        if section.number == article.number or section.marker_span.start < start:
            yield start


def _line_starts(text: str, span: Span) -> Iterator[int]:
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        if text[start:end].strip():
            yield start
        start = end + 1
