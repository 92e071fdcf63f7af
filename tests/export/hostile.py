"""Text that formats trip over, and documents, notes and excerpts made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from reader.anchoring.anchor import Placement
from reader.export.annotated_marks import LOOKS
from reader.export.comparison_records import ComparedPaper
from reader.export.digest import Clipping, Digest, DigestChoice, DigestSource
from reader.export.note_list import NotesSheet
from reader.export.tasks_table import TaskSource
from reader.export.xml_text import xml_safe
from reader.importers.encoding import decode
from reader.library.annotations import STYLES
from reader.library.derivation import derive
from reader.library.stored_text import storable
from reader.text.spans import Span
from tests.export.builders import annotation

if TYPE_CHECKING:
    from reader.library.derivation import Derivation

PLANES = (*(chr(0x10000 * plane + 0xA1B2) for plane in range(1, 17)), "𠮷", "龘", "\ue000", "\U0010ffff")
DIRECTIONS = (
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    "\u05d0\u05d1",
    "\u202e倒\u202c",
)
UNSEEN = (*"\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\u115f\ufe0f", "e\u0301", "👩\u200d👧", "葛\U000e0100")
CONTROLS = (*map(chr, (*range(0x20), *range(0x7F, 0xA0))), "\r\n", "\u2028", "\u2029", "\ufffe", "\ufffd")
BLANKS = ("  ", "　　", "\t", "\n", "\n\n", "\u00a0", "\u2003")
QUOTES = ("“‘“‘’”’”", "《〈《〉》", "「『』」", "（〔[{", "“", "”", "'\"", "——", "……", "《", "》", "〉")
MARKUP = (
    "<b>", "&amp;", "]]>", "<!--", "<w:p/>", "<script>", "&#0;", "<br>", "_x0041_", "_x000D_", "%s{0}", "\\n", "`*_#~|[a](b)",
    "> ", "- ", "1. ", "# ", "    ", "---", "=1+1", "+86", "-1", "@SUM(A1)", "=HYPERLINK(\"http://a.b\")", "http://a.b/c",
)  # fmt: skip
_OURS = (
    "〔重点〕", "〔1·疑问〕", "批注：", "（续）", "标记说明：", "出处：", "批注稿", "（位置调整）",
    "一、", "（一）", "第三条 ", "附件1", "责任单位：", "待重新定位的批注", "_yd", "标签：", "原引文字：", "标签：〔",
)  # fmt: skip
_ANY = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40)
_NASTY = st.lists(
    st.sampled_from((*PLANES, *DIRECTIONS, *UNSEEN, *CONTROLS, *BLANKS, *QUOTES, *MARKUP, *_OURS, "办法", "ab")),
    min_size=1,
    max_size=12,
).map("".join)
# What a person or another program may have put into a note, a tag, a name; as the library stores it.
TEXT = (_ANY | _NASTY).map(storable)
WORDS = TEXT.filter(lambda text: xml_safe(text).strip())
COLOURS = WORDS.map(lambda text: " ".join(xml_safe(text).split())[:30] or "无名")  # names that the user gives them
_LINES = (
    "关于{0}的实施意见", "各街道办事处：", "一、{1}", "（一）{2}。{3}（责任单位：区财政局、{0}）", "1.{1}。{2}{3}", "——{0}：{1}", "{3}",
    "第一条 {2}", "（一）{3}；", "附件1 {1}", "1.{2}：{0}",
)  # fmt: skip


class Sent(NamedTuple):
    """What was put into a file of notes: the words as they are to be found in it."""

    sheet: NotesSheet
    quotes: tuple[str, ...]
    notes: tuple[str, ...]
    names: tuple[str, ...]  # of tags and authors


def paper(text: str) -> Derivation:
    """Return what becomes of a file of such a text."""
    return derive(decode(text.encode("utf-8", "replace")).text)


@st.composite
def texts(draw) -> str:
    """Return a document with hostile words everywhere."""
    words = [draw(TEXT) for _ in range(4)]
    lines = draw(st.lists(st.sampled_from(_LINES), min_size=1, max_size=8))
    return "".join(line.replace("{0}", words[0]).replace("{1}", words[1]).replace("{2}", words[2]).replace("{3}", words[3]) + "\n" for line in lines)  # fmt: skip


def sheet(text: str, *notes: tuple[str, str, dict[str, object]]) -> NotesSheet:
    """Return a document with notes, each on words that stand in it."""
    made = paper(text)
    placements = (
        _placed(made, Span(at, at + len(quote)), number, {"note": note, **fields})
        for number, (quote, note, fields) in enumerate(notes, start=1)
        for at in (made.reading.simplified.index(quote),)
    )
    return NotesSheet(made.front, made.outline, made.reading, tuple(placements), made.assignments)


def lost(quote: str, number: int = 9, path: str = "", **fields: object) -> Placement:
    return Placement(annotation(quote, number=number, path=path, **fields), "orphan", 0, "")


def _placed(made: Derivation, span: Span, number: int, fields: dict[str, object]) -> Placement:
    section = made.outline.at(span.start)
    quote = span.text(made.reading.simplified)
    mark = annotation(quote, number=number, start=span.start, path=section.path, **fields)
    return Placement(mark, "located", section.number, section.path, span)


@st.composite
def sent(draw) -> Sent:
    """Return a document with up to four notes, of which some may have lost their place."""
    made = paper(draw(texts()))
    text = made.reading.simplified
    placements = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        fields = {
            "note": draw(TEXT), "tags": tuple(draw(st.lists(WORDS, max_size=2))), "author": draw(st.just("") | TEXT),
            "colour": draw(st.sampled_from([*LOOKS]) | COLOURS), "style": draw(st.sampled_from(STYLES)),
        }  # fmt: skip
        start = draw(st.integers(0, max(0, len(text) - 1)))
        span = Span(start, min(len(text), start + draw(st.integers(1, 30))))
        if not span.text(text).strip() or draw(st.integers(0, 4)) == 0:
            placements.append(lost(draw(WORDS), number, draw(TEXT), **fields))
        else:
            placements.append(_placed(made, span, number, fields))
    return Sent(
        NotesSheet(
            made.front, made.outline, made.reading, tuple(placements), made.assignments, draw(st.none() | WORDS)
        ),
        tuple((p.span.text(text) if p.span else p.annotation.anchor.exact).strip("\n") for p in placements),
        tuple(p.annotation.note for p in placements),
        tuple(name for p in placements for name in (*p.annotation.tags, p.annotation.author)),
    )


@st.composite
def digests(draw) -> Digest:
    """Return excerpts of one or two documents, under themes and with remarks."""
    sources = []
    for number in range(1, draw(st.integers(1, 2)) + 1):
        made = paper(draw(texts()))
        sources.append(DigestSource(number, made.front, made.outline, made.reading.simplified, draw(st.none() | WORDS)))
    clippings = []
    for _ in range(draw(st.integers(1, 4))):
        source = draw(st.sampled_from(sources))
        start = draw(st.integers(0, max(0, len(source.simplified) - 1)))
        span = Span(start, min(len(source.simplified), start + draw(st.integers(1, 60))))
        gone = not span.text(source.simplified).strip() or draw(st.booleans())
        words = draw(WORDS) if gone else span.text(source.simplified)
        clippings.append(
            Clipping(source, words, None if gone else span, draw(st.just("") | TEXT), draw(TEXT), draw(TEXT))
        )
    return Digest(tuple(clippings), DigestChoice(title=draw(TEXT), table=draw(st.booleans())))


def task_source(text: str, title: str | None = None) -> TaskSource:
    made = paper(text)
    return TaskSource(made.front, made.outline, made.reading.simplified, made.assignments, title)


def compared(text: str, title: str | None = None) -> ComparedPaper:
    made = paper(text)
    return ComparedPaper(made.front, made.outline, made.reading, made.assignments, title)
