"""The table of a comparison as plain text: one row below the other, for where no table can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.comparison_records import NOTHING, REVISION, ComparisonColumn, Mark
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.comparison_records import ComparisonCell, ComparisonRow, ComparisonTable

_SIGNS = {Mark.ADDED: "【{}】", Mark.REMOVED: "［{}］"}
_MEANING = "［］内为删去的内容，【】内为新增的内容。"


def comparison_txt(table: ComparisonTable) -> bytes:
    """Return the table as a text file, in UTF-8 with the mark by which older editors know it."""
    return (xml_safe("\n".join(_lines(table))) + "\n").encode("utf-8-sig")


def _lines(table: ComparisonTable) -> Iterator[str]:
    yield table.title
    yield from table.source_lines
    note = (_MEANING if table.kind == REVISION and table.meaning else "") + table.left_out
    if note:
        yield f"说明：{note}"
    if not table.rows:
        yield f"\n{NOTHING}"
    above: tuple[int, ...] = ()
    for row in table.rows:
        yield ""
        if row.across:
            yield row.cells[0].text
        elif row.heading:
            yield from _heading(table, row)
        else:
            yield from _row(table, row, again=bool(row.lefts) and row.lefts == above)
        above = row.lefts


def _heading(table: ComparisonTable, row: ComparisonRow) -> Iterator[str]:
    """Yield a heading once where both sides have the same."""
    cells = dict(zip(table.columns, row.cells, strict=True))
    left, right = cells[ComparisonColumn.LEFT], cells[ComparisonColumn.RIGHT]
    told = [left] if left == right else [cell for cell in (left, right) if cell.lines]
    yield " → ".join(_signed(cell) for cell in told)


def _row(table: ComparisonTable, row: ComparisonRow, *, again: bool) -> Iterator[str]:
    """Yield number and cells under their heads; a further answer to the same clause does not tell that ``again``."""
    for column, head, cell in zip(table.columns, table.heads, row.cells, strict=True):
        if column is ComparisonColumn.NUMBER:
            if not again:
                yield f"{cell.text}."
        elif cell.lines and not (again and column in (ComparisonColumn.LEFT, ComparisonColumn.LEFT_UNITS)):
            first, *others = _signed(cell).split("\n")
            yield f"　　{head}：{first}"
            yield from (f"　　{other}" for other in others)


def _signed(cell: ComparisonCell) -> str:
    lines = ("".join(_SIGNS.get(run.mark, "{}").format(run.text) for run in line) for line in cell.lines)
    return "\n".join(lines)
