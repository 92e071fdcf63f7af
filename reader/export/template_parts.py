"""A document of which its styles alone are left: no words, no names, no pictures, no macros, no links."""

from __future__ import annotations

import io
import zipfile
from itertools import islice
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from reader.export.template_page import section
from reader.export.template_values import child, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.template_file import Parts

_MOST_PARAGRAPHS = 5000  # that tell which styles are in use
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument"
_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = {
    "word/document.xml": f"{_WORD}.wordprocessingml.document.main+xml",
    "word/styles.xml": f"{_WORD}.wordprocessingml.styles+xml",
    "word/theme.xml": f"{_WORD}.theme+xml",
}


def styles_only(parts: Parts) -> bytes:
    """Return a .docx with the same styles, paper and margins, and empty paragraphs that tell which were in use."""
    from lxml import etree

    files = {"word/styles.xml": etree.tostring(parts.styles, encoding="UTF-8", xml_declaration=True).decode()}
    if parts.theme is not None:
        files["word/theme.xml"] = etree.tostring(parts.theme, encoding="UTF-8", xml_declaration=True).decode()
    links = {"styles": "styles.xml", "theme": "theme.xml"}
    files["word/_rels/document.xml.rels"] = _links({k: to for k, to in links.items() if f"word/{to}" in files})
    files["word/document.xml"] = f"{_HEAD}<w:document {_NAMES}><w:body>{''.join(_body(parts))}</w:body></w:document>"
    files["_rels/.rels"] = _links({"officeDocument": "word/document.xml"})
    kinds = "".join(f'<Override PartName="/{n}" ContentType="{kind}"/>' for n, kind in _TYPES.items() if n in files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
            f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>',
        )
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def _body(parts: Parts) -> Iterator[str]:
    from lxml import etree

    for paragraph in islice(parts.document.iter(w("p")), _MOST_PARAGRAPHS):
        style = value(child(child(paragraph, "pPr"), "pStyle"))
        yield f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr></w:p>" if style else "<w:p/>"
    told = (child(section(parts), name) for name in ("pgSz", "pgMar", "docGrid"))
    yield f"<w:sectPr>{''.join(etree.tostring(t, encoding='unicode') for t in told if t is not None)}</w:sectPr>"


def _links(targets: dict[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{to}"/>' for name, to in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
