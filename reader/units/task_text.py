"""What a clause says, without its marker, its heading and the brackets that name units."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from reader.text.brackets import first_outside
from reader.text.markers import marker_of
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.structure.section import Outline, Section

_TITLE, _SHORT = 30, 18  # characters of a heading without and with a comma
_LONGEST_TITLE = 45  # among siblings that all have titles
_NAME = 30  # characters that stand for a heading that is a sentence
_SHORTEST_NAME = 8
_BLANKS = " \t\u00a0\u3000\n"
_STOPS, _STRAY = "。；！？：", "。；;，,、"


def titles(outline: Outline) -> frozenset[int]:
    """Return the numbers of the sections whose heading is a title, not the first sentence of their text.

    One section alone may deceive: （1）持续精简审批事项。… is a sentence where all its siblings are.
    """
    groups: defaultdict[tuple[int | None, int], list[Section]] = defaultdict(list)
    for section in outline.sections[1:]:
        if section.heading:
            marker = marker_of(section.marker)
            groups[section.parent, marker.style if marker else 0].append(section)
    found: set[int] = set()
    for siblings in groups.values():
        if 2 * sum(_is_title(s.heading) for s in siblings) > len(siblings):
            found.update(s.number for s in siblings if len(s.heading) <= _LONGEST_TITLE)
    return frozenset(found)


def _is_title(heading: str) -> bool:
    return len(heading) <= (_SHORT if "，" in heading or "；" in heading else _TITLE)


def name_of(heading: str) -> str:
    """Return a heading as the name of a task; of a long sentence as much as its first clauses say."""
    if len(heading) <= _LONGEST_TITLE and (len(heading) <= _NAME or _is_title(heading)):
        return heading
    cut = at = first_outside(heading, "，；：")
    while 0 <= at <= _NAME:
        cut, at = at, first_outside(heading, "，；：", at + 1)
    return heading[: cut if _SHORTEST_NAME <= cut <= _NAME else _NAME] + "……"


def own_text(text: str, section: Section, *, titled: bool) -> tuple[Span, ...]:
    """Return where the paragraphs of a clause stand; a heading that is no title is part of the first."""
    body = [span for span in section.body if span.end > span.start]
    if titled or not section.heading:
        return tuple(body)
    heading = section.heading_span
    if body and "\n" not in text[heading.end : body[0].start]:
        return (Span(heading.start, body[0].end), *body[1:])
    return (heading, *body)


def within(spans: Sequence[Span], stretch: Span) -> tuple[Span, ...]:
    """Return what of the spans, which are in the order of the text, lies in a stretch."""
    cut = (Span(max(s.start, stretch.start), min(s.end, stretch.end)) for s in _touching(spans, stretch))
    return tuple(span for span in cut if span.end > span.start)


def _touching(spans: Sequence[Span], stretch: Span) -> Iterator[Span]:
    """Yield those of many spans, in order and none over another, that a stretch may reach."""
    first = bisect_left(spans, (stretch.start,))
    for place in range(max(0, first - 1), len(spans)):
        if spans[place].start >= stretch.end:
            return
        yield spans[place]


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in the order of the text, those that lie over one another as one: what ``without`` can cut out."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def without(spans: Iterable[Span], cuts: Sequence[Span]) -> tuple[Span, ...]:
    """Return what of the spans lies in none of the cuts, which are ``apart``."""
    return tuple(piece for span in spans for piece in _without(span, cuts))


def _without(span: Span, cuts: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    for cut in _touching(cuts, span):
        if cut.end > start:
            if cut.start > start:
                yield Span(start, cut.start)
            start = cut.end
    if start < span.end:
        yield Span(start, span.end)


def joined(text: str, spans: Iterable[Span], cuts: Sequence[Span] = ()) -> str:
    """Return the paragraphs of the spans, one a line, without what the cuts hold, which are ``apart``."""
    lines: list[str] = []
    for span in spans:
        paragraph = ""
        for piece in _without(span, cuts):
            paragraph = _closed_up(paragraph, piece.text(text))
        lines += (line.strip(_BLANKS) for line in paragraph.split("\n"))
    return "\n".join(line for line in lines if line.strip(_STRAY + _BLANKS))


def _closed_up(before: str, behind: str) -> str:
    """Put together what stood before and behind a bracket: of the two stops around it the first stays."""
    left = before.rstrip(_BLANKS.replace("\n", ""))
    right = behind.lstrip(_BLANKS.replace("\n", ""))
    if right[:1] in _STRAY and (not left or left[-1] in _STOPS or left.endswith("\n")):
        right = right[1:]
    return left + right


_QUALITY = "主要|重点|核心|具体|年度|各项|政策|工作|改革|创新|发展|建设|责任|目标"
_MATTER = "任务|举措|措施|内容|事项|分工|安排|要求|清单|分解"
_GENERIC = re.compile(rf"(?:{_QUALITY}|{_MATTER}|和|与|及|、)*(?:{_MATTER})")


def is_generic(heading: str) -> bool:
    """Tell whether a heading says no more than that tasks follow: 重点任务, 主要任务和措施."""
    return bool(_GENERIC.fullmatch(heading))
