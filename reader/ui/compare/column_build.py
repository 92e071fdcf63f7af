"""Builds the one column of two editions; no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.structure.section import Outline, Section
from reader.text.reading_text import ReadingText
from reader.text.spans import Span
from reader.ui.compare.column_plan import BLOCK, START, Event, plan
from reader.ui.compare.column_text import LEFT, RIGHT, ColumnText, Run
from reader.ui.compare.tinting import come_from, gone_to
from reader.ui.reading.extents import Extents
from reader.ui.reading.shapes import CLAUSE_TINTS, Tint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.comparison.records import Comparison, Pair
    from reader.library.records import OpenDocument


class _Stretch(NamedTuple):
    """A stretch of the column that belongs to one clause of one side."""

    start: int
    side: int
    section: int


def column_text(comparison: Comparison, left: OpenDocument, right: OpenDocument) -> ColumnText:
    """Return the two editions as one text; the comparison must be one of editions."""
    documents = (left, right)
    extents = [Extents(d.outline, len(d.reading.text)) for d in documents]
    pieces = (extents[0].pieces, extents[1].pieces)
    texts = (left.reading.simplified, right.reading.simplified)
    builder = _Builder(documents)
    for event in plan(comparison, (left.outline, right.outline), pieces, texts):
        builder.take(event)
    builder.finish()
    bare = ColumnText(right, (), tuple(builder.runs))
    document = replace(
        right,
        reading=builder.reading(),
        outline=_outline(builder.stretches, documents, bare),
        assignments=(),
        findings=(),
    )
    blocks = {stretch.section: stretch.start for stretch in reversed(builder.stretches) if stretch.side == LEFT}
    tints = _Tints(bare, (left.outline, right.outline), extents, blocks)
    return ColumnText(document, tuple(tint for pair in comparison.pairs for tint in tints.of(pair)), bare.runs)


class _Builder:
    """Writes the column from its beginning to its end."""

    def __init__(self, documents: tuple[OpenDocument, OpenDocument]) -> None:
        self._texts = tuple((d.reading.text, d.reading.simplified) for d in documents)
        self._written: tuple[list[str], list[str]] = ([], [])
        self._traditional = documents[RIGHT].reading.traditional
        self._length = 0
        self._last = "\n"
        self._done = 0  # of the newer text
        self.runs: list[Run] = []
        self.stretches: list[_Stretch] = []

    def take(self, event: Event) -> None:
        """Write the newer text up to an event, and what the event brings."""
        self._copy(RIGHT, Span(self._done, max(self._done, event.offset)))
        self._done = max(self._done, event.offset)
        if event.rank == START:
            self.stretches.append(_Stretch(self._length, RIGHT, event.section))
        elif event.rank == BLOCK:
            self._own_line()
            self.stretches.append(_Stretch(self._length, LEFT, event.section))
            self._copy(LEFT, event.source)
            if self._last != "\n" and not self._texts[LEFT][1].startswith("\n", event.source.end):
                self._fill("…")
            self._own_line()
        else:
            opens = self._texts[LEFT][1].startswith("\n", event.source.start - 1)
            if opens and self._texts[RIGHT][1].startswith("\n", event.offset):
                self._own_line()  # a paragraph of its own, put behind the one before it
            self._copy(LEFT, event.source)

    def finish(self) -> None:
        self._copy(RIGHT, Span(self._done, len(self._texts[RIGHT][1])))
        self._own_line()

    def reading(self) -> ReadingText:
        written = ["".join(parts) for parts in self._written]
        return ReadingText(written[0], written[1], (), self._traditional, 0)

    def _own_line(self) -> None:
        if self._last != "\n":
            self._fill("\n")

    def _copy(self, side: int, span: Span) -> None:
        if span.end > span.start:
            self.runs.append(Run(self._length, side, span))
            self._write(*(span.text(text) for text in self._texts[side]))

    def _fill(self, text: str) -> None:
        self._write(text, text)

    def _write(self, text: str, simplified: str) -> None:
        self._written[0].append(text)
        self._written[1].append(simplified)
        self._length += len(text)
        self._last = text[-1]


def _outline(stretches: list[_Stretch], documents: tuple[OpenDocument, OpenDocument], column: ColumnText) -> Outline:
    """Return the clauses of the column: those of the newer text, and between them what stands of the older one."""
    numbers: dict[tuple[int, int], int] = {}
    sections: list[Section] = []
    for stretch in stretches:
        key = (stretch.side, stretch.section)
        if key not in numbers:
            numbers[key] = len(sections)
            section = documents[stretch.side].outline.sections[stretch.section]
            sections.append(_placed(section, len(sections), stretch, column))
    return Outline(
        tuple(sections),
        tuple(stretch.start for stretch in stretches),
        tuple(numbers[stretch.side, stretch.section] for stretch in stretches),
    )


def _placed(section: Section, number: int, stretch: _Stretch, column: ColumnText) -> Section:
    """Return a section as it stands in the column; words struck out before its marker count as part of the marker."""
    marker, heading = (column.span(stretch.side, span) for span in (section.marker_span, section.heading_span))
    whole = column.span(stretch.side, section.span)
    marker = Span(stretch.start, marker.end if marker else stretch.start)
    return replace(
        section,
        number=number,
        parent=None,
        span=Span(stretch.start, max(whole.end if whole else 0, marker.end + 1)),
        marker_span=marker,
        heading_span=heading or Span(marker.end, marker.end),
        body=(),
    )


class _Tints:
    """Says what is drawn about the column."""

    def __init__(
        self, column: ColumnText, outlines: tuple[Outline, Outline], extents: list[Extents], blocks: dict[int, int]
    ) -> None:
        self._column = column
        self._outlines = outlines
        self._extents = extents
        self._blocks = blocks  # where the clauses of the older text begin that stand by themselves

    def of(self, pair: Pair) -> Iterator[Tint]:
        """Yield what a pair brings."""
        if pair.right is not None and (pair.status in CLAUSE_TINTS or pair.also_left or pair.also_right):
            status = pair.status if pair.status in CLAUSE_TINTS else "renumbered"
            yield from self._clauses(RIGHT, pair.rights, status, come_from(pair, self._outlines[LEFT]))
        if pair.status in ("moved", "removed") and pair.left:
            yield from self._clauses(LEFT, (pair.left,), pair.status, gone_to(pair, self._outlines[RIGHT]))
        for change in pair.changes:
            for side, span in ((LEFT, change.left_span), (RIGHT, change.right_span)):
                placed = self._column.span(side, span) if span.end > span.start else None
                if placed is not None:
                    yield Tint(placed, "put" if side == RIGHT else "cut")

    def _clauses(self, side: int, sections: tuple[int, ...], status: str, label: str) -> Iterator[Tint]:
        words = {"added": "put", "removed": "cut"}.get(status)
        for n, section in enumerate(sections):
            for i, piece in enumerate(self._extents[side].pieces(section)):
                placed = self._column.span(side, piece)
                if side == LEFT and status == "moved":
                    at = self._blocks.get(section)
                    placed = Span(at, at + 1) if at is not None and i == 0 else None
                if placed is None:
                    continue
                yield Tint(placed, status, label if i == n == 0 else "")
                if words is not None:
                    yield Tint(placed, words)
