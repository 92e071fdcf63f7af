"""The task table as a workbook that filters, and prints on A4."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any, NamedTuple

from reader.export.styles import GongwenType
from reader.export.tasks_layout import (
    MILLIMETRES,
    TYPE_SIZE,
    Page,
    cell_lines,
    head_lines,
    lines,
    paginate,
    widths,
)
from reader.export.tasks_table import KIND, NOTHING, SOURCES, Merge, TaskColumn, TaskTable
from reader.export.xml_text import xml_safe

TOO_LONG = "……（超出单元格字数上限，以下从略，全文见原文）"

_PADDING = 2.4  # millimetres that the sides of a cell take, and a trifle
_WIDTH = 256.0  # millimetres: between the margins of A4 there are 274, LibreOffice makes columns wider by a twentieth
_WIDER = (1.0, 1.15, 1.3, 1.5)  # printed smaller in turn, where a cell is higher than a row can be
_HEIGHT = 172.5 / MILLIMETRES  # points, between head and foot
_LINE, _MARGINS = 15.0, 5.0  # points; room for typefaces that stand in
_HIGHEST = 409.0  # points of a row
_LONGEST = 32767  # UTF-16 units of a cell
_TITLE_SIZE, _TITLE_LINE = 20, 30
_SOURCE_SIZE, _SOURCE_LINE = 12, 24
_TITLE_CHARACTERS = 36  # of the title in a line
_FORMULA = tuple("=+-@\t")
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
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        moment = (created or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
        book.set_properties({"title": _property(table.title), "author": _property(author), "created": moment})
        _Sheet(book, table, type_ or GongwenType()).write()
    return out.getvalue()


class _Place(NamedTuple):
    """Where a text stands in its cell."""

    align: str
    valign: str


class _Sheet:
    def __init__(self, book: Any, table: TaskTable, type_: GongwenType) -> None:
        self._book, self._table, self._fonts = book, table, type_.fonts
        self._sheet = book.add_worksheet(KIND)
        self._formats: dict[tuple[_Place, bool], Any] = {}
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
        self._print(head)

    def _titles(self) -> tuple[int, float]:
        """Write what stands above the table; return the row of its head, and how many points are above it."""
        name = self._table.title.removesuffix(KIND)
        text = f"{name}\n{KIND}" if name and name != self._table.title else self._table.title
        taken = sum(-(-len(line) // _TITLE_CHARACTERS) for line in text.split("\n"))
        title = self._format(self._fonts.title, _TITLE_SIZE, align="center", text_wrap=True)
        height = taken * _TITLE_LINE + _MARGINS
        self._line(0, text, title, height)
        if self._table.several or not self._table.source_lines:
            return 1, height
        source = self._format(self._fonts.kai, _SOURCE_SIZE, align="center")
        self._line(1, "　".join(self._table.source_lines), source, _SOURCE_LINE)
        return 2, height + _SOURCE_LINE

    def _heads(self, row: int, layout: _Layout) -> int:
        format_ = self._format(self._fonts.hei, TYPE_SIZE, align="center", border=1, text_wrap=True, bg_color="#F2F2F2")
        texts = [head_lines(t, w, _PADDING) for t, w in zip(self._table.heads, layout.widths, strict=True)]
        self._sheet.set_row(row, max(text.count("\n") for text in texts) * _LINE + 2 * _LINE)
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
        safe = _fitted(xml_safe(text))
        if not safe:
            self._sheet.write_blank(row, column, None, self._cell(place))
            return
        self._sheet.write_string(row, column, safe, self._cell(place, quoted=safe.startswith(_FORMULA)))

    def _place(self, column: int, width: float) -> _Place:
        """Return where a column has its texts; those of merged cells stand at the top, where no page cuts them."""
        merged = any(merge.column == column for merge in self._table.merges)
        if merged or self._table.columns[column] in _CENTRED:
            return _Place("center", "top" if merged else "vcenter")
        short = all(lines(row.cells[column], width, _PADDING) <= _SHORT for row in self._table.rows)
        return _Place("center" if short and self._table.columns[column] not in _LEFT else "left", "vcenter")

    def _line(self, row: int, text: str, format_: Any, height: float = 0) -> None:
        """Write a line across the whole table."""
        safe = _fitted(xml_safe(text))
        if self._last:
            self._sheet.merge_range(row, 0, row, self._last, "", format_)
        self._sheet.write_string(row, 0, safe, format_)
        if height:
            self._sheet.set_row(row, height)

    def _cell(self, place: _Place, *, quoted: bool = False) -> Any:
        if (place, quoted) not in self._formats:
            more = {"quote_prefix": True} if quoted else {}
            self._formats[place, quoted] = self._format(
                self._fonts.body, TYPE_SIZE, border=1, text_wrap=True, **place._asdict(), **more
            )
        return self._formats[place, quoted]

    def _plain(self) -> Any:
        return self._format(self._fonts.body, TYPE_SIZE, align="left")

    def _format(self, font: str, size: float, **more: Any) -> Any:
        return self._book.add_format({"font_name": font, "font_size": size} | {"valign": "vcenter"} | more)

    def _print(self, head: int) -> None:
        sheet = self._sheet
        sheet.freeze_panes(head + 1, 0)
        sheet.autofilter(head, 0, head + max(len(self._table.rows), 1), self._last)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(head)
        sheet.set_margins(left=0.45, right=0.45, top=0.7, bottom=0.7)
        sheet.center_horizontally()
        sheet.hide_gridlines(2)
        sheet.set_footer('&C&"宋体,Regular"&10第&P页　共&N页', {"margin": 0.35})


def _layout(table: TaskTable, above: float) -> _Layout:
    """Return widths and heights; the sheet is wider, and printed smaller, where a text would not fit a row."""
    for wider in _WIDER:
        columns = widths(table, _WIDTH * wider, _PADDING)
        room = _HEIGHT * wider - 2 * _LINE
        cells = cell_lines(table, columns, _PADDING, hanging=False)
        laid = paginate(table, cells, _height, Page(room - above, room), torn=room, labels_in_first=True)
        if all(_height(count) <= _HIGHEST for count in laid.lines):
            break
    return _Layout(columns, tuple(min(_height(count), _HIGHEST) for count in laid.lines), laid.merges)


def _height(count: int) -> float:
    return count * _LINE + _MARGINS


def _fitted(text: str) -> str:
    """Cut a text at the most that a cell holds, and say so."""
    if len(text.encode("utf-16-le")) // 2 <= _LONGEST:
        return text
    room = (_LONGEST - len(TOO_LONG)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + TOO_LONG


def _property(text: str) -> str:
    return " ".join(xml_safe(text).split())[:255]
