"""The paragraph and character styles of an official document, as one table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from reader.export.fonts import Fonts

if TYPE_CHECKING:
    from collections.abc import Iterator

# Twentieths of a point: with it 28 characters of 16 pt fill the 156 mm of the type area, without it 27 do.
_TIGHT = -5
_BODY_SIZE = 16  # points, 三号


@dataclass(frozen=True, slots=True)
class GongwenType:
    """What an office may choose: fonts, line pitch in points (28, 28.95 or 29.5), bold third-level headings.

    28.95 gives the 22 lines of GB/T 9704-2012, 28 too (with room left), 29.5 gives 21. With ``pinned_fonts`` each run
    names its fonts itself, which WPS and converters rely on; without, they come from the styles alone.
    """

    fonts: Fonts = field(default_factory=Fonts)
    line_pitch: float = 28.95
    bold_headings: bool = False
    pinned_fonts: bool = True

    @property
    def pitch_twips(self) -> int:
        return round(self.line_pitch * 20)


@dataclass(frozen=True, slots=True)
class Style:
    """One style; ``font`` is a field of Fonts, ``size`` in points, indents in hundredths of a character.

    ``pitch`` is the exact distance of lines in points, where it is not that of the type area; ``after`` asks for an
    empty line behind a run of such paragraphs. ``spaced`` sets Latin and digits a trifle apart from Chinese.
    """

    id: str
    name: str
    font: str = "body"
    size: float = _BODY_SIZE
    base: str = "Normal"
    align: str = "both"
    first_line: int = 0
    left: int = 0
    right: int = 0
    outline: int | None = None
    pitch: float | None = None
    after: bool = False
    with_next: bool = False
    latin: str = "latin"
    spaced: bool = False

    def twips(self, hundredths: int) -> int:
        """Return an indent for programs that do not count in characters."""
        return round(hundredths * self.size / 5)


STYLES = {
    style.id: style
    for style in (
        Style("Normal", "Normal", base=""),
        Style("Title", "Title", "title", 22, align="center", with_next=True),
        Style("Subtitle", "Subtitle", "kai", align="center", after=True),
        Style("BodyText", "Body Text", first_line=200),
        Style("Heading1", "heading 1", "hei", first_line=200, outline=0, with_next=True),
        Style("Heading2", "heading 2", "kai", first_line=200, outline=1, with_next=True),
        Style("Heading3", "heading 3", first_line=200, outline=2, with_next=True),
        Style("Heading4", "heading 4", first_line=200, outline=3, with_next=True),
        Style("Quote", "Quote", first_line=200),
        Style("Note", "批注", "kai", first_line=200),
        Style("Detail", "批注要素", size=14, first_line=200),
        Style("PageOdd", "单页页码", "song", 14, align="right", right=100, pitch=18, latin="song"),
        Style("PageEven", "双页页码", "song", 14, align="left", left=100, pitch=18, latin="song"),
        Style("PageTotal", "总页码", "song", 10.5, align="center", pitch=16, latin="song"),
        Style("CellHead", "表头", "hei", 10.5, align="center", pitch=15, spaced=True),
        Style("Cell", "表格文字", size=10.5, align="left", pitch=15, spaced=True),
        Style("CellText", "表格正文", size=10.5, pitch=15, spaced=True),
        Style("CellCentre", "表格居中", size=10.5, align="center", pitch=15, spaced=True),
        Style("TableSource", "表格来源", "kai", 14, align="center", pitch=24, after=True),
        Style("TableEnd", "表后", size=1, pitch=1),  # Word wants a paragraph there: it must not need a page of its own
    )
}
LABEL = Style("Label", "要素名称", "hei")  # the only character style
HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")


class Label(NamedTuple):
    """A piece of a paragraph (责任单位：) that is set in the character style."""

    text: str


def style_elements(type_: GongwenType) -> Iterator[str]:
    """Yield the ``w:style`` elements of all styles, in the order in which a user meets them."""
    for style in STYLES.values():
        yield _paragraph_style(style, type_)
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    yield (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{LABEL.id}"><w:name w:val="{LABEL.name}"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{fonts_element(LABEL, type_.fonts)}</w:rPr></w:style>"
    )
    yield _TABLE_STYLES


def fonts_element(style: Style, fonts: Fonts) -> str:
    """Return ``w:rFonts``; the hint makes Word set quotation marks, dashes and ellipses in the East-Asian font."""
    east, latin = quoteattr(getattr(fonts, style.font)), quoteattr(getattr(fonts, style.latin))
    return f'<w:rFonts w:hint="eastAsia" w:ascii={latin} w:hAnsi={latin} w:eastAsia={east} w:cs={latin}/>'


def _paragraph_style(style: Style, type_: GongwenType) -> str:
    built_in = style.name.isascii()
    attributes = 'w:default="1"' if style.id == "Normal" else "" if built_in else 'w:customStyle="1"'
    base = f'<w:basedOn w:val="{style.base}"/>' if style.base else ""
    following = '<w:next w:val="BodyText"/>' if style.outline is not None else ""
    return (
        f'<w:style w:type="paragraph" {attributes} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f"{base}{following}<w:qFormat/>"
        f"<w:pPr>{_paragraph_properties(style, type_)}</w:pPr><w:rPr>{_run_properties(style, type_)}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style, type_: GongwenType) -> str:
    keep = "<w:keepNext/>" if style.with_next else ""
    # LibreOffice gives a 22 pt line two lines of the grid, however exact its height.
    grid = "" if style.pitch is None and style.size <= _BODY_SIZE else '<w:snapToGrid w:val="0"/>'
    # The blanks that Word puts between Chinese and digits would tear 〔2024〕11号 apart and cost the 28th character.
    # In a table they do no harm, and LibreOffice, which puts them everywhere, breaks its lines and pages as Word does.
    space = f'<w:autoSpaceDE w:val="{style.spaced:d}"/><w:autoSpaceDN w:val="{style.spaced:d}"/>'
    blanks = space if style.spaced or not style.base else ""
    line = type_.pitch_twips if style.pitch is None else round(style.pitch * 20)
    sides = {"firstLine": style.first_line, "left": style.left, "right": style.right}
    indents = "".join(f' w:{side}Chars="{n}" w:{side}="{style.twips(n)}"' for side, n in sides.items() if n)
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    return (
        f'{keep}<w:widowControl w:val="0"/>{blanks}{grid}'
        f'<w:spacing w:before="0" w:after="{line if style.after else 0}" w:line="{line}" w:lineRule="exact"/>'
        f"{f'<w:ind{indents}/>' if indents else ''}{'<w:contextualSpacing/>' if style.after else ''}"
        f'<w:jc w:val="{style.align}"/>{outline}'
    )


def _run_properties(style: Style, type_: GongwenType) -> str:
    bold = "<w:b/><w:bCs/>" if style.outline == 2 and type_.bold_headings else ""
    tight = f'<w:spacing w:val="{_TIGHT if style.size == _BODY_SIZE else 0}"/>'
    size = round(style.size * 2)
    return f'{fonts_element(style, type_.fonts)}{bold}{tight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/>'
    '<w:left w:w="57" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
    f"<w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders></w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
)
