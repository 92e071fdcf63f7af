"""A plain table as a workbook: one head, one row a matter, what is too long for a row goes on in the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.export.sheets import (
    HIGHEST,
    LINE,
    MARGINS,
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
    write_text,
)
from reader.export.styles import GongwenType
from reader.export.table_layout import CHARACTER, TYPE_SIZE, head_lines, lines
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

NUMBER = "序号"
GOES_ON = "\n（续）"
_MOST_LINES = int((HIGHEST - MARGINS) // LINE)  # of a row, which can be no higher
_TILL_FULL = 0.9  # of a row: what lines really hold is known only to the program that shows them


class Column(NamedTuple):
    """A column so many characters wide; those without a width share what is left, and hold what may be long."""

    head: str
    width: float = 0
    centred: bool = False


class SheetTable(NamedTuple):
    """A sheet: its name, title and a line under it, and the rows; ``nothing`` stands where there are none."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str


def without_empty(table: SheetTable, kept: Sequence[str]) -> SheetTable:
    """Return the table without the columns that no row fills, but for those that are ``kept``."""
    filled = [n for n, c in enumerate(table.columns) if c.head in kept or any(row[n].strip() for row in table.rows)]
    rows = tuple(tuple(row[n] for n in filled) for row in table.rows)
    return table._replace(columns=tuple(table.columns[n] for n in filled), rows=rows)


def workbook(
    table: SheetTable, type_: GongwenType | None = None, *, author: str = "", created: datetime | None = None
) -> bytes:
    """Return an .xlsx of one sheet with filters and a head that stays in view, for a landscape A4; all of it is text."""
    fonts, title = (type_ or GongwenType()).fonts, table.title.replace("\n", "")
    return workbook_bytes(
        lambda book, format_: _write(book.add_worksheet(table.name), table, format_), fonts, title, author, created
    )


def _write(sheet: Any, table: SheetTable, format_: Formats) -> None:
    last, shares = len(table.columns) - 1, _widths(table)
    title = format_("title", TITLE_SIZE, align="center", text_wrap=True)
    write_line(sheet, 0, last, table.title, title, title_height(table.title))
    head = 1
    if table.about:
        about = format_("kai", SOURCE_SIZE, align="center", text_wrap=True)
        write_line(sheet, head, last, table.about, about, SOURCE_LINE * _about_lines(table.about, shares))
        head += 1
    style = format_("hei", TYPE_SIZE, align="center", border=1, text_wrap=True, bg_color="#F2F2F2")
    for place, (column, share) in enumerate(zip(table.columns, shares, strict=True)):
        sheet.set_column_pixels(place, place, round(share / 25.4 * 96))
        sheet.write_string(head, place, head_lines(column.head, share, PADDING), style)
    sheet.set_row(head, 2 * LINE)
    if not table.rows:
        write_line(sheet, head + 1, last, table.nothing, format_("body", TYPE_SIZE, align="left"))
    rows = [part for row in table.rows for part in _parts(table.columns, row, shares)]
    for number, row in enumerate(rows, start=head + 1):
        sheet.set_row(number, min(row_height(_lines(row, shares)), HIGHEST))
        for place, text in enumerate(row):
            _write_cell(sheet, (number, place), text, table.columns[place], format_)
    set_printing(sheet, head, len(rows), last)


def _widths(table: SheetTable) -> tuple[float, ...]:
    """Return widths in millimetres; the sheet is a little wider where a text would not fit a row: more of it goes on."""
    for wider in WIDER[:2]:
        left = WIDTH * wider - sum(_given(column) for column in table.columns)
        long = sum(not column.width for column in table.columns)
        shares = tuple(_given(column) or left / long for column in table.columns)
        if all(_lines(row, shares) <= _MOST_LINES for row in table.rows):
            break
    return shares


def _about_lines(about: str, shares: Sequence[float]) -> int:
    """Return how many lines the text under the title takes, which is set in larger type."""
    return lines(about, sum(shares) * TYPE_SIZE / SOURCE_SIZE, PADDING, hanging=False)


def _given(column: Column) -> float:
    return column.width * CHARACTER + PADDING if column.width else 0


def _lines(row: Sequence[str], shares: Sequence[float]) -> int:
    return max(lines(text, share, PADDING, hanging=False) for text, share in zip(row, shares, strict=True))


def _write_cell(sheet: Any, cell: tuple[int, int], text: str, column: Column, format_: Formats) -> None:
    """Write a cell as text, whatever it begins with; but for numbers, which sort."""
    align = "center" if column.centred else "left"
    shape = partial(format_, "body", TYPE_SIZE, border=1, text_wrap=True, align=align)
    if column.head == NUMBER and (safe := fitted(xml_safe(text))).isdecimal():
        sheet.write_number(*cell, int(safe), shape())
    else:
        write_text(sheet, cell, text, shape)


def _parts(columns: Sequence[Column], row: Sequence[str], shares: Sequence[float]) -> Iterator[tuple[str, ...]]:
    """Yield a row in parts that are no higher than a row can be; what is short stands in each, so that filters find it."""
    cut = [list(_pieces(text, share)) for text, share in zip(row, shares, strict=True)]
    for number in range(max(map(len, cut))):
        yield tuple(_part(column, pieces, number) for column, pieces in zip(columns, cut, strict=True))


def _part(column: Column, pieces: Sequence[str], number: int) -> str:
    if number and column.head == NUMBER:
        return pieces[0] + GOES_ON
    if number < len(pieces):
        return pieces[number]
    return pieces[0] if column.width and len(pieces) == 1 else ""


def _pieces(text: str, width: float) -> Iterator[str]:
    """Cut a text where it is higher than a row: between paragraphs, and a long paragraph within."""
    most = int(_MOST_LINES * _TILL_FULL)
    characters = max(1, int((width - PADDING) / CHARACTER)) * most
    piece: list[str] = []
    for line in xml_safe(text).split("\n"):
        for start in range(0, max(len(line), 1), characters):
            part = line[start : start + characters]
            if piece and lines("\n".join((*piece, part)), width, PADDING, hanging=False) > most:
                yield "\n".join(piece)
                piece = []
            piece.append(part)
    yield "\n".join(piece)
