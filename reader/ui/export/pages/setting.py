"""Puts a document on pages; lengths are tenths of a point, places are counted from the corner of the type area."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF

from reader.ui.export.pages.fonts import MILLIMETRE, POINT, PageFonts
from reader.ui.export.pages.paper import Paragraph
from reader.ui.export.pages.set_paragraph import SetParagraph
from reader.ui.export.pages.set_table import SetTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.page import Page
    from reader.ui.export.pages.paper import Paper
    from reader.ui.export.pages.set_paragraph import SetLine
    from reader.ui.export.pages.set_table import Part

_HAIR = 0.5  # units that a page may be overfull: lengths were rounded


class PlacedLine(NamedTuple):
    """A line and where its upper left corner lies."""

    line: SetLine
    at: QPointF


class SetPage(NamedTuple):
    """What stands on a page, the comments that begin on it with their heights, and the lines of its tables."""

    number: int
    lines: list[PlacedLine]
    comments: list[tuple[float, int]]
    rules: list[QLineF]

    @property
    def marked(self) -> bool:
        """Whether anything on it is marked."""
        return bool(self.comments) or any(line.decorations for line, _at in self.lines)


class Pages:
    """Sets one page after the other, so that a long document can be stopped, or be set bit by bit."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._fonts = PageFonts(paper.type)
        self._width = paper.page.text_width * MILLIMETRE
        self._height = text_height(paper.page)
        self._page = SetPage(1, [], [], [])
        self._y = 0.0
        self._full: list[SetPage] = []
        self._waiting: list[SetParagraph] = []  # those that stay with what follows
        self._above: SetParagraph | None = None

    def __iter__(self) -> Iterator[SetPage]:
        """Yield the pages, each as soon as it is full."""
        for block in self._paper.blocks:
            if isinstance(block, Paragraph):
                self._take(SetParagraph(block, self._width, self._fonts))
            else:
                self._let_go()
                self._take_table(SetTable(block, self._fonts, self._width))
            yield from self._finished()
        self._let_go()
        yield from self._finished()
        yield self._page

    def _finished(self) -> Iterator[SetPage]:
        full, self._full = self._full, []
        yield from full

    def _take(self, paragraph: SetParagraph) -> None:
        if paragraph.new_page:
            self._let_go()
            self._turn()
        self._waiting.append(paragraph)
        if not paragraph.style.with_next:
            self._let_go()

    def _let_go(self) -> None:
        """Place what waits: all of it with the first line of the last, on the next page if it must be."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        together = sum(one.height + one.above for one in waiting[:-1]) + waiting[-1].above + waiting[-1].pitch
        if together <= self._height and not self._fits(together + self._gap(waiting[0])):
            self._turn()
        for paragraph in waiting:
            self._place(paragraph)

    def _place(self, paragraph: SetParagraph) -> None:
        if self._y:
            self._y += self._gap(paragraph) + paragraph.above
        self._above = paragraph
        for line in paragraph.lines:
            if not self._fits(line.height):
                self._turn()
            self._put(line, QPointF(0, self._y))
            self._y += line.height

    def _gap(self, paragraph: SetParagraph) -> float:
        """Return what is kept free between a paragraph and the one above it: nothing between two of a style."""
        above = self._above
        return above.below if above is not None and above.style.id != paragraph.style.id else 0.0

    def _take_table(self, table: SetTable) -> None:
        self._above = None
        for number, row in enumerate(table.rows):
            if row.whole and not self._fits(row.height) and row.height <= self._height - table.head_height:
                self._turn_in(table, number)
            for part in row.slices(self._height - self._y):
                if not self._fits(part.height):
                    self._turn_in(table, number)
                self._put_part(table, part)

    def _turn_in(self, table: SetTable, number: int) -> None:
        """Close a table at the foot of a page and begin it anew, with its head, on the next."""
        if number >= table.heads and self._y:
            self._page.rules.append(QLineF(table.left, self._y, table.right, self._y))
        self._turn()
        for head in table.rows[: table.heads] if number >= table.heads else ():
            for part in head.slices(self._height):
                self._put_part(table, part)

    def _put_part(self, table: SetTable, part: Part) -> None:
        for line, x, y in part.lines:
            self._put(line, QPointF(table.left + x, self._y + y))
        self._page.rules.extend(rule.translated(table.left, self._y) for rule in part.rules)
        self._y += part.height

    def _fits(self, height: float) -> bool:
        return not self._y or self._y + height <= self._height + _HAIR

    def _put(self, line: SetLine, at: QPointF) -> None:
        self._page.lines.append(PlacedLine(line, at))
        self._page.comments.extend((at.y(), number) for number in line.comments)

    def _turn(self) -> None:
        """Begin a new page, unless this one is empty."""
        if self._page.lines or self._page.rules:
            self._full.append(self._page)
            self._page = SetPage(self._page.number + 1, [], [], [])
        self._y = 0.0


def text_height(page: Page) -> float:
    """Return the height of the type area."""
    return (page.height - page.top - page.bottom) * MILLIMETRE


def paper_size(page: Page) -> tuple[float, float]:
    """Return width and height of the sheet."""
    return page.width * MILLIMETRE, page.height * MILLIMETRE


def text_top(page: Page) -> float:
    """Return how far the type area lies below the edge of the sheet."""
    return page.top * MILLIMETRE


def foot_height(page: Page) -> float:
    """Return how far the foot of the page number is below the corner of the type area."""
    return (page.height - page.top - page.foot) * MILLIMETRE - 4 * POINT
