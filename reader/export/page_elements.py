"""Paper, margins and page numbers as Word reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.export.page import twips
from reader.export.styles import STYLES, fonts_element

if TYPE_CHECKING:
    from reader.export.page import Page
    from reader.export.styles import GongwenType


def section_properties(page: Page, type_: GongwenType) -> str:
    """Return ``w:sectPr``; the grid is one of lines only, one of characters too stretches whatever is not 三号."""
    landscape = ' w:orient="landscape"' if page.width > page.height else ""
    even = '<w:footerReference w:type="even" r:id="footerEven"/>' if page.dashes else ""
    grid = f'<w:docGrid w:type="lines" w:linePitch="{type_.grid_twips}"/>' if type_.grid_twips else ""
    return (
        f'<w:sectPr>{even}<w:footerReference w:type="default" r:id="footerOdd"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{landscape}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}"'
        f' w:left="{twips(page.left)}" w:header="851" w:footer="{twips(page.foot)}" w:gutter="0"/>'
        f'<w:cols w:space="425"/>{grid}</w:sectPr>'
    )


def footer(page: Page, type_: GongwenType, *, even: bool) -> str:
    """Return the paragraph with the page number: 宋体 四号, one character in, odd pages right and even pages left."""
    if page.dashes:
        return _numbered("PageEven" if even else "PageOdd", type_, "— ", "PAGE", " —")
    return _numbered("PageTotal", type_, "第", "PAGE", "页　共", "NUMPAGES", "页")


def _numbered(style_id: str, type_: GongwenType, *pieces: str) -> str:
    fonts = fonts_element(STYLES[style_id], type_.fonts)
    runs = "".join(
        _field(p, fonts) if p.isascii() else _run(f"<w:t xml:space='preserve'>{p}</w:t>", fonts) for p in pieces
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{runs}</w:p>'


def _field(name: str, fonts: str) -> str:
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(_run(part, fonts) for part in parts)


def _run(content: str, fonts: str) -> str:
    return f"<w:r><w:rPr>{fonts}</w:rPr>{content}</w:r>"
