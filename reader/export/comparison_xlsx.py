"""The table of a comparison as a workbook that filters, and prints on A4; what differs is set apart within the cells."""

from __future__ import annotations

from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.export.comparison_layout import CENTRED, heads, texts, widths
from reader.export.comparison_records import NOTHING, TEXTS, ComparisonColumn, Mark, Run
from reader.export.comparison_runs import joined
from reader.export.sheets import (
    FORMULA,
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
    fitted,
    row_height,
    set_printing,
    title_height,
    workbook_bytes,
    write_line,
)
from reader.export.styles import GongwenType
from reader.export.table_layout import TYPE_SIZE, Merge, Page, cell_lines, lines, paginate
from reader.export.title_lines import title_lines
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from reader.export.comparison_records import ComparisonCell, ComparisonRow, ComparisonTable

_FONTS = {Mark.ADDED: "hei", Mark.SHARED: "hei", Mark.PLACE: "kai"}
_TITLE = 22  # points, of the titles that title_lines breaks
_INDENT = "　　"  # of the first line of a clause


class _Layout(NamedTuple):
    widths: tuple[float, ...]
    heights: tuple[tuple[float, ...], ...]  # of the rows that a row of the table is spread over
    merges: tuple[Merge, ...]


def comparison_xlsx(
    table: ComparisonTable, type_: GongwenType | None = None, *, author: str = "", created: datetime | None = None
) -> bytes:
    """Return an .xlsx of one sheet: title, sources, what the type means, then the table with filters."""
    fonts = (type_ or GongwenType()).fonts
    return workbook_bytes(
        lambda book, formats: _Sheet(book, formats, table).write(), fonts, table.title, author, created
    )


