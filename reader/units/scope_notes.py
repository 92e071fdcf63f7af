"""Notes on how the lists of units are to be read: 列第一位的为牵头单位，下同; 以下均需各区政府落实，不再列出."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.text.patterns import pattern
from reader.text.spans import Span
from reader.units.lexicon import shipped
from reader.units.lists import read_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.structure.section import Outline
    from reader.units.lexicon import Lexicon


class ScopeNote(NamedTuple):
    """A note that speaks of all lists from where it stands; ``units`` are those that all later clauses fall to as well.

    ``kind``: first_leads, before_comma_leads, star_leads or everywhere.
    """

    kind: str
    text: str
    span: Span
    section: int
    units: tuple[str, ...]


STARS = "*＊★☆※▲△●"
_LEADS = "(?:为|是|即|系|作|作为|担任|属)?(?:总|主)?牵头(?:责任)?(?:单位|部门|的|，|。|）|$)"
_RANKS = (  # the first that fits decides
    ("before_comma_leads", pattern(rf"[逗顿分]号[之以]?前[^。；;\n]{{0,12}}?{_LEADS}")),
    (
        "first_leads",
        pattern(
            rf"(?:第[一1](?!时间|季度|批|线|产业)[个位名家顺序]{{0,2}}|首[位个家]|最前面?)[^。；;\n，,]{{0,14}}?{_LEADS}"
        ),
    ),
    ("star_leads", pattern(rf"[{STARS}][^。；;\n，,、]{{0,12}}?{_LEADS}")),
)
_HINT = pattern(rf"[逗顿分]号|第[一1]|首[位个家]|最前|[{STARS}]")
_NOT_AGAIN = pattern(
    "不再(?:逐一|一一|单独|另行|重复|分别|逐项|逐条)?(?:(?:列|标|注|赘|说明|写|明确)[出示明注述名]?|[做作]?分工)"
)
_EVERYWHERE = pattern(
    "(?:以下|下列|下述|后续|各项|所有|具体任务|相关任务)[^。；;\n]{0,12}?(?:均|都|还|全部|一律)(?:应|需|须|要|由|需由|须由|应由|包括|包含|含|涉及|需要)?(?:由)?"
    "(?P<units>[^。；;\n]{2,100}?)(?:共同|具体|按职责|抓好|负责|协同)*(?:落实|负责|配合|参与|执行|实施|承担|推进|负责落实|贯彻落实)?，?$"
)
_OPENS, _CLOSES = "（(〔［[【", "）)〕］]】"
_LIST_BEFORE = pattern("(?<![注明])[：:]|(?:负责|牵头|配合)，")
_BEFORE, _BEHIND = 28, 10  # characters around 牵头 that say whom the note has lead
_REACH = 120  # characters of a note
# A note that speaks of more than the bracket it stands in.
_ON = pattern(
    "下同|后同|以下|下列|各项|所有|均|每项|各条|各任务|责任单位中|全文|本(?:方案|表|清单|通知|文|计划)|[标带加注有]|[*＊★☆※▲△●]"
)


def scope_notes(simplified: str, outline: Outline) -> tuple[ScopeNote, ...]:
    """Return the notes of a text on how its lists of units are to be read, in their order."""
    found = [*_everywhere(simplified, outline, shipped()), *_ranks(simplified, outline)]
    kept: list[ScopeNote] = []
    for note in sorted(found, key=lambda n: n.span):
        if not kept or note.span.start >= kept[-1].span.end:
            kept.append(note)
    return tuple(kept)


def confined(simplified: str, notes: Iterable[ScopeNote]) -> frozenset[Span]:
    """Return the spans of the notes that speak only of the list behind which they stand: no 下同, nothing of others."""
    return frozenset(
        n.span
        for n in notes
        if simplified[n.span.start - 1 : n.span.start] in tuple("，,；;") and not _ON.search(n.text)
    )


def _ranks(text: str, outline: Outline) -> Iterator[ScopeNote]:
    at = text.find("牵头")
    while at >= 0:
        start = max(0, at - _BEFORE, text.rfind("\n", max(0, at - _BEFORE), at) + 1)
        if _HINT.search(text, start, at):
            for kind, note in _RANKS:
                if found := note.search(text, start, at + _BEHIND):
                    span = _whole(text, found.start(), found.end())
                    yield ScopeNote(kind, span.text(text), span, outline.at(at).number, ())
                    break
        at = text.find("牵头", at + 1)


def _whole(text: str, start: int, end: int) -> Span:
    """Return the note from the end of the sentence or list before it to the end of its own sentence or bracket."""
    depth, i = 0, start
    while i > max(0, start - _REACH) and text[i - 1] not in "。；;\n" and (depth or text[i - 1] not in _OPENS):
        depth += (text[i - 1] in _CLOSES) - (text[i - 1] in _OPENS)
        i -= 1
    if _LIST_BEFORE.search(text, i, start):  # the list that the note stands behind is no part of it
        i = max(i, text.rfind("，", i, start) + 1)
    start, depth, i = i, 0, end
    if text[end - 1] in "。" + _CLOSES:
        return Span(start, end - 1)
    while i < min(len(text), end + _REACH) and text[i] not in "。\n" and (depth or text[i] not in _CLOSES):
        depth += (text[i] in _OPENS) - (text[i] in _CLOSES)
        i += 1
    return Span(start, i)


def _everywhere(text: str, outline: Outline, lexicon: Lexicon) -> Iterator[ScopeNote]:
    at = text.find("不再")
    while at >= 0:
        if behind := _NOT_AGAIN.match(text, at):
            start = max(0, at - _REACH, text.rfind("\n", 0, at) + 1)
            if found := _EVERYWHERE.search(text, start, at):
                span = Span(found.start(), behind.end())
                listed = read_list(text, Span(*found.span("units")), lexicon).units
                if units := tuple(unit.name for unit in listed):
                    yield ScopeNote("everywhere", span.text(text), span, outline.at(at).number, units)
        at = text.find("不再", at + 1)
