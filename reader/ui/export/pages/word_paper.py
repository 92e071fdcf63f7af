"""Reads back a .docx of our own, so that what is shown and printed is the very file that is written. Knows no Qt."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.ui.export.pages.paper import Cell, Comment, Paper, Paragraph, Piece, Row, Table, beginning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.page import Page
    from reader.export.styles import GongwenType, Style

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIP = 25.4 / 1440  # millimetres
_CHARACTERS = (("firstLine", "first_line"), ("left", "left"), ("right", "right"))


class _Look(NamedTuple):
    """What a character style or a run says of its letters; empty says nothing."""

    font: str = ""
    bold: bool = False
    struck: bool = False
    ground: str = ""
    line: str = ""
    line_colour: str = ""

    def over(self, other: _Look) -> _Look:
        """Return both, this one first."""
        return _Look(
            self.font or other.font,
            self.bold or other.bold,
            self.struck or other.struck,
            self.ground or other.ground,
            self.line or other.line,
            self.line_colour or other.line_colour,
        )


def word_paper(data: bytes, type_: GongwenType, most: int | None = None) -> Paper:
    """Return what a .docx of ours says, only about the first ``most`` characters of it if given."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        document = _root(archive.read("word/document.xml"))
        styles = _root(archive.read("word/styles.xml"))
        comments = _root(archive.read("word/comments.xml")) if "word/comments.xml" in names else None
    body = document[0]
    reader = _Reader(type_, _looks(styles))
    read = (block for element in body if (block := reader.block(element)) is not None)
    blocks, whole = beginning(read, most)
    said = {} if comments is None else dict(_comments(comments))
    return Paper(_page(body[-1]), type_, blocks, said, whole)


class _Reader:
    def __init__(self, type_: GongwenType, looks: dict[str, _Look]) -> None:
        self._type = type_
        self._looks = looks

    def block(self, element: Any) -> Paragraph | Table | None:
        """Return a paragraph or a table; None for what is not printed."""
        if element.tag == f"{_W}p":
            return self.paragraph(element)
        return self.table(element) if element.tag == f"{_W}tbl" else None

    def paragraph(self, element: Any) -> Paragraph:
        properties = element.find(f"{_W}pPr")
        style = self._style(_value(properties, "pStyle") or "Normal")
        above, new_page = 0.0, False
        if properties is not None:
            style, above = _adjusted(style, properties)
            new_page = properties.find(f"{_W}pageBreakBefore") is not None
        return Paragraph(style, tuple(self._pieces(element)), above, new_page)

    def table(self, element: Any) -> Table:
        widths = tuple(int(_at(one, "w") or 0) * _TWIP for one in element.iter(f"{_W}gridCol"))
        return Table(widths, tuple(self._row(row) for row in element.findall(f"{_W}tr")))

    def _row(self, element: Any) -> Row:
        properties = element.find(f"{_W}trPr")
        head = properties is not None and properties.find(f"{_W}tblHeader") is not None
        whole = properties is not None and properties.find(f"{_W}cantSplit") is not None
        return Row(tuple(map(self._cell, element.findall(f"{_W}tc"))), head, whole)

    def _cell(self, element: Any) -> Cell:
        properties = element.find(f"{_W}tcPr")
        merge = None if properties is None else properties.find(f"{_W}vMerge")
        joined = merge is not None and _at(merge, "val") != "restart"
        across = int(_value(properties, "gridSpan") or 1)
        return Cell(tuple(map(self.paragraph, element.findall(f"{_W}p"))), across, joined)

    def _pieces(self, element: Any) -> Iterator[Piece]:
        begun: list[int] = []
        for child in element:
            if child.tag == f"{_W}commentRangeStart":
                begun.append(int(_at(child, "id") or 0))
            elif child.tag == f"{_W}r":
                text = "".join(_texts(child))
                if text:
                    properties = child.find(f"{_W}rPr")
                    named = self._looks.get(_value(properties, "rStyle") or "", _Look())
                    yield Piece(text, *_look(properties).over(named), comments=tuple(begun))
                    begun.clear()

    def _style(self, identity: str) -> Style:
        try:
            return self._type.style(identity)
        except KeyError:
            return self._type.style("Normal")


def _adjusted(style: Style, properties: Any) -> tuple[Style, float]:
    """Return a style with what a paragraph says itself, and the points kept free above it."""
    changes: dict[str, Any] = {}
    if align := _value(properties, "jc"):
        changes["align"] = align
    indent = properties.find(f"{_W}ind")
    if indent is not None:
        for name, field in _CHARACTERS:
            if (said := _at(indent, f"{name}Chars")) is not None:
                changes[field] = int(said)
    spacing = properties.find(f"{_W}spacing")
    above = 0 if spacing is None else int(_at(spacing, "before") or 0)
    if spacing is not None and int(_at(spacing, "after") or 0):
        changes["after"] = True
    return replace(style, **changes) if changes else style, above / 20


def _looks(styles: Any) -> dict[str, _Look]:
    found = {}
    for style in styles.findall(f"{_W}style"):
        if _at(style, "type") == "character":
            found[_at(style, "styleId") or ""] = _look(style.find(f"{_W}rPr"))
    return found


def _look(properties: Any) -> _Look:
    if properties is None:
        return _Look()
    fonts, line, ground = (properties.find(f"{_W}{name}") for name in ("rFonts", "u", "shd"))
    bold, struck = (properties.find(f"{_W}{name}") is not None for name in ("b", "strike"))
    fill = "" if ground is None else _at(ground, "fill") or ""
    return _Look(
        "" if fonts is None else _at(fonts, "eastAsia") or "",
        bold,
        struck,
        "" if fill == "auto" else fill,
        "" if line is None else _at(line, "val") or "",
        "" if line is None else _at(line, "color") or "",
    )


def _texts(run: Any) -> Iterator[str]:
    for child in run:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}br":
            yield "\n"
        elif child.tag == f"{_W}tab":
            yield "\t"


def _comments(root: Any) -> Iterator[tuple[int, Comment]]:
    for comment in root.findall(f"{_W}comment"):
        lines = ("".join("".join(_texts(run)) for run in p.findall(f"{_W}r")) for p in comment.findall(f"{_W}p"))
        yield int(_at(comment, "id") or 0), Comment(_at(comment, "author") or "", "\n".join(lines))


def _page(section: Any) -> Page:
    from reader.export.page import Page

    size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    alternate = any(_at(one, "type") == "even" for one in section.findall(f"{_W}footerReference"))

    def side(element: Any, name: str) -> float:
        return int(_at(element, name) or 0) * _TWIP

    top, right, bottom, left = (side(margins, name) for name in ("top", "right", "bottom", "left"))
    width, height = side(size, "w"), side(size, "h")
    return Page(width, height, top, right, bottom, left, side(margins, "footer"), dashes=alternate)


def _value(parent: Any, name: str) -> str | None:
    child = None if parent is None else parent.find(f"{_W}{name}")
    return None if child is None else _at(child, "val")


def _at(element: Any, name: str) -> str | None:
    value: str | None = element.get(f"{_W}{name}")
    return value


def _root(data: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
