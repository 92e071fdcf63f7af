"""The 版记 at the foot of a document: copies and printing, on a page without a number (GB/T 9704-2012, 7.4 and 7.5)."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.export.gongwen import Gongwen

STYLE = "Imprint"
_MOST = 4  # lines of a 版记
_COPIED = re.compile(r"^(?:主题词|抄送|抄报|分送)[：:]")
_PRINTED = re.compile(r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*印发[。]?$")
_THICK, _THIN = "8", "6"  # eighths of a point: 0.35 and 0.25 mm


def imprint_start(lines: Sequence[str]) -> int:
    """Return the index of the line with which the 版记 begins that closes a document; how many lines there are if none does."""
    start = len(lines)
    while (
        start and len(lines) - start < _MOST and (_COPIED.match(lines[start - 1]) or _PRINTED.search(lines[start - 1]))
    ):
        start -= 1
    return start


def begin_imprint(paper: Gongwen) -> None:
    """Let what follows stand at the foot of a page of its own that bears no number.

    A section whose first page is another one, and for which no foot of a first page is given, has none there.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    last = paper.document.element.body[-1]  # the properties of the last section
    numbered = deepcopy(last)
    closing = paper.paragraph_element("TableEnd", [])  # takes no room
    closing.get_or_add_pPr().append(numbered)
    paper.add(closing)
    behind = last.find(qn("w:cols"))
    for element in (OxmlElement("w:titlePg"), OxmlElement("w:vAlign", {qn("w:val"): "bottom"})):
        behind.addnext(element)


def rules(properties: Any) -> None:
    """Draw the lines of the 版记 about a paragraph: strong above and below all of them, fine between."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pBdr")
    for edge, width in (("top", _THICK), ("bottom", _THICK), ("between", _THIN)):
        look = {"val": "single", "sz": width, "space": "4", "color": "auto"}
        borders.append(OxmlElement(f"w:{edge}", {qn(f"w:{name}"): value for name, value in look.items()}))
    properties.append(borders)
