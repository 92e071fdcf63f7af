"""What a .docx with tracked changes says, once they are accepted or rejected (ECMA-376, 17.13.5)."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from lxml import etree

from reader.comparison.compare import compare
from reader.export.comparison_records import ComparedPaper, ComparisonSource
from reader.library.derivation import derive

if TYPE_CHECKING:
    from collections.abc import Iterator


def body(data: bytes):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def accepted(data: bytes) -> list[str]:
    return _resolved(data, gone=qn("w:del"))


def rejected(data: bytes) -> list[str]:
    return _resolved(data, gone=qn("w:ins"))


def changes(data: bytes, kind: str) -> Iterator[tuple[str, str]]:
    """Yield author and text of each run of changes of a kind, ins or del."""
    for change in body(data).iter(qn(f"w:{kind}")):
        if change.getparent().tag == qn("w:p"):
            yield change.get(qn("w:author")), "".join(change.itertext())


def comparison_of(left: str, right: str) -> ComparisonSource:
    """Compare two texts as editions."""
    here, there = _paper(left), _paper(right)
    return ComparisonSource(here, there, compare(here, there, "editions"))


def paragraphs(paper: ComparedPaper) -> list[str]:
    return paper.reading.simplified.removesuffix("\n").split("\n")


def _paper(text: str) -> ComparedPaper:
    derived = derive(text)
    return ComparedPaper(derived.front, derived.outline, derived.reading, derived.assignments, "办法.txt")


def _resolved(data: bytes, gone: str) -> list[str]:
    """Take away what is in ``gone``; a paragraph whose mark is goes on in the next one."""
    lines = [""]
    for paragraph in body(data).iter(qn("w:p")):
        for text in paragraph.iter(qn("w:t"), qn("w:delText")):
            if not any(above.tag == gone for above in text.iterancestors()):
                lines[-1] += text.text
        if paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{gone}") is None:
            lines.append("")
    return lines[:-1]
