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
    from reader.export.styles import Label


class Column(NamedTuple):
    """A column with its heading, its width in millimetres, the paragraph style of its cells and where they stand."""

    title: str
    width: float
    style: str = "Cell"
    stands: str = "center"  # or top


class Cell(NamedTuple):
    """The text of a cell; ``joined`` makes one cell of it and the one above, ``across`` of it and those on its right.

    ``lines`` take the place of the text where pieces of it are set apart, ``style`` that of the column's style.
    """

    text: str
    joined: bool = False
    lines: Sequence[list[str | Label]] = ()
    style: str = ""
    across: int = 1


class Row(NamedTuple):
    """Cells side by side; ``whole`` keeps them on one page, ``with_next`` on that of the next row."""

    cells: Sequence[Cell]
    whole: bool = True
    with_next: bool = False


def table(paper: Gongwen, columns: Sequence[Column], rows: Sequence[Row]) -> Any:
    """Return a ``w:tbl`` of fixed layout; its first row is repeated on each page."""
    element = OxmlElement("w:tbl")
    element.append(_properties(columns))
    grid = OxmlElement("w:tblGrid")
    grid.extend(OxmlElement("w:gridCol", {qn("w:w"): str(twips(column.width))}) for column in columns)
    element.append(grid)
    heads = Row([Cell(column.title) for column in columns])
    element.append(_row(paper, [c._replace(style="CellHead", stands="center") for c in columns], heads, (), head=True))
    for number, row in enumerate(rows):
        below = [c for c in rows[number + 1].cells for _ in range(c.across)] if number + 1 < len(rows) else ()
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
    place = 0
    for cell in row.cells:
        spanned = columns[place : place + cell.across]
        joins_below = bool(below) and below[place].joined
        element.append(_cell(paper, spanned, cell, joins_below=joins_below, with_next=row.with_next))
        place += cell.across
    return element


def _cell(paper: Gongwen, columns: Sequence[Column], cell: Cell, *, joins_below: bool, with_next: bool) -> Any:
    element = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    width = sum(twips(column.width) for column in columns)
    properties.append(OxmlElement("w:tcW", {qn("w:w"): str(width), qn("w:type"): "dxa"}))
    if cell.across > 1:
        properties.append(_valued("w:gridSpan", str(cell.across)))
    if joins_below and not cell.joined:
        properties.append(_valued("w:vMerge", "restart"))
    if cell.joined:
        properties.append(OxmlElement("w:vMerge"))
    properties.append(_valued("w:vAlign", columns[0].stands))
    element.append(properties)
    texts: Sequence[str | list[str | Label]] = cell.lines or xml_safe(cell.text).split("\n")
    for line in [""] if cell.joined else texts:
        paragraph = paper.paragraph_element(cell.style or columns[0].style, [line])
        if with_next:
            paragraph.pPr.insert(1, OxmlElement("w:keepNext"))  # behind the style
        element.append(paragraph)
    return element


def _valued(tag: str, value: str) -> Any:
    return OxmlElement(tag, {qn("w:val"): value})
