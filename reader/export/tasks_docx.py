"""The task table as a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.table_layout import MILLIMETRES, Page, cell_lines, head_lines, lines, paginate
from reader.export.tasks_layout import widths
from reader.export.tasks_table import KIND, NOTHING, SOURCES, TaskColumn, TaskTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from reader.export.gongwen import Gongwen
    from reader.export.page import Page as SheetPage
    from reader.export.styles import GongwenType
    from reader.export.tables import Column, Row

_PADDING = 2.2  # millimetres that the margins of a cell take of its width
_PITCH = 15.0  # points, as the styles of cells have it
_MARGINS = 4.5  # points, above and below the text of a cell, and its border
_SOURCE = 48.0  # points, of the line between the title and the table
_SLACK = 10.0  # points of a page that no row fills
_WHOLE = 15  # lines: a row of more may break over two pages, else it would leave half a page empty
_SHORT = 2  # lines: a column of units or dates that are no longer is centred
_CENTRED = (TaskColumn.NUMBER, TaskColumn.CATEGORY, TaskColumn.SOURCE, TaskColumn.CLAUSE)


def tasks_docx(
    table: TaskTable, type_: GongwenType | None = None, *, author: str = "", created: datetime | None = None
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
        Column(head_lines(title, share, _PADDING), share, _style(table, place, share))
        for place, (title, share) in enumerate(zip(table.heads, shares, strict=True))
    ]
    paper.add(
        word_table(paper, columns, list(_rows(table, shares, _page(table, TABLE, columns, paper.type.line_pitch))))
    )
    if table.several:
        paper.paragraph("CellText", "\n".join(("", SOURCES, *table.source_lines)))
    else:
        paper.paragraph("TableEnd", "")
    return paper.bytes()


def _head(paper: Gongwen, table: TaskTable) -> None:
    title = table.title.removesuffix(KIND)
    if title and title != table.title:
        paper.title(title, KIND)
    else:
        paper.title(table.title)
    if table.source_lines and not table.several:
        paper.paragraph("TableSource", *table.source_lines)
    else:
        paper.paragraph("TableSource", "")


def _style(table: TaskTable, place: int, width: float) -> str:
    column = table.columns[place]
    if column is TaskColumn.MEASURE:
        return "CellText"
    texts = (row.cells[place] for row in table.rows)
    if column in _CENTRED or all(lines(text, width, _PADDING) <= _SHORT for text in texts):
        return "CellCentre"
    return "Cell"


def _page(table: TaskTable, sheet: SheetPage, columns: Sequence[Column], pitch: float) -> Page:
    from reader.export.title_lines import title_lines

    head = max(column.title.count("\n") + 1 for column in columns)
    whole = (sheet.height - sheet.top - sheet.bottom) / MILLIMETRES - _height(head) - _SLACK
    titles = len(title_lines(table.title.removesuffix(KIND), sheet.text_width)) + 1
    return Page(whole - titles * pitch - _SOURCE, whole)


def _rows(table: TaskTable, shares: Sequence[float], page: Page) -> Iterator[Row]:
    from reader.export.tables import Cell, Row

    cells = cell_lines((row.cells for row in table.rows), shares, _PADDING)
    laid = paginate(table.merges, cells, _height, page, torn=_height(_WHOLE))
    joined = {(m.column, n) for m in laid.merges for n in range(m.first + 1, m.last + 1)}
    for number, row in enumerate(table.rows):
        texts = [Cell(text, joined=(place, number) in joined) for place, text in enumerate(row.cells)]
        yield Row(texts, whole=laid.lines[number] <= _WHOLE)


def _height(count: int) -> float:
    return count * _PITCH + _MARGINS
