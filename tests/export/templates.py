"""Files of a user's own, to take the styles of."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from collections.abc import Mapping


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def house_style(grid: Mapping[str, str] | None = None) -> bytes:
    """Return a file whose 正文 is 方正仿宋_GBK 小三 26 pt, with red titles, a 批注 of its own and narrow margins."""
    document = Document()
    normal = document.styles["Normal"]
    set_fonts(normal, "方正仿宋_GBK", "Arial")
    normal.font.size = Pt(15)
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    normal.paragraph_format.line_spacing = Pt(26)
    normal.paragraph_format.space_after = Pt(0)
    title = document.styles["Title"]
    set_fonts(title, "方正小标宋_GBK", "Arial")
    title.font.color.rgb = RGBColor(0xC0, 0, 0)
    note = document.styles.add_style("批注", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = normal
    note.font.italic = True
    set_fonts(note, "华文楷体", "Arial")
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    if grid is not None:
        for old in section._sectPr.findall(qn("w:docGrid")):
            section._sectPr.remove(old)
        section._sectPr.append(OxmlElement("w:docGrid", {qn(f"w:{name}"): v for name, v in grid.items()}))
    document.add_paragraph("一句机密的话，不应留下。")
    document.core_properties.author = "起草人甲"
    return saved(document)


def set_fonts(style, east: str, west: str) -> None:
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for name, font in (("eastAsia", east), ("ascii", west), ("hAnsi", west)):
        fonts.set(qn(f"w:{name}"), font)


def changed(data: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """Return the package with parts added, replaced or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys((*old.namelist(), *parts)):
            content = parts[name] if name in parts else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
