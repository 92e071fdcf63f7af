"""A digest as a Word document: running text under headings, or a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.blocks import Kind
from reader.export.digest_blocks import REMARK, SOURCE, TEXT, digest_blocks
from reader.export.digest_table import DigestTable, digest_table, widths
from reader.export.styles import Label
from reader.export.table_layout import MILLIMETRES, Page, cell_lines, paginate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from reader.export.blocks import Block
    from reader.export.digest import Digest
    from reader.export.gongwen import Gongwen
    from reader.export.page import Page as SheetPage
    from reader.export.styles import GongwenType
    from reader.export.tables import Row

_PADDING = 2.2  # millimetres that the margins of a cell take of its width
_PITCH, _MARGINS = 15.0, 4.5  # points: a line of a cell, and what lies above and below its text
_SLACK = 10.0  # points of a page that no row fills
_WHOLE = 8  # lines: a row of more may break over two pages, else it would leave half a page empty


def digest_docx(
    digest: Digest, type_: GongwenType | None = None, *, author: str = "", created: datetime | None = None
) -> bytes:
    """Return a .docx: themes as headings that navigation finds, each excerpt with its source; or a table in landscape."""
    from reader.export.gongwen import Gongwen, Properties  # python-docx is slow to load
    from reader.export.page import DOCUMENT, TABLE

    page = TABLE if digest.choice.table else DOCUMENT
    author = "" if digest.choice.outward else author
    paper = Gongwen(Properties(digest.title, author=author, created=created), type_, page)
    paper.title(digest.title)
    paper.blank()
    if digest.choice.table and digest.clippings:
        _add_table(paper, digest)
    else:
        _add_text(paper, digest)
    return paper.bytes()


def _add_text(paper: Gongwen, digest: Digest) -> None:
    """Add the excerpts, an empty line between two of the same theme."""
    above = Kind.TITLE
    for block in digest_blocks(digest):
        if block.kind is Kind.HEADING:
            paper.heading(block.level, block.text)
        elif block.kind is not Kind.TITLE:
            if block.kind is Kind.QUOTE and above in (Kind.DETAIL, Kind.NOTE):
                paper.blank()
            _add_block(paper, block)
        above = block.kind


def _add_block(paper: Gongwen, block: Block) -> None:
    """Add the paragraphs of a block; the last of an excerpt stays on the page of its source."""
    from docx.oxml import OxmlElement

    if block.kind is not Kind.QUOTE:
        paper.paragraph(block.kind.value, Label(block.label), block.text)
        return
    *above, last = block.text.split("\n")
    for line in above:
        paper.paragraph(block.kind.value, line)
    element = paper.paragraph_element(block.kind.value, [last])
    element.pPr.insert(1, OxmlElement("w:keepNext"))  # behind the style
    paper.add(element)


def _add_table(paper: Gongwen, digest: Digest) -> None:
    from reader.export.tables import Column
    from reader.export.tables import table as word_table

    table = digest_table(digest)
    shares = widths(table.heads, paper.page.text_width, _PADDING)
    columns = [Column(head, share, _style(head)) for head, share in zip(table.heads, shares, strict=True)]
    paper.add(word_table(paper, columns, list(_rows(table, shares, _page(digest, paper)))))
    paper.paragraph("TableEnd", "")


def _style(head: str) -> str:
    if head == TEXT:
        return "CellClause"
    return "Cell" if head in (SOURCE, REMARK) else "CellCentre"


def _page(digest: Digest, paper: Gongwen) -> Page:
    from reader.export.title_lines import title_lines

    sheet: SheetPage = paper.page
    whole = (sheet.height - sheet.top - sheet.bottom) / MILLIMETRES - _height(1) - _SLACK
    above = len(title_lines(digest.title, sheet.text_width)) + 1
    return Page(whole - above * paper.type.line_pitch, whole)


def _rows(table: DigestTable, shares: Sequence[float], page: Page) -> Iterator[Row]:
    from reader.export.tables import Cell, Row

    laid = paginate(table.merges, cell_lines(table.rows, shares, _PADDING), _height, page, torn=_height(_WHOLE))
    joined = {(m.column, n) for m in laid.merges for n in range(m.first + 1, m.last + 1)}
    for number, row in enumerate(table.rows):
        cells = [Cell(text, joined=(place, number) in joined) for place, text in enumerate(row)]
        yield Row(cells, whole=laid.lines[number] <= _WHOLE)


def _height(count: int) -> float:
    return count * _PITCH + _MARGINS
