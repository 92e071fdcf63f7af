"""Reading an exported .docx back."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from docx.oxml.ns import qn


def opened(data: bytes):
    return Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def lines(document, style: str) -> list[str]:
    """Return the text of each paragraph in a style, given by its id."""
    return [p.text for p in document.paragraphs if p.style.style_id == style]


def runs(document):
    return list(document.element.body.iter(qn("w:r")))


def fonts(run) -> dict[str, str]:
    return {name.split("}")[1]: value for name, value in run.rPr.rFonts.attrib.items()}
