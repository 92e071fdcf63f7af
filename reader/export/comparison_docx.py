"""The table of a comparison as a Word document."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from reader.export.comparison_layout import CENTRED, heads, texts, widths
from reader.export.comparison_records import NOTHING, TEXTS, ComparisonColumn, Mark
from reader.export.table_layout import MILLIMETRES, Page, cell_lines, length, paginate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from reader.export.comparison_records import ComparisonCell, ComparisonRow, ComparisonTable
    from reader.export.gongwen import Gongwen
    from reader.export.page import Page as SheetPage
    from reader.export.styles import GongwenType, Label
    from reader.export.tables import Cell, Column, Row

_PADDING = 2.2  # millimetres that the margins of a cell take of its width
_PITCH, _MARGINS = 15.0, 4.5  # points of a line, and above and below the text of a cell
_SOURCE_SIZE, _SOURCE_PITCH = 14, 24.0  # points
_ABOVE = 40.0  # points, of the blank and the note between the sources and the table
_SLACK = 10.0  # points of a page that no row fills
_WHOLE = 18  # lines: a row of more may break over two pages, else it would leave half a page empty
_STYLES = {Mark.ADDED: "Added", Mark.SHARED: "Added", Mark.REMOVED: "Removed", Mark.PLACE: "Place"}


def comparison_docx(
    table: ComparisonTable, type_: GongwenType | None = None, *, author: str = "", created: datetime | None = None
) -> bytes:
    """Return a .docx in landscape: the head of the table on each page, 第X页 共X页 at its foot."""
    from reader.export.gongwen import Gongwen, Properties  # python-docx is slow to load
    from reader.export.page import TABLE
    from reader.export.tables import Column
    from reader.export.tables import table as word_table

    paper = Gongwen(Properties(table.title, " ".join(table.source_lines), author, created), type_, TABLE)
    _head(paper, table)
    if not table.rows:
        paper.paragraph("BodyText", NOTHING)
        return paper.bytes()
    shares = widths(table, TABLE.text_width, _PADDING)
    columns = [
        Column(title, share, _style(column), "top" if column in TEXTS else "center")
        for column, title, share in zip(table.columns, heads(table, shares, _PADDING), shares, strict=True)
    ]
    page = _page(table, TABLE, columns, paper.type.line_pitch)
    paper.add(word_table(paper, columns, list(_rows(table, shares, page))))
    paper.paragraph("TableEnd", "")
    return paper.bytes()


def _head(paper: Gongwen, table: ComparisonTable) -> None:
    if table.name:
        paper.title(table.name, table.kind)
    else:
        paper.title(table.kind)
    if table.source_lines:
        paper.paragraph("TableSource", "\n".join(table.source_lines))
    else:
        paper.paragraph("TableNote", "")
    if note := table.note:
        paper.paragraph("TableNote", note)


def _style(column: ComparisonColumn) -> str:
    return "CellCentre" if column in CENTRED else "CellClause" if column in TEXTS else "Cell"


def _page(table: ComparisonTable, sheet: SheetPage, columns: Sequence[Column], pitch: float) -> Page:
    from reader.export.title_lines import title_lines

    head = max(column.title.count("\n") + 1 for column in columns)
    whole = (sheet.height - sheet.top - sheet.bottom) / MILLIMETRES - _height(head) - _SLACK
    titles = len(title_lines(table.name, sheet.text_width)) + 1
    room = sheet.text_width / MILLIMETRES / _SOURCE_SIZE  # characters
    sources = sum(ceil(length(line) / room) for line in table.source_lines)
    return Page(whole - titles * pitch - sources * _SOURCE_PITCH - _ABOVE, whole)


def _rows(table: ComparisonTable, shares: Sequence[float], page: Page) -> Iterator[Row]:
    from reader.export.tables import Cell, Row

    laid = paginate(table.merges, cell_lines(texts(table), shares, _PADDING), _height, page, torn=_height(_WHOLE))
    joined = {(m.column, n) for m in laid.merges for n in range(m.first + 1, m.last + 1)}
    for number, row in enumerate(table.rows):
        if row.across:
            whole = Cell(row.cells[0].text, style="CellHead", across=len(table.columns))
            yield Row([whole], with_next=True)
            continue
        cells = [
            _cell(row, cell, table.columns[place], joined=(place, number) in joined)
            for place, cell in enumerate(row.cells)
        ]
        yield Row(cells, whole=laid.lines[number] <= _WHOLE, with_next=row.heading)


def _cell(row: ComparisonRow, cell: ComparisonCell, column: ComparisonColumn, *, joined: bool) -> Cell:
    from reader.export.tables import Cell

    style = "CellCentre" if row.heading and column in TEXTS else ""
    return Cell("", joined=joined, lines=list(_lines(cell)), style=style)


def _lines(cell: ComparisonCell) -> Iterator[list[str | Label]]:
    from reader.export.styles import Label
    from reader.export.xml_text import xml_safe

    for line in cell.lines:
        yield [
            Label(xml_safe(run.text), _STYLES[run.mark]) if run.mark in _STYLES else xml_safe(run.text) for run in line
        ]


def _height(count: int) -> float:
    return count * _PITCH + _MARGINS
