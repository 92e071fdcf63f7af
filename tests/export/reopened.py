"""Reading back what was exported, as another program would: the text of a file, and whether the file is sound."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from openpyxl import load_workbook

_SAID = {qn("w:tab"): "\t", qn("w:br"): "\n"}
_TAGS = (
    "html head meta title style body h1 h2 h3 h4 h5 h6 p blockquote b br table colgroup col thead tbody tr th td ins del i span "
    "ul li strong div ol"
).split()
_ENDS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "li", "blockquote", "br", "title")
_ATTRIBUTES = ("lang", "charset", "http-equiv", "content", "class", "style", "rowspan", "colspan")
# ECMA-376, part 1, 17: the order of children that Word insists upon.
_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens "
        "kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
        "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
        "lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd "
        "tblLayout tblCellMar tblLook"
    ),
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked rsid pPr rPr tblPr "
        "trPr tcPr tblStylePr"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt "
        "vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid"
    ),
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
}
_SEVERAL = ("headerReference", "footerReference", "tblStylePr", "tr", "tc", "p")


class Page(HTMLParser):
    """The text of a page, each element on lines of its own, and what it is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.pieces: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "br":
            self.pieces.append("\n")

    def handle_endtag(self, tag):
        if tag in _ENDS:
            self.pieces.append("\n")

    def handle_data(self, data):
        self.pieces.append(data)


def text_of(data: bytes, suffix: str) -> str:
    """Return all text of a file; a paragraph, a cell or an item ends with a newline."""
    match suffix:
        case ".docx":
            body = Document(io.BytesIO(data)).element.body
            return "".join(paragraph_text(p) + "\n" for p in body.iter(qn("w:p")))
        case ".xlsx":
            return "".join(f"{cell}\n" for column in columns(data) for cell in column)
        case ".html":
            return "".join(Page(data.decode()).pieces)
        case ".md":
            return "".join(Page(_rendered(data)).pieces)
        case _:
            return re.sub("(?m)^　　", "", data.decode("utf-8-sig"))


def _rendered(markdown: bytes) -> str:
    return pytest.importorskip("markdown_it").MarkdownIt().render(markdown.decode())


def paragraph_text(paragraph) -> str:
    said = (e.text if e.tag in (qn("w:t"), qn("w:delText")) else _SAID.get(e.tag, "") for e in paragraph.iter())
    return "".join(text or "" for text in said)


def columns(data: bytes) -> list[list[str]]:
    """Return the cells of a workbook that hold something, column by column."""
    sheet = load_workbook(io.BytesIO(data), rich_text=False).active
    return [[str(cell.value) for cell in column if cell.value is not None] for column in sheet.iter_cols()]


def bare(text: str) -> str:
    """Return a text without blanks and line ends: they are what formats set in their own way."""
    return "".join(text.split())


def unsound(data: bytes, suffix: str) -> list[str]:
    """Return what another program would stumble over, or would take for more than text."""
    match suffix:
        case ".docx":
            return [*_package(data), *_word(data)]
        case ".xlsx":
            sheet = load_workbook(io.BytesIO(data)).active
            cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
            odd = [f"{c.coordinate} is {c.data_type}" for c in cells if c.data_type not in ("s", "n") or c.hyperlink]
            long = [c.coordinate for c in cells if len(str(c.value).encode("utf-16-le")) // 2 > 32767]
            return [*_package(data), *odd, *long]
        case ".html":
            return _page(data.decode())
        case ".md":
            return _page(_rendered(data))
        case _:
            return sorted(set(re.findall(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", data.decode("utf-8-sig"))))


def _page(page: str) -> list[str]:
    read = Page(page)
    return [*(read.tags - {*_TAGS}), *(read.attributes - {*_ATTRIBUTES})]


def _package(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    roots = {name: etree.fromstring(part) for name, part in found.items()}  # raises for what is no XML
    links = [(name, link) for name, root in roots.items() if name.endswith(".rels") for link in root]
    outside = [f"{name}: {link.get('Target')}" for name, link in links if link.get("TargetMode")]
    return outside + [f"{name} declares" for name, root in roots.items() if root.getroottree().docinfo.internalDTD]


def _word(data: bytes) -> list[str]:
    document = Document(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        roots = {
            n: etree.fromstring(archive.read(n))
            for n in archive.namelist()
            if n.startswith("word/") and n.endswith(".xml")
        }
    return [*_misplaced(roots), *_unresolved(roots, document)]


def _misplaced(roots) -> list[str]:
    found = []
    for name, root in roots.items():
        for element in root.iter():
            order = _ORDER.get(local(element), "").split()
            children = [local(child) for child in element] if order else []
            found += [f"{name}: {child} in {local(element)}" for child in children if child not in order]
            places = [order.index(child) for child in children if child in order]
            if any(a > b or (a == b and order[a] not in _SEVERAL) for a, b in pairwise(places)):
                found.append(f"{name}: order of {children} in {local(element)}")
    return found


def _unresolved(roots, document) -> list[str]:
    """Return styles that are used but not there or there twice, ids given twice, comments without a place."""
    found = []
    styles = [s.get(qn("w:styleId")) for s in document.styles.element.iter(qn("w:style"))]
    names = [s.find(qn("w:name")).get(qn("w:val")) for s in document.styles.element.iter(qn("w:style"))]
    body = roots["word/document.xml"]
    used = {
        e.get(qn("w:val")) for r in roots.values() for e in r.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    found += [f"no style {style}" for style in used - {*styles}]
    found += [f"style {style} twice" for style in {*styles} if styles.count(style) > 1]
    found += [f"style named {name} twice" for name in {*names} if names.count(name) > 1]
    comments = [c.get(qn("w:id")) for c in roots.get("word/comments.xml", etree.Element("none")).iter(qn("w:comment"))]
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        places = [e.get(qn("w:id")) for e in body.iter(qn(f"w:{tag}"))]
        if sorted(places) != sorted(comments):
            found.append(f"{tag}: {places} for {comments}")
    for tags in (("w:ins", "w:del"), ("w:bookmarkStart",), ("w:bookmarkEnd",)):
        ids = [e.get(qn("w:id")) for e in body.iter(*map(qn, tags))]
        found += [f"{tags[0]} {i} twice" for i in {*ids} if ids.count(i) > 1]
    fields = {"".join(e.itertext()).strip() for r in roots.values() for e in r.iter(qn("w:instrText"))}
    return [*found, *(fields - {"PAGE", "NUMPAGES"})]


def local(element) -> str:
    return etree.QName(element).localname
