"""A digest as a workbook that filters, and prints on A4."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from reader.export.digest import KIND
from reader.export.digest_blocks import NOTHING, TEXT, THEME
from reader.export.digest_table import digest_table, widths
from reader.export.sheets import (
    HIGHEST,
    LINE,
    MARGINS,
    PADDING,
    TITLE_SIZE,
    WIDTH,
    Formats,
    row_height,
    set_printing,
    title_height,
    workbook_bytes,
    write_line,
    write_text,
)
from reader.export.styles import GongwenType
from reader.export.table_layout import CHARACTER, TYPE_SIZE, lines
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from reader.export.digest import Digest

GOES_ON = "（续）"
_MOST_LINES = int((HIGHEST - MARGINS) // LINE)  # of a row, which can be no higher
_HEAD = 1  # row


def digest_xlsx(
    digest: Digest, type_: GongwenType | None = None, *, author: str = "", created: datetime | None = None
) -> bytes:
    """Return an .xlsx of one sheet; an excerpt that is longer than a row can be high goes on in the next row."""
    fonts, by = (type_ or GongwenType()).fonts, "" if digest.choice.outward else author
    return workbook_bytes(lambda book, format_: _write(book, digest, format_), fonts, digest.title, by, created)


def _write(book: Any, digest: Digest, format_: Formats) -> None:
    table = digest_table(digest)
    shares = widths(table.heads, WIDTH, PADDING)
    sheet, last = book.add_worksheet(KIND), len(table.heads) - 1
    title = format_("title", TITLE_SIZE, align="center", text_wrap=True)
    write_line(sheet, 0, last, digest.title, title, title_height(digest.title))
    head = format_("hei", TYPE_SIZE, align="center", border=1, text_wrap=True, bg_color="#F2F2F2")
    for place, (name, share) in enumerate(zip(table.heads, shares, strict=True)):
        sheet.set_column_pixels(place, place, round(share / 25.4 * 96))
        sheet.write_string(_HEAD, place, name, head)
    sheet.set_row(_HEAD, 2 * LINE)
    if not table.rows:
        write_line(sheet, _HEAD + 1, last, NOTHING, format_("body", TYPE_SIZE, align="left"))
    rows = [part for row in table.rows for part in _parts(table.heads, row, shares)]
    for number, row in enumerate(rows, start=_HEAD + 1):
        taken = max(lines(text, share, PADDING, hanging=False) for text, share in zip(row, shares, strict=True))
        sheet.set_row(number, min(row_height(taken), HIGHEST))
        for place, text in enumerate(row):
            align = "center" if table.heads[place] == THEME else "left"
            shape = partial(format_, "body", TYPE_SIZE, border=1, text_wrap=True, align=align, valign="top")
            write_text(sheet, (number, place), text, shape)
    set_printing(sheet, _HEAD, len(rows), last)


def _parts(heads: Sequence[str], row: Sequence[str], shares: Sequence[float]) -> Iterator[tuple[str, ...]]:
    """Yield a row in parts that are no higher than a row can be; each has the theme, so that filters find it."""
    cut = [list(_pieces(text, share)) for text, share in zip(row, shares, strict=True)]
    needed = max(len(pieces) for head, pieces in zip(heads, cut, strict=True) if head != THEME)
    for number in range(needed):
        yield tuple(_part(head, text, pieces, number) for head, text, pieces in zip(heads, row, cut, strict=True))


def _part(head: str, text: str, pieces: Sequence[str], number: int) -> str:
    if head == THEME:
        return text
    if number < len(pieces):
        return pieces[number]
    return GOES_ON if text and head != TEXT else ""


def _pieces(text: str, width: float) -> Iterator[str]:
    """Cut a text where it is higher than a row: between paragraphs, and a long paragraph within."""
    characters = max(1, int((width - PADDING) / CHARACTER)) * _MOST_LINES * 9 // 10
    piece: list[str] = []
    for line in xml_safe(text).split("\n"):
        for start in range(0, max(len(line), 1), characters):
            part = line[start : start + characters]
            if piece and lines("\n".join((*piece, part)), width, PADDING, hanging=False) > _MOST_LINES:
                yield "\n".join(piece)
                piece = []
            piece.append(part)
    yield "\n".join(piece)
