"""An empty Word package of our own: no theme, no foreign styles, no thumbnail, nothing that points outside."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from reader.export.fonts import font_entries
from reader.export.page_elements import footer, section_properties
from reader.export.style_elements import style_elements
from reader.export.styles import CHARACTER_STYLES, STYLES, GongwenType

if TYPE_CHECKING:
    from reader.export.page import Page

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}/relationships"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/footer2.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_ROOT_LINKS = {
    "document": (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
    "core": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    "app": (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
}
_DOCUMENT_LINKS = {
    "styles": (f"{_OFFICE}/relationships/styles", "styles.xml"),
    "settings": (f"{_OFFICE}/relationships/settings", "settings.xml"),
    "fontTable": (f"{_OFFICE}/relationships/fontTable", "fontTable.xml"),
    "footerOdd": (f"{_OFFICE}/relationships/footer", "footer1.xml"),
    "footerEven": (f"{_OFFICE}/relationships/footer", "footer2.xml"),
}


def blank_package(page: Page, type_: GongwenType) -> bytes:
    """Return a .docx without text: page, styles, page numbers, language zh-CN."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _links(_ROOT_LINKS),
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
        "word/_rels/document.xml.rels": _links(_DOCUMENT_LINKS),
        "word/document.xml": _part("document", f"<w:body>{section_properties(page, type_)}</w:body>"),
        "word/styles.xml": _part("styles", _DEFAULTS + "".join(style_elements(type_))),
        "word/settings.xml": _part("settings", _settings(page)),
        "word/fontTable.xml": _part("fonts", "".join(font_entries(*_fonts(type_)))),
        "word/footer1.xml": _part("ftr", footer(page, type_, even=False)),
        "word/footer2.xml": _part("ftr", footer(page, type_, even=True)),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _fonts(type_: GongwenType) -> tuple[list[str], list[str]]:
    """Return the names of all fonts, of Chinese characters and of Latin letters."""
    styles = [*map(type_.style, STYLES), *(s for s in CHARACTER_STYLES.values() if s.font)]
    return [s.east_asian(type_.fonts) for s in styles], [s.western(type_.fonts) for s in styles]


def _part(root: str, content: str) -> str:
    return f"{_HEAD}<w:{root} {_NAMES}>{content}</w:{root}>"


def _links(links: dict[str, tuple[str, str]]) -> str:
    entries = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, (kind, to) in links.items())
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _content_types() -> str:
    parts = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _settings(page: Page) -> str:
    alternate = "<w:evenAndOddHeaders/>" if page.dashes else ""
    return (
        f'<w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/>{alternate}'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:useFELayout/>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )


_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:kern w:val="2"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
    ' w:defQFormat="0" w:count="376"/>'
)
_CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>zh-CN</dc:language></cp:coreProperties>'
)
_APP = f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>阅牍</Application></Properties>'
