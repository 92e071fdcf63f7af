"""The task table as a workbook that filters, and prints on A4."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.export.sheets import (
    HEIGHT,
    HIGHEST,
    LINE,
    PADDING,
    SOURCE_LINE,
    SOURCE_SIZE,
    TITLE_SIZE,
    WIDER,
    WIDTH,
    Formats,
    row_height,
    set_printing,
    title_height,
    workbook_bytes,
    write_line,
    write_text,
)
from reader.export.sheets import TOO_LONG as TOO_LONG
from reader.export.styles import GongwenType
from reader.export.table_layout import TYPE_SIZE, Merge, Page, cell_lines, head_lines, lines, paginate
from reader.export.tasks_layout import widths
from reader.export.tasks_table import KIND, NOTHING, SOURCES, TaskColumn, TaskTable

if TYPE_CHECKING:
    from datetime import datetime

_LEFT = (TaskColumn.MEASURE, TaskColumn.REMARK, TaskColumn.TARGET)
_CENTRED = (TaskColumn.NUMBER, TaskColumn.SOURCE, TaskColumn.CATEGORY, TaskColumn.TASK, TaskColumn.CLAUSE)
_SHORT = 2  # lines: a column of units or dates that are no longer is centred


class _Layout(NamedTuple):
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    merges: tuple[Merge, ...]


def tasks_xlsx(
    table: TaskTable, type_: GongwenType | None = None, *, author: str = "", created: datetime | None = None
) -> bytes:
    """Return an .xlsx of one sheet: title, source, then the table with filters and a head that stays in view."""
    fonts = (type_ or GongwenType()).fonts
    return workbook_bytes(
        lambda book, formats: _Sheet(book, formats, table).write(), fonts, table.title, author, created
    )


class _Place(NamedTuple):
    """Where a text stands in its cell."""

    align: str
    valign: str


class _Sheet:
    def __init__(self, book: Any, formats: Formats, table: TaskTable) -> None:
        self._table, self._format = table, formats
        self._sheet = book.add_worksheet(KIND)
        self._last = len(table.columns) - 1

    def write(self) -> None:
        head, above = self._titles()
        layout = _layout(self._table, above)
        for place, width in enumerate(layout.widths):
            self._sheet.set_column_pixels(place, place, round(width / 25.4 * 96))
        first = self._heads(head, layout)
        if not self._table.rows:
            self._line(first, NOTHING, self._plain())
        self._rows(first, layout)
        if self._table.several:
            behind = first + max(len(self._table.rows), 1) + 1
            for number, line in enumerate((SOURCES, *self._table.source_lines)):
                self._line(behind + number, line, self._plain())
        set_printing(self._sheet, head, len(self._table.rows), self._last)

    def _titles(self) -> tuple[int, float]:
        """Write what stands above the table; return the row of its head, and how many points are above it."""
        name = self._table.title.removesuffix(KIND)
        text = f"{name}\n{KIND}" if name and name != self._table.title else self._table.title
        title = self._format("title", TITLE_SIZE, align="center", text_wrap=True)
        height = title_height(text)
        self._line(0, text, title, height)
        if self._table.several or not self._table.source_lines:
            return 1, height
        source = self._format("kai", SOURCE_SIZE, align="center")
        self._line(1, "　".join(self._table.source_lines), source, SOURCE_LINE)
        return 2, height + SOURCE_LINE

    def _heads(self, row: int, layout: _Layout) -> int:
        format_ = self._format("hei", TYPE_SIZE, align="center", border=1, text_wrap=True, bg_color="#F2F2F2")
        texts = [head_lines(t, w, PADDING) for t, w in zip(self._table.heads, layout.widths, strict=True)]
        self._sheet.set_row(row, max(text.count("\n") for text in texts) * LINE + 2 * LINE)
        for place, text in enumerate(texts):
            self._sheet.write_string(row, place, text, format_)
        return row + 1

    def _rows(self, first: int, layout: _Layout) -> None:
        places = [self._place(place, width) for place, width in enumerate(layout.widths)]
        for merge in layout.merges:
            rows = first + merge.first, first + merge.last
            self._sheet.merge_range(rows[0], merge.column, rows[1], merge.column, "", self._cell(places[merge.column]))
        for number, (row, height) in enumerate(zip(self._table.rows, layout.heights, strict=True), start=first):
            self._sheet.set_row(number, height)
            for place, text in enumerate(row.cells):
                self._text(number, place, text, places[place])

    def _text(self, row: int, column: int, text: str, place: _Place) -> None:
        """Write a cell as text, whatever it begins with; the cells behind a merged one too, for filters need them."""
        if self._table.columns[column] is TaskColumn.NUMBER:
            self._sheet.write_number(row, column, int(text), self._cell(place))
            return
        write_text(self._sheet, (row, column), text, partial(self._cell, place))

    def _place(self, column: int, width: float) -> _Place:
        """Return where a column has its texts; those of merged cells stand at the top, where no page cuts them."""
        merged = any(merge.column == column for merge in self._table.merges)
        if merged or self._table.columns[column] in _CENTRED:
            return _Place("center", "top" if merged else "vcenter")
        short = all(lines(row.cells[column], width, PADDING) <= _SHORT for row in self._table.rows)
        return _Place("center" if short and self._table.columns[column] not in _LEFT else "left", "vcenter")

    def _line(self, row: int, text: str, format_: Any, height: float = 0) -> None:
        write_line(self._sheet, row, self._last, text, format_, height)

    def _cell(self, place: _Place, **more: Any) -> Any:
        return self._format("body", TYPE_SIZE, border=1, text_wrap=True, **place._asdict(), **more)

    def _plain(self) -> Any:
        return self._format("body", TYPE_SIZE, align="left")


def _layout(table: TaskTable, above: float) -> _Layout:
    """Return widths and heights; the sheet is wider, and printed smaller, where a text would not fit a row."""
    for wider in WIDER:
        columns = widths(table, WIDTH * wider, PADDING)
        room = HEIGHT * wider - 2 * LINE
        cells = cell_lines((row.cells for row in table.rows), columns, PADDING, hanging=False)
        laid = paginate(table.merges, cells, row_height, Page(room - above, room), torn=room, labels_in_first=True)
        if all(row_height(count) <= HIGHEST for count in laid.lines):
            break
    return _Layout(columns, tuple(min(row_height(count), HIGHEST) for count in laid.lines), laid.merges)
