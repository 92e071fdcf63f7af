"""A table for the clipboard: HTML that Word, WPS and Excel keep as a table, tabs for all others."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from reader.ui.ledger.words import counts_text, generic_place, no_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.ui.ledger.model import MatrixModel

MOST_CELLS = 20_000  # of one table: the window waits while it is made
# Text stays text in Excel, whatever it begins with.
_CELL = "border:0.5pt solid #000000;padding:2pt 4pt;vertical-align:middle;mso-number-format:'\\@'"
_BLANKS = str.maketrans("\t\n\r", "   ")


def table_data(rows: Iterable[Sequence[str]]) -> QMimeData:
    """Return a table, whose first row is its head, in both forms."""
    held = [[_plain(cell) for cell in row] for row in rows]
    data = QMimeData()
    data.setHtml(_html(held))
    data.setText("\n".join("\t".join(row) for row in held))
    return data


def copy_table(rows: Iterable[Sequence[str]]) -> None:
    """Put a table onto the clipboard."""
    QGuiApplication.clipboard().setMimeData(table_data(rows))


def matrix_table(
    model: MatrixModel, rows: Sequence[int] | None = None, columns: Sequence[int] | None = None
) -> list[list[str]]:
    """Return the matrix, or some rows and columns of it, with its heads; the whole of it also with its totals."""
    tr, matrix = QCoreApplication.translate, model.matrix
    whole = rows is None and columns is None
    shown = range(len(matrix.documents)) if columns is None else columns
    head = [tr("ledger", "地区"), tr("ledger", "单位"), *([tr("ledger", "合计")] if whole else [])]
    table = [head + [model.document_name(matrix.documents[column]) for column in shown]]
    for number in range(len(matrix.rows)) if rows is None else rows:
        row = matrix.rows[number]
        if row.unit is not None:
            place = generic_place() if row.group.generic else row.unit.jurisdiction or no_place()
            total = [counts_text(row.counts)] if whole else []
            cells = [counts_text(matrix.cell(number, column)) for column in shown]
            table.append([place, row.unit.name, *total, *cells])
    if whole:
        totals = [counts_text(matrix.totals[document.number]) for document in matrix.documents]
        table.append([tr("ledger", "合计"), "", counts_text(matrix.total), *totals])
    return table


def _html(rows: Sequence[Sequence[str]]) -> str:
    lines = "".join(_line(row, "td" if number else "th") for number, row in enumerate(rows))
    style = "border-collapse:collapse;font-family:'仿宋_GB2312','仿宋';font-size:12pt"
    return f'<html lang="zh-CN"><head><meta charset="utf-8"></head><body><table style="{style}">{lines}</table></body></html>'


def _line(row: Sequence[str], tag: str) -> str:
    cells = (f'<{tag} style="{_CELL}">{escape(cell)}</{tag}>' for cell in row)
    return f"<tr>{''.join(cells)}</tr>"


def _plain(text: str) -> str:
    from reader.export.xml_text import xml_safe

    return xml_safe(text).translate(_BLANKS)
