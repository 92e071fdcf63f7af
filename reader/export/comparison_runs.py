"""The text of sections as the paragraphs of a cell, with what differs set apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.opening import opening
from reader.comparison.records import Side
from reader.export.citation import plain_marker
from reader.export.comparison_records import Line, Mark, Run
from reader.text.markers import Style, marker_of
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.export.comparison_records import ComparedPaper
    from reader.structure.section import Section

_APART = frozenset((Style.ANNEX, Style.PART, Style.CHAPTER, Style.DIVISION, Style.ARTICLE))  # a blank follows
_LONGEST_HEADING = 40  # characters; what is longer is a sentence
_DRAWN_APART = 5  # characters of a heading that are set apart to fill the line: 总　则
_BLANKS = re.compile(r"\s+")


class Marked(NamedTuple):
    """A stretch of the reading text that is set apart."""

    span: Span
    mark: Mark


class PaperText:
    """What each section of a document says, in the order of the text."""

    def __init__(self, paper: ComparedPaper) -> None:
        self.paper = paper
        self.outline = paper.outline
        self.text = paper.reading.simplified

    @cached_property
    def _pieces(self) -> dict[int, list[Span]]:
        """Each section's own text, its marker included; of what stands before the first one the text proper alone."""
        found: dict[int, list[Span]] = {}
        ends = (*self.outline.starts[1:], len(self.text))
        for start, end, owner in zip(self.outline.starts, ends, self.outline.owners, strict=True):
            if owner:
                found.setdefault(owner, []).append(Span(start, end))
        paper = self.paper
        found[0] = list(opening(Side(paper.reading, paper.outline, paper.front, paper.assignments)))
        return found

    def pieces(self, section: int) -> list[Span]:
        """Return the stretches of a section's own text."""
        return self._pieces.get(section, [])

    def empty(self, section: int) -> bool:
        """Tell whether a section says nothing."""
        return not any(piece.text(self.text).strip() for piece in self.pieces(section))

    def lines(self, sections: Iterable[int], marked: Sequence[Marked] = (), place: str = "") -> tuple[Line, ...]:
        """Return the paragraphs of some sections; ``place`` takes the place of the first one's marker."""
        marks = _Marks(marked)
        owned = ((self.outline.sections[n], piece) for n in sections for piece in self.pieces(n))
        paragraphs = sorted((p.start, s.number, p) for s, piece in owned for p in _paragraphs(self.text, piece))
        lines = (self._line(self.outline.sections[n], p, marks.within(p), place) for _, n, p in paragraphs)
        return tuple(line for line in lines if line)

    def _line(self, section: Section, paragraph: Span, marked: Sequence[Marked], place: str) -> Line:
        start, head = paragraph.start, ""
        if section.number and section.marker_span.start == start:
            start = section.marker_span.end
            while start < paragraph.end and self.text[start].isspace():
                start += 1
            head = plain_marker(section) + ("　" if _stands_apart(section) and start < paragraph.end else "")
        blank = "" if len(section.heading) <= _DRAWN_APART and is_bare(self, section.number) else _blank
        runs = [Run(_BLANKS.sub(blank, s.text(self.text)), m) for s, m in _cut(Span(start, paragraph.end), marked)]
        if place and head:
            runs.insert(0, Run(place + ("　" if head.endswith("　") or place[-1] not in "、.）" else ""), Mark.PLACE))
        elif head:
            whole = any(m.span.start <= paragraph.start and m.span.end >= paragraph.end for m in marked)
            runs.insert(0, Run(head, runs[0].mark if runs and whole else Mark.PLAIN))
        return joined(runs)


def is_bare(text: PaperText, number: int) -> bool:
    """Tell whether a section is a heading over others and nothing else."""
    section = text.outline.sections[number]
    if not number or section.body or number not in text.outline.children or len(section.heading) > _LONGEST_HEADING:
        return False
    end = Span(section.heading_span.end, section.heading_span.end + 1).text(text.text)
    return end not in ("。", "；", "：", ":", ";")


def joined(runs: Iterable[Run]) -> Line:
    """Make one run of neighbours in the same setting."""
    out: list[Run] = []
    for run in runs:
        if out and out[-1].mark is run.mark:
            out[-1] = Run(out[-1].text + run.text, run.mark)
        elif run.text:
            out.append(run)
    return tuple(out)


def _stands_apart(section: Section) -> bool:
    marker = marker_of(section.marker)
    return marker is None or marker.style in _APART


def _blank(found: re.Match[str]) -> str:
    return " " if found[0].isascii() else "　"


def _paragraphs(text: str, piece: Span) -> Iterator[Span]:
    """Yield the paragraphs of a stretch without the blanks around them."""
    start = piece.start
    while start < piece.end:
        end = text.find("\n", start, piece.end)
        end = piece.end if end < 0 else end
        bare = text[start:end].strip()
        if bare:
            begun = text.index(bare[0], start)
            yield Span(begun, begun + len(bare))
        start = end + 1


class _Marks:
    """Stretches that are set apart, found by where they stand."""

    def __init__(self, marked: Iterable[Marked]) -> None:
        self._marks = sorted(marked)
        self._starts = [one.span.start for one in self._marks]
        self._reached = list(accumulate((one.span.end for one in self._marks), max))

    def within(self, part: Span) -> list[Marked]:
        """Return those that have a character in common with a stretch, in order."""
        first = bisect_right(self._reached, part.start)
        return [one for one in self._marks[first : bisect_left(self._starts, part.end)] if one.span.overlaps(part)]


def _cut(whole: Span, marked: Sequence[Marked]) -> Iterator[tuple[Span, Mark]]:
    """Cut a stretch where the marks (in order) begin and end; where two meet the first holds."""
    inside = [m for m in marked if m.span.overlaps(whole)]
    borders = {whole.start, whole.end}
    for one in inside:
        borders |= {max(one.span.start, whole.start), min(one.span.end, whole.end)}
    holding: list[Marked] = []
    coming = 0
    for start, end in pairwise(sorted(borders)):
        while coming < len(inside) and inside[coming].span.start <= start:
            holding.append(inside[coming])
            coming += 1
        holding = [one for one in holding if one.span.end >= end]
        yield Span(start, end), holding[0].mark if holding else Mark.PLAIN
