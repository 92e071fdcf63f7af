"""Reads back a workbook of our own and shows its first rows, as markup in which every text is escaped. Knows no Qt."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.theme import Theme

_Merge = tuple[int, int, int, int]  # first row, first column, last row, last column
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_USUAL = 8.43  # the width of a column that says nothing, in characters
_LONGEST = 200  # characters of a cell that are shown


class _Grid(NamedTuple):
    """Cells by row and column, from 0; ``merges`` are first and last cell of those that are one."""

    widths: list[float]
    rows: list[dict[int, str]]
    merges: list[_Merge]
    whole: bool


def sheet_markup(data: bytes, theme: Theme, most: int) -> tuple[str, bool]:
    """Return the first ``most`` rows of the first sheet, and whether these are all."""
    grid = _grid(data, most)
    covered = {place: merge for merge in grid.merges for place in _cells_of(merge)}
    across = {merge[0] for merge in grid.merges if merge[3] - merge[1] + 1 == len(grid.widths)}
    heads = next((row for row in range(len(grid.rows)) if row not in across), len(grid.rows))
    titles = "".join(f'<p align="center">{_text(row.get(0, ""))}</p>' for row in grid.rows[:heads])
    body = "".join(f"<tr>{''.join(_row(grid, covered, row))}</tr>" for row in range(heads, len(grid.rows)))
    lines = f"border-collapse: collapse; border-style: solid; border-color: {theme.faint}"
    table = f'<table border="1" cellspacing="0" cellpadding="4" width="100%" style="{lines}">{body}</table>'
    return titles + table, grid.whole


def _row(grid: _Grid, covered: dict[tuple[int, int], _Merge], row: int) -> Iterator[str]:
    total = sum(grid.widths) or 1
    for column, width in enumerate(grid.widths):
        merge = covered.get((row, column), (row, column, row, column))
        if merge[:2] != (row, column):
            continue
        across, down = merge[3] - column + 1, min(merge[2], len(grid.rows) - 1) - row + 1
        # A width said of several columns at once would be that of the first.
        wide = f' width="{width / total:.0%}"' if across == 1 else ' align="center"'
        text = _text(grid.rows[row].get(column, ""))
        yield f'<td colspan="{across}" rowspan="{down}" valign="top"{wide}>{text}</td>'


def _text(text: str) -> str:
    return escape(text[:_LONGEST] + ("……" if len(text) > _LONGEST else "")).replace("\n", "<br>")


def _grid(data: bytes, most: int) -> _Grid:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = _root(archive.read("xl/worksheets/sheet1.xml"))
        named = "xl/sharedStrings.xml" in archive.namelist()
        strings = [_said(one) for one in _root(archive.read("xl/sharedStrings.xml"))] if named else []
    found = sheet.findall(f"{_S}sheetData/{_S}row")
    rows = [dict(_cell(cell, strings) for cell in row.findall(f"{_S}c")) for row in found[:most]]
    merges = [_span(one.get("ref")) for one in sheet.iter(f"{_S}mergeCell")]
    columns = 1 + max((column for row in rows for column in row), default=0)
    widths = [_USUAL] * columns
    for one in sheet.iter(f"{_S}col"):
        for column in range(int(one.get("min")) - 1, min(int(one.get("max")), columns)):
            widths[column] = float(one.get("width"))
    return _Grid(widths, rows, merges, len(rows) == len(found))


def _cell(cell: Any, strings: list[str]) -> tuple[int, str]:
    column, _row_number = _place(cell.get("r"))
    value = cell.find(f"{_S}v")
    text = "" if value is None else value.text or ""
    if cell.get("t") == "s":
        return column, strings[int(text)]
    inline = cell.find(f"{_S}is")
    return column, _said(inline) if inline is not None else text


def _said(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_S}t"))


def _span(reference: str) -> _Merge:
    """Return the cells of ``A1:D1``."""
    first, _, last = reference.partition(":")
    (left, top), (right, bottom) = _place(first), _place(last or first)
    return top, left, bottom, right


def _place(reference: str) -> tuple[int, int]:
    """Return column and row of a cell, from 0."""
    found = _PLACE.fullmatch(reference)
    if found is None:
        raise ValueError(f"no cell: {reference}")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1, int(found[2]) - 1


def _cells_of(merge: _Merge) -> Iterator[tuple[int, int]]:
    for row in range(merge[0], merge[2] + 1):
        for column in range(merge[1], merge[3] + 1):
            yield row, column


def _root(data: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
