"""An official document in the making (GB/T 9704-2012), through python-docx and a few elements of our own."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reader.export.package import blank_package
from reader.export.page import DOCUMENT, Page
from reader.export.styles import CHARACTER_STYLES, HEADINGS, STYLES, GongwenType, Label
from reader.export.title_lines import title_lines
from reader.export.xml_text import xml_safe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as WordDocument


_HINT, _EAST = qn("w:hint"), qn("w:eastAsia")
_LATIN = (qn("w:ascii"), qn("w:hAnsi"), qn("w:cs"))


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties; ``created`` must know its time zone and is now where it is not given."""

    title: str = ""
    subject: str = ""
    author: str = ""
    created: datetime | None = None


class Gongwen:
    """Collects paragraphs and tables and gives back the bytes of a .docx."""

    def __init__(self, properties: Properties, type_: GongwenType | None = None, page: Page = DOCUMENT) -> None:
        self.type = _type_for(page, type_ or GongwenType())
        own = self.type.template.page if self.type.template else None
        self.page = own or page
        self.document: WordDocument = Document(io.BytesIO(blank_package(self.page, self.type)))
        body = self.document.element.body
        self._append = body[-1].addprevious  # in front of the section properties, which stay last
        self._describe(properties)

    def title(self, text: str, second: str = "") -> None:
        """Add the title, broken at words into even lines; ``second`` starts a line of its own."""
        width = self.page.text_width * STYLES["Title"].size / self.type.style("Title").size
        lines = title_lines(xml_safe(text), width) + ([second] if second else [])
        self._append(self.paragraph_element("Title", lines))

    def heading(self, level: int, text: str) -> None:
        """Add a heading (levels from 0) that navigation and tables of contents find; its numbers are plain text."""
        self.paragraph(HEADINGS[min(level, len(HEADINGS) - 1)], text)

    def paragraph(self, style: str, *pieces: str | Label) -> None:
        """Add a paragraph; a newline within a piece starts a new paragraph of the same style."""
        for paragraph in _split(pieces):
            self._append(self.paragraph_element(style, [paragraph]))

    def add(self, element: Any) -> None:
        """Add a table or another finished element."""
        self._append(element)

    def blank(self) -> None:
        """Add an empty line."""
        self.paragraph("Normal", "")

    def paragraph_element(self, style: str, lines: Iterable[str | list[str | Label]]) -> Any:
        """Return a ``w:p`` whose lines are set apart by line breaks."""
        paragraph = OxmlElement("w:p")
        if style != "Normal":
            properties = OxmlElement("w:pPr")
            properties.append(OxmlElement("w:pStyle", {qn("w:val"): style}))
            paragraph.append(properties)
        for number, line in enumerate(lines):
            if number:
                paragraph.append(self._run(style, "", [OxmlElement("w:br")]))
            for piece in [line] if isinstance(line, str) else line:
                text = piece if isinstance(piece, str) else piece.text
                if text:
                    paragraph.append(self._run(style, "" if isinstance(piece, str) else piece.style, _texts(text)))
        return paragraph

    def bytes(self) -> bytes:
        """Return the document as it would be saved."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _run(self, style: str, character_style: str, content: list[Any]) -> Any:
        run = OxmlElement("w:r")
        properties = OxmlElement("w:rPr")
        if character_style:
            properties.append(OxmlElement("w:rStyle", {qn("w:val"): character_style}))
        properties.append(OxmlElement("w:rFonts", self._fonts(style, character_style)))
        if character_style and CHARACTER_STYLES[character_style].struck:
            properties.append(OxmlElement("w:strike"))  # by name too, as with the fonts
        run.append(properties)
        run.extend(content)
        return run

    def _fonts(self, style: str, character_style: str) -> dict[str, str]:
        if not self.type.pinned_fonts:
            return {_HINT: "eastAsia"}
        named = CHARACTER_STYLES.get(character_style)
        if named is None or not named.font:
            named = self.type.style(style)
        fonts = self.type.fonts
        return {_HINT: "eastAsia", _EAST: named.east_asian(fonts)} | dict.fromkeys(_LATIN, named.western(fonts))

    def _describe(self, properties: Properties) -> None:
        core = self.document.core_properties
        # python-docx writes what it is given and says it were UTC.
        created = (properties.created or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None, microsecond=0)
        core.title, core.subject = _short(properties.title), _short(properties.subject)
        core.author = core.last_modified_by = _short(properties.author)
        core.created = core.modified = created
        core.language, core.revision = "zh-CN", 1


def _type_for(page: Page, type_: GongwenType) -> GongwenType:
    """Leave the styles of a template out of a page for tables."""
    return type_ if page.dashes else replace(type_, template=None)


def _split(pieces: tuple[str | Label, ...]) -> list[list[str | Label]]:
    """Cut pieces into paragraphs at the newlines of their text."""
    paragraphs: list[list[str | Label]] = [[]]
    for piece in pieces:
        if isinstance(piece, Label):
            paragraphs[-1].append(piece._replace(text=xml_safe(piece.text).replace("\n", "")))
            continue
        first, *others = xml_safe(piece).split("\n")
        paragraphs[-1].append(first)
        paragraphs += [[other] for other in others]
    return paragraphs


def _texts(text: str) -> list[Any]:
    """Return ``w:t`` and ``w:tab`` elements for a text without newlines."""
    elements = []
    for part in re.split("(\t)", xml_safe(text)):
        if part == "\t":
            elements.append(OxmlElement("w:tab"))
        elif part:
            element = OxmlElement("w:t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
            element.text = part
            elements.append(element)
    return elements


def _short(text: str) -> str:
    """Fit a text into a document property (at most 255 characters)."""
    return " ".join(xml_safe(text).split())[:255]
