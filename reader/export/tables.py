"""Tables whose widths hold in Word, WPS and LibreOffice alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reader.export.page import twips
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.export.gongwen import Gongwen


class Column(NamedTuple):
    """A column with its heading, its width in millimetres and the paragraph style of its cells."""

    title: str
    width: float
    style: str = "Cell"


class Cell(NamedTuple):
    """The text of a cell; ``joined`` makes one cell of it and the one above."""

    text: str
    joined: bool = False


class Row(NamedTuple):
    """Cells side by side; ``whole`` keeps them on one page."""

    cells: Sequence[Cell]
    whole: bool = True


def table(paper: Gongwen, columns: Sequence[Column], rows: Sequence[Row]) -> Any:
    """Return a ``w:tbl`` of fixed layout; its first row is repeated on each page."""
    element = OxmlElement("w:tbl")
    element.append(_properties(columns))
    grid = OxmlElement("w:tblGrid")
    grid.extend(OxmlElement("w:gridCol", {qn("w:w"): str(twips(column.width))}) for column in columns)
    element.append(grid)
    heads = Row([Cell(column.title) for column in columns])
    element.append(_row(paper, [c._replace(style="CellHead") for c in columns], heads, (), head=True))
    for number, row in enumerate(rows):
        below = rows[number + 1].cells if number + 1 < len(rows) else ()
        element.append(_row(paper, columns, row, below))
    return element


def _properties(columns: Sequence[Column]) -> Any:
    properties = OxmlElement("w:tblPr")
    properties.append(_valued("w:tblStyle", "TableGrid"))
    width = sum(twips(column.width) for column in columns)
    properties.append(OxmlElement("w:tblW", {qn("w:w"): str(width), qn("w:type"): "dxa"}))
    properties.append(_valued("w:jc", "center"))
    properties.append(OxmlElement("w:tblLayout", {qn("w:type"): "fixed"}))
    return properties


def _row(paper: Gongwen, columns: Sequence[Column], row: Row, below: Sequence[Cell], *, head: bool = False) -> Any:
    element = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    if row.whole:
        properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    element.append(properties)
    for place, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
        element.append(_cell(paper, column, cell, joins_below=bool(below) and below[place].joined))
    return element


def _cell(paper: Gongwen, column: Column, cell: Cell, *, joins_below: bool) -> Any:
    element = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    properties.append(OxmlElement("w:tcW", {qn("w:w"): str(twips(column.width)), qn("w:type"): "dxa"}))
    if joins_below and not cell.joined:
        properties.append(_valued("w:vMerge", "restart"))
    if cell.joined:
        properties.append(OxmlElement("w:vMerge"))
    properties.append(_valued("w:vAlign", "center"))
    element.append(properties)
    lines = [""] if cell.joined else xml_safe(cell.text).split("\n")
    element.extend(paper.paragraph_element(column.style, [line]) for line in lines)
    return element


def _valued(tag: str, value: str) -> Any:
    return OxmlElement(tag, {qn("w:val"): value})
