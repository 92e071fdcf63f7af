"""What all workbooks share: their properties, their type, the way they print, and text that stays text."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.export.table_layout import MILLIMETRES
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.export.fonts import Fonts

TOO_LONG = "……（超出单元格字数上限，以下从略，全文见原文）"
PADDING = 2.4  # millimetres that the sides of a cell take, and a trifle
WIDTH = 256.0  # millimetres: between the margins of A4 there are 274, LibreOffice makes columns wider by a twentieth
WIDER = (1.0, 1.15, 1.3, 1.5)  # printed smaller in turn, where a cell is higher than a row can be
HEIGHT = 172.5 / MILLIMETRES  # points, between head and foot
LINE, MARGINS = 15.0, 5.0  # points; room for typefaces that stand in
HIGHEST = 409.0  # points of a row
FORMULA = tuple("=+-@\t")  # what begins so is shown as text, and says so
TITLE_SIZE, SOURCE_SIZE, SOURCE_LINE = 20, 12, 24
_TITLE_LINE = 30
_TITLE_CHARACTERS = 36  # of the title in a line
_LONGEST = 32767  # UTF-16 units of a cell


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any, fonts: Fonts) -> None:
        self._book, self.fonts = book, fonts
        self._made: dict[tuple[Any, ...], Any] = {}

    def __call__(self, font: str, size: float, **more: Any) -> Any:
        """Return a format; ``font`` is a field of Fonts, ``more`` as XlsxWriter calls it."""
        key = (font, size, *sorted(more.items()))
        if key not in self._made:
            values = {"font_name": getattr(self.fonts, font), "font_size": size, "valign": "vcenter"} | more
            self._made[key] = self._book.add_format(values)
        return self._made[key]


def workbook_bytes(
    write: Callable[[Any, Formats], None],
    fonts: Fonts,
    title: str,
    author: str = "",
    created: datetime | None = None,
) -> bytes:
    """Return an .xlsx with what ``write`` puts into the book; ``created`` must know its time zone."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        _describe(book, title, author, created)
        write(book, Formats(book, fonts))
    return out.getvalue()


def write_text(sheet: Any, cell: tuple[int, int], text: str, shape: Callable[..., Any]) -> None:
    """Write a text as text, whatever it begins with; ``shape`` makes the format of the cell."""
    safe = fitted(xml_safe(text))
    if safe:
        sheet.write_string(*cell, safe, shape(quote_prefix=True) if safe.startswith(FORMULA) else shape())
    else:
        sheet.write_blank(*cell, None, shape())


def _describe(book: Any, title: str, author: str, created: datetime | None) -> None:
    moment = (created or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.set_properties({"title": _property(title), "author": _property(author), "created": moment})


def write_line(sheet: Any, row: int, last: int, text: str, format_: Any, height: float = 0) -> None:
    """Write a line across the columns up to the last."""
    if last:
        sheet.merge_range(row, 0, row, last, "", format_)
    sheet.write_string(row, 0, fitted(xml_safe(text)), format_)
    if height:
        sheet.set_row(row, height)


def title_height(text: str) -> float:
    """Return how many points a title takes."""
    return sum(-(-len(line) // _TITLE_CHARACTERS) for line in text.split("\n")) * _TITLE_LINE + MARGINS


def row_height(count: int) -> float:
    """Return how many points a row of so many lines takes."""
    return count * LINE + MARGINS


def set_printing(sheet: Any, head: int, rows: int, last: int) -> None:
    """Freeze and repeat the head of a table of so many rows, give it filters, and print it on a landscape A4."""
    sheet.freeze_panes(head + 1, 0)
    sheet.autofilter(head, 0, head + max(rows, 1), last)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_margins(left=0.45, right=0.45, top=0.7, bottom=0.7)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    sheet.set_footer('&C&"宋体,Regular"&10第&P页　共&N页', {"margin": 0.35})


def fitted(text: str) -> str:
    """Cut a text at the most that a cell holds, and say so."""
    if len(text.encode("utf-16-le")) // 2 <= _LONGEST:
        return text
    room = (_LONGEST - len(TOO_LONG)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + TOO_LONG


def _property(text: str) -> str:
    return " ".join(xml_safe(text).split())[:255]
