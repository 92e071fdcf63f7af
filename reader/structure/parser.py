"""Reading text to section tree."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.structure.annexes import annex_lines, announced_items
from reader.structure.back_matter import back_matter_start
from reader.structure.contents import contents_end
from reader.structure.headings import Heading, read_heading
from reader.structure.paragraphs import Paragraph, paragraphs
from reader.structure.section import Outline, Section
from reader.text.decimals import is_numbered_throughout
from reader.text.markers import Marker, Style, path_part, read_annex_marker, read_marker
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLE = 60  # characters: the heading of an annex on the line below its marker is no longer
_TERMS = ("名词解释", "术语解释", "名词说明", "名词注释", "术语")


@dataclass(slots=True)
class _Draft:
    """A section while its text is being read."""

    parent: int | None
    depth: int
    style: Style
    marker: Marker
    path: str
    heading: str
    rule: str
    marker_span: Span
    heading_span: Span
    annex: bool
    terms: bool = False
    end: int = 0
    body: list[Span] = field(default_factory=list)


def parse(text: str) -> Outline:
    """Parse a reading text (simplified script) into its section tree."""
    return _Parser(text).parse()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = paragraphs(text)
        decimals = is_numbered_throughout(text)
        self._markers = [read_marker(line.text, decimals=decimals) for line in self._lines]
        self._drafts: list[_Draft] = []
        self._front: list[Span] = []  # what belongs to section 0
        self._stack: list[int] = []  # open sections, outermost first; index into drafts
        self._seen: set[Style] = set()  # styles met in the body, or in the annex that is open
        self._below_digit = False  # in this document （一） stands under 1.
        self._pieces: list[tuple[int, int]] = []

    def parse(self) -> Outline:
        lines = self._lines
        begin = contents_end(lines, self._markers)
        first = next((i for i in range(begin, len(lines)) if self._markers[i]), len(lines))
        annexes = annex_lines(lines, begin, first)
        first = min([first, *annexes])
        zones = [first, *(i for i in annexes if i > first), len(lines)]
        for line in lines[:first]:
            self._front_line(line)
        for zone, zone_end in itertools.pairwise(zones):
            back = back_matter_start(lines, zone, zone_end)
            self._zone(zone, back, annexes)
            for line in lines[back:zone_end]:
                self._front_line(line)
        return self._outline()

    def _front_line(self, line: Paragraph) -> None:
        self._front.append(Span(line.start, line.end))
        self._own(line.start, 0)

    def _zone(self, start: int, end: int, annexes: dict[int, Marker]) -> None:
        i = start
        while i < end:
            line = self._lines[i]
            if i in annexes:
                i = self._open_annex(i, end, annexes[i])
                continue
            if read_annex_marker(line.text):  # the list that announces the annexes belongs to no section
                behind = min(announced_items(self._lines, i), end)
                for announced in self._lines[i:behind]:
                    self._front_line(announced)
                i = behind
                continue
            marker = self._markers[i]
            if marker and not self._is_note_item(marker):
                bare = marker.end >= len(line.text)
                follower = self._lines[i + 1] if bare and i + 1 < end else None
                takes_next = follower is not None and len(follower.text) <= _TITLE and not self._markers[i + 1]
                self._open(line, marker, follower if takes_next else None)
                i += 2 if takes_next else 1
            else:
                self._continue(line)
                i += 1

    def _is_note_item(self, marker: Marker) -> bool:
        """A lone dash at the start of a line before any section is no item."""
        return marker.style is Style.DASH and not self._stack and marker.text.count("—") < 2

    def _open_annex(self, at: int, end: int, marker: Marker) -> int:
        """Open an annex; its heading is the rest of the line, or the title-like line below."""
        line = self._lines[at]
        rest = Span(line.start + marker.end, line.end)
        follower = at + 1
        if rest.start >= rest.end and follower < end:
            below = self._lines[follower]
            if len(below.text) <= _TITLE and not self._markers[follower] and below.text[-1] not in "。；：":
                rest = Span(below.start, below.end)
                follower += 1
        self._stack.clear()
        heading = rest.text(self._text).rstrip("：: ") if rest.end > rest.start else ""
        draft = _Draft(
            None, 0, Style.ANNEX, marker, path_part(marker.text), heading, "annex",
            Span(line.start, line.start + len(marker.text)), Span(rest.start, rest.start + len(heading)), annex=True,
            terms=any(word in heading for word in _TERMS), end=max(line.end, rest.end),
        )  # fmt: skip
        self._push(draft, line.start)
        self._seen.clear()
        self._below_digit = False
        return follower

    def _open(self, line: Paragraph, marker: Marker, below: Paragraph | None) -> None:
        """Open the section that a marker begins; ``below``: the heading stands alone on the next line."""
        self._close_for(marker)
        parent = self._stack[-1] if self._stack else None
        above = self._drafts[parent] if parent is not None else None
        terms = above is not None and above.terms
        if below is not None:
            found = Heading(len(below.text), len(below.text), "line_below")
            base, end = below.start, below.end
            heading_start = 0
        else:
            found = read_heading(line.text, marker.end, marker.style, term=terms)
            base, end = line.start, line.end
            heading_start = marker.end
        heading_span = Span(base + heading_start, base + found.end)
        part = path_part(marker.text)
        draft = _Draft(
            parent, above.depth + 1 if above else 0, marker.style, marker, f"{above.path}/{part}" if above else part,
            heading_span.text(self._text), found.rule, Span(line.start, line.start + len(marker.text)), heading_span,
            annex=above.annex if above else False, terms=terms, end=end,
        )  # fmt: skip
        if base + found.text_start < end:
            draft.body.append(Span(base + found.text_start, end))
        self._push(draft, line.start)

    def _push(self, draft: _Draft, start: int) -> None:
        self._seen.add(draft.style)
        self._drafts.append(draft)
        self._stack.append(len(self._drafts) - 1)
        self._own(start, len(self._drafts))

    def _close_for(self, marker: Marker) -> None:
        """Close the sections that the marker does not stand under."""
        top = self._drafts[self._stack[-1]] if self._stack else None
        if (
            marker.style is Style.HAN_BRACKET
            and marker.number == 1
            and top is not None
            and top.style is Style.DIGIT
            and Style.HAN_BRACKET not in self._seen
        ):
            self._below_digit = True
        while self._stack and self._rank(self._drafts[self._stack[-1]].marker) >= self._rank(marker):
            self._stack.pop()

    def _rank(self, marker: Marker) -> float:
        if marker.style is Style.HAN_BRACKET and self._below_digit:
            return Style.DIGIT + 0.9
        return marker.style + (marker.level - 1) / 10

    def _continue(self, line: Paragraph) -> None:
        """A paragraph without a marker belongs to the open section; behind a —— to that one's parent."""
        while self._stack and self._drafts[self._stack[-1]].style is Style.DASH:
            self._stack.pop()
        if not self._stack:
            self._front_line(line)
            return
        number = self._stack[-1]
        draft = self._drafts[number]
        draft.body.append(Span(line.start, line.end))
        draft.end = line.end
        self._own(line.start, number + 1)

    def _own(self, start: int, number: int) -> None:
        if not self._pieces or self._pieces[-1][1] != number:
            self._pieces.append((start, number))

    def _outline(self) -> Outline:
        for draft in reversed(self._drafts):
            if draft.parent is not None:
                above = self._drafts[draft.parent]
                above.end = max(above.end, draft.end)
        front_end = max((span.end for span in self._front), default=0)
        none = Span(0, 0)
        root = Section(0, None, 0, "", "", "", "front", Span(0, front_end), none, none, tuple(self._front))
        sections = [root, *(self._section(i, draft) for i, draft in enumerate(self._drafts, start=1))]
        starts, owners = _cover(self._pieces)
        return Outline(tuple(sections), starts, owners)

    @staticmethod
    def _section(number: int, draft: _Draft) -> Section:
        return Section(
            number, None if draft.parent is None else draft.parent + 1, draft.depth, draft.marker.text, draft.heading,
            draft.path, draft.rule, Span(draft.marker_span.start, draft.end), draft.marker_span, draft.heading_span,
            tuple(draft.body), draft.annex,
        )  # fmt: skip


def _cover(pieces: Sequence[tuple[int, int]]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return starts and owners of the pieces; the first begins at 0."""
    if not pieces:
        return (0,), (0,)
    return (0, *(start for start, _ in pieces[1:])), tuple(number for _, number in pieces)
