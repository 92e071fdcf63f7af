"""Paper, margins and page numbers."""

from __future__ import annotations

from dataclasses import dataclass

from reader.export.styles import STYLES, GongwenType, fonts_element


@dataclass(frozen=True, slots=True)
class Page:
    """Lengths in millimetres; ``foot`` lies below the page number, ``dashes`` asks for — 1 — on alternate sides."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    foot: float
    dashes: bool = True

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


# GB/T 9704-2012, 5.1 and 7.5: 天头 37, 订口 28, type area 156 x 225, the dashes of the page number 7 mm below it.
DOCUMENT = Page(210, 297, 37, 26, 35, 28, 25)
TABLE = Page(297, 210, 24, 16, 19, 16, 10, dashes=False)


def twips(millimetres: float) -> int:
    return int(millimetres * 1440 / 25.4 + 0.5)


def section_properties(page: Page, type_: GongwenType) -> str:
    """Return ``w:sectPr``; the grid is one of lines only, one of characters too stretches whatever is not 三号."""
    landscape = ' w:orient="landscape"' if page.width > page.height else ""
    even = '<w:footerReference w:type="even" r:id="footerEven"/>' if page.dashes else ""
    return (
        f'<w:sectPr>{even}<w:footerReference w:type="default" r:id="footerOdd"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{landscape}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}"'
        f' w:left="{twips(page.left)}" w:header="851" w:footer="{twips(page.foot)}" w:gutter="0"/>'
        f'<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="{type_.pitch_twips}"/></w:sectPr>'
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
