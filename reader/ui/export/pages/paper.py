"""What stands on paper, before it is set: paragraphs and tables in the type of an official document. Knows no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.export.page import Page
    from reader.export.styles import GongwenType, Style


class Piece(NamedTuple):
    """A stretch of a paragraph in one look; colours as RRGGBB, empty for none.

    ``font`` names that of Chinese characters where it is not the paragraph's; ``line`` is a kind of line as Word calls
    it (single, double, wave, dotted …); ``comments`` are the numbers of those that begin here.
    """

    text: str
    font: str = ""
    bold: bool = False
    struck: bool = False
    ground: str = ""
    line: str = ""
    line_colour: str = ""
    raised: bool = False
    comments: tuple[int, ...] = ()

    @property
    def marked(self) -> bool:
        return bool(self.ground or self.line or self.struck)


class Paragraph(NamedTuple):
    """A newline within a piece begins a new line; ``above`` is kept free in points, unless a page begins here."""

    style: Style
    pieces: tuple[Piece, ...]
    above: float = 0.0
    new_page: bool = False


class Cell(NamedTuple):
    """A cell of a table; ``across`` columns wide, ``joined`` to the one above."""

    paragraphs: tuple[Paragraph, ...]
    across: int = 1
    joined: bool = False


class Row(NamedTuple):
    """``head`` is repeated on every page, ``whole`` is not torn by the end of one."""

    cells: tuple[Cell, ...]
    head: bool = False
    whole: bool = True


class Table(NamedTuple):
    """Rows over columns whose widths are in millimetres."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]


class Comment(NamedTuple):
    """What stands beside the text; ``head`` says who wrote it and when."""

    head: str
    text: str


class Paper(NamedTuple):
    """A document as it goes to the printer, or (not ``whole``) its beginning."""

    page: Page
    type: GongwenType
    blocks: tuple[Paragraph | Table, ...]
    comments: Mapping[int, Comment]
    whole: bool = True


def beginning(blocks: Iterable[Paragraph | Table], most: int | None) -> tuple[tuple[Paragraph | Table, ...], bool]:
    """Return the blocks that hold about the first ``most`` characters (None: all), and whether these are all."""
    taken: list[Paragraph | Table] = []
    left = most
    for block in blocks:
        if left is None:
            taken.append(block)
            continue
        if left <= 0:
            return tuple(taken), False
        size = _length(block)
        taken.append(_cut(block, left) if isinstance(block, Paragraph) and size > 2 * left else block)
        left -= size
    return tuple(taken), True


def _cut(paragraph: Paragraph, most: int) -> Paragraph:
    """Return the beginning of a paragraph that would fill many pages alone."""
    pieces: list[Piece] = []
    for piece in paragraph.pieces:
        pieces.append(piece._replace(text=piece.text[:most]))
        most -= len(piece.text)
        if most <= 0:
            break
    return paragraph._replace(pieces=tuple(pieces))


def _length(block: Paragraph | Table) -> int:
    """Return how many characters a paragraph or a table has, an empty one counting as one."""
    if isinstance(block, Table):
        return sum(_length(p) for row in block.rows for cell in row.cells for p in cell.paragraphs)
    return sum(len(piece.text) for piece in block.pieces) or 1