class _Sheet:
    def __init__(self, book: Any, formats: Formats, table: ComparisonTable) -> None:
        self._table, self._format = table, formats
        self._sheet = book.add_worksheet(table.kind)
        self._last = len(table.columns) - 1

    def write(self) -> None:
        head, above = self._titles()
        layout = _layout(self._table, above)
        for place, width in enumerate(layout.widths):
            self._sheet.set_column_pixels(place, place, round(width / 25.4 * 96))
        self._heads(head, layout)
        if not self._table.rows:
            self._line(head + 1, NOTHING, self._format("body", TYPE_SIZE, align="left"))
        self._rows(head + 1, layout)
        set_printing(self._sheet, head, sum(map(len, layout.heights)), self._last)

    def _titles(self) -> tuple[int, float]:
        """Write what stands above the table; return the row of its head, and how many points are above it."""
        table = self._table
        name = title_lines(table.name, WIDTH / TITLE_SIZE * _TITLE) if table.name else []
        text = "\n".join([*name, table.kind])
        above = title_height(text)
        self._line(0, text, self._format("title", TITLE_SIZE, align="center", text_wrap=True), above)
        row = 1
        for line in table.source_lines:
            self._line(row, line, self._format("kai", SOURCE_SIZE, align="center"), SOURCE_LINE)
            row, above = row + 1, above + SOURCE_LINE
        if table.note:
            height = row_height(lines(table.note, WIDTH, PADDING))
            self._line(row, table.note, self._format("kai", TYPE_SIZE, align="left", text_wrap=True), height)
            row, above = row + 1, above + height
        return row, above

    def _heads(self, row: int, layout: _Layout) -> None:
        format_ = self._format("hei", TYPE_SIZE, align="center", border=1, text_wrap=True, bg_color="#F2F2F2")
        titles = heads(self._table, layout.widths, PADDING)
        self._sheet.set_row(row, max(text.count("\n") for text in titles) * LINE + 2 * LINE)
        for place, text in enumerate(titles):
            self._sheet.write_string(row, place, fitted(xml_safe(text)), format_)

    def _rows(self, first: int, layout: _Layout) -> None:
        starts = list(accumulate((len(heights) for heights in layout.heights), initial=first))
        ends = [start - 1 for start in starts[1:]]
        spans = {(m.column, row): (m.first, m.last) for m in layout.merges for row in range(m.first, m.last + 1)}
        for number, row in enumerate(self._table.rows):
            for place, height in enumerate(layout.heights[number]):
                self._sheet.set_row(starts[number] + place, height)
            if row.across:
                format_ = self._format("hei", TYPE_SIZE, align="center", border=1, text_wrap=True)
                self._line(starts[number], row.cells[0].text, format_)
                continue
            for place, cell in enumerate(row.cells):
                top, bottom = spans.get((place, number), (number, number))
                merged = top != bottom or ends[number] > starts[number]
                format_ = self._cell_format(self._table.columns[place], heading=row.heading, merged=merged)
                if merged and top == number:
                    self._sheet.merge_range(starts[top], place, ends[bottom], place, "", format_)
                self._write(starts[number], place, row, cell, format_)

    def _write(self, number: int, place: int, row: ComparisonRow, cell: ComparisonCell, format_: Any) -> None:
        """Write a cell as text, whatever it begins with; the cells behind a merged one too, for filters need them."""
        column = self._table.columns[place]
        drawn_in = column in TEXTS and not row.heading
        pieces = list(_pieces(cell, drawn_in=drawn_in))
        text = "".join(piece.text for piece in pieces)
        if not text:
            self._sheet.write_blank(number, place, None, format_)
        elif column is ComparisonColumn.NUMBER:
            self._sheet.write_number(number, place, int(text), format_)
        elif len(pieces) > 1 and fitted(text) == text:
            settings = (part for piece in pieces for part in (self._setting(piece.mark), piece.text))
            self._sheet.write_rich_string(number, place, *settings, format_)
        else:
            more = {"quote_prefix": True} if text.startswith(FORMULA) else {}
            mark = pieces[0].mark if len(pieces) == 1 else Mark.PLAIN
            self._sheet.write_string(
                number, place, fitted(text), self._cell_format(column, heading=row.heading, mark=mark, **more)
            )

    def _setting(self, mark: Mark) -> Any:
        """Return the type of a stretch within a cell."""
        more = {"font_strikeout": True} if mark is Mark.REMOVED else {}
        return self._format(_FONTS.get(mark, "body"), TYPE_SIZE, **more)

    def _cell_format(
        self, column: ComparisonColumn, *, heading: bool, merged: bool = False, mark: Mark = Mark.PLAIN, **more: Any
    ) -> Any:
        """Return the format of a cell; the texts of merged ones stand at the top, where no page cuts them."""
        place = {
            "align": "center" if column in CENTRED or heading else "left",
            "valign": "top" if merged or column in TEXTS else "vcenter",
        }
        more |= {"font_strikeout": True} if mark is Mark.REMOVED else {}
        return self._format(_FONTS.get(mark, "body"), TYPE_SIZE, border=1, text_wrap=True, **place, **more)

    def _line(self, row: int, text: str, format_: Any, height: float = 0) -> None:
        write_line(self._sheet, row, self._last, text, format_, height)


def _pieces(cell: ComparisonCell, *, drawn_in: bool) -> Iterator[Run]:
    """Yield the stretches of a cell, its paragraphs set apart by newlines."""
    runs: list[Run] = []
    for number, line in enumerate(cell.lines):
        between = ("\n" if number else "") + (_INDENT if drawn_in else "")
        runs += [Run(between), *line]
    yield from joined(Run(xml_safe(run.text), run.mark) for run in runs)


def _layout(table: ComparisonTable, above: float) -> _Layout:
    """Return widths and heights; the sheet is wider, and printed smaller, where a text would not fit a row.

    What fits none is spread over several rows that are one.
    """
    for wider in WIDER:
        columns = widths(table, WIDTH * wider, PADDING)
        room = HEIGHT * wider - 2 * LINE
        cells = cell_lines(texts(table), columns, PADDING, hanging=False)
        laid = paginate(table.merges, cells, row_height, Page(room - above, room), torn=room, labels_in_first=True)
        if all(row_height(count) <= HIGHEST for count in laid.lines):
            break
    return _Layout(columns, tuple(_spread(row_height(count)) for count in laid.lines), laid.merges)


def _spread(height: float) -> tuple[float, ...]:
    rows = ceil(height / HIGHEST)
    return (height / rows,) * rows
