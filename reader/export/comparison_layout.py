"""How wide the columns of a comparison's table are, and how its cells stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.comparison_records import CHOSEN, TEXTS, ComparisonColumn
from reader.export.table_layout import CHARACTER, TYPE_SIZE, head_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.export.comparison_records import ComparisonTable

# In characters: what a column takes where it is filled; a column to write in keeps its width though it is empty.
_WIDTHS: Mapping[ComparisonColumn, float] = {
    ComparisonColumn.NUMBER: 2.4,
    ComparisonColumn.LEFT_UNITS: 6.15,
    ComparisonColumn.RIGHT_UNITS: 6.15,
    ComparisonColumn.KINDS: 7.15,
    ComparisonColumn.UNITS: 7.15,
    ComparisonColumn.STATUS: 5.15,
    ComparisonColumn.HINTS: 6.15,
    ComparisonColumn.NOTES: 8.15,
    ComparisonColumn.REMARK: 8.15,
}
_TITLE = 22 / TYPE_SIZE  # times the type of a head is that of a title
_ROOM = 12.15  # characters, of the column to write in where nothing else asks for room
_LARGE_NUMBER = 3.2  # characters, of a column with numbers from 1,000
CENTRED = (ComparisonColumn.NUMBER, ComparisonColumn.STATUS)


def widths(table: ComparisonTable, width: float, padding: float) -> tuple[float, ...]:
    """Return the widths of the columns in millimetres: the two texts share evenly what the others leave."""
    given = {column: _width(table, column) * CHARACTER + padding for column in table.columns if column not in TEXTS}
    text = (width - sum(given.values())) / len(TEXTS)
    return tuple(round(given.get(column, text), 2) for column in table.columns)


def _width(table: ComparisonTable, column: ComparisonColumn) -> float:
    if column is ComparisonColumn.NUMBER and table.listed >= 1000:
        return _LARGE_NUMBER
    if column is ComparisonColumn.REMARK and not set(CHOSEN).intersection(table.columns):
        return _ROOM
    return _WIDTHS[column]


def heads(table: ComparisonTable, shares: Sequence[float], padding: float) -> list[str]:
    """Return the heads of the columns, broken at words where they are wider than their column."""
    from reader.export.title_lines import title_lines

    return [
        "\n".join(title_lines(title, (share - padding) * _TITLE))
        if column in TEXTS
        else head_lines(title, share, padding)
        for column, title, share in zip(table.columns, table.heads, shares, strict=True)
    ]


def texts(table: ComparisonTable) -> list[list[str]]:
    """Return the text of each cell as it fills a column: first lines of clauses are drawn in by two characters.

    What stands across the table fills no column.
    """
    return [
        [
            "" if row.across else _drawn_in(column, cell.text)
            for column, cell in zip(table.columns, row.cells, strict=True)
        ]
        for row in table.rows
    ]


def _drawn_in(column: ComparisonColumn, text: str) -> str:
    return "\n".join(f"　　{line}" for line in text.split("\n")) if column in TEXTS and text else text
