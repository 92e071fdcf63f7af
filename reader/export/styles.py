"""The paragraph and character styles of an official document, as one table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from reader.export.fonts import Fonts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.export.page import Page

BODY_SIZE = 16  # points, 三号
# Twentieths of a point: with it 28 characters of 16 pt fill the 156 mm of the type area, without it 27 do.
_TIGHT = -5
_BOLD = 2  # outline level of 1.


@dataclass(frozen=True, slots=True)
class Style:
    """One style; ``font`` is a field of Fonts, ``size`` in points, indents in hundredths of a character.

    ``pitch`` is the distance of lines in points, where it is not that of the type area, and exact unless ``rule`` says
    atLeast or auto (12 stands for single); ``after`` asks for an empty line behind a run of such paragraphs.
    ``spaced`` sets Latin and digits a trifle apart from Chinese. ``struck`` strikes through; a character style without
    ``font`` keeps that of its paragraph.
    """

    id: str
    name: str
    font: str = "body"
    size: float = BODY_SIZE
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
    struck: bool = False
    # What only a style of the user's own says: names of fonts, lengths in twips, a colour as RRGGBB.
    east: str = ""
    west: str = ""
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    colour: str = ""
    tight: int | None = None
    rule: str = "exact"
    snapped: bool = False
    above: int = 0
    below: int = 0

    def twips(self, hundredths: int) -> int:
        """Return an indent for programs that do not count in characters."""
        return round(hundredths * self.size / 5)

    @property
    def apart(self) -> int:
        """What characters are set apart, in twips."""
        if self.tight is not None:
            return self.tight
        return _TIGHT if self.size == BODY_SIZE else 0

    def east_asian(self, fonts: Fonts) -> str:
        """Return the name of the font of Chinese characters."""
        return self.east or str(getattr(fonts, self.font))

    def western(self, fonts: Fonts) -> str:
        """Return the name of the font of Latin letters and digits."""
        return self.west or str(getattr(fonts, self.latin))


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
        Style("Imprint", "版记", size=14, left=100, right=100),
        Style("PageOdd", "单页页码", "song", 14, align="right", right=100, pitch=18, latin="song"),
        Style("PageEven", "双页页码", "song", 14, align="left", left=100, pitch=18, latin="song"),
        Style("PageTotal", "总页码", "song", 10.5, align="center", pitch=16, latin="song"),
        Style("CellHead", "表头", "hei", 10.5, align="center", pitch=15, spaced=True),
        Style("Cell", "表格文字", size=10.5, align="left", pitch=15, spaced=True),
        Style("CellText", "表格正文", size=10.5, pitch=15, spaced=True),
        Style("CellClause", "表格条文", size=10.5, first_line=200, pitch=15, spaced=True),
        Style("CellCentre", "表格居中", size=10.5, align="center", pitch=15, spaced=True),
        Style("TableSource", "表格来源", "kai", 14, align="center", pitch=24, after=True),
        Style("TableNote", "表格说明", "kai", 10.5, align="left", pitch=16, spaced=True),
        Style("TableEnd", "表后", size=1, pitch=1),  # Word wants a paragraph there: it must not need a page of its own
    )
}
LABEL = Style("Label", "要素名称", "hei")
CHARACTER_STYLES = {
    style.id: style
    for style in (
        LABEL,
        Style("Added", "新增文字", "hei", latin="hei"),  # figures too, or a new one would not be seen
        Style("Removed", "删去文字", "", struck=True),
        Style("Place", "条款位置", "kai"),
    )
}
HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")


class Label(NamedTuple):
    """A piece of a paragraph (责任单位：) that is set in a character style, given by its id."""

    text: str
    style: str = LABEL.id


class Template(NamedTuple):
    """What is taken over from a .docx of the user's own: styles by our ids, paper and margins.

    ``found`` says by our ids how it calls those that are its own: the others are ours, as large and as far apart as its
    text. ``grid`` is the distance of the lines that its text keeps to, in twips; 0 where there are none.
    """

    styles: Mapping[str, Style]
    found: Mapping[str, str]
    grid: int = 0
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class GongwenType:
    """What an office may choose: fonts, line pitch in points (28, 28.95 or 29.5), bold third-level headings.

    28.95 gives the 22 lines of GB/T 9704-2012, 28 too (with room left), 29.5 gives 21. With ``pinned_fonts`` each run
    names its fonts itself, which WPS and converters rely on; without, they come from the styles alone. The styles of a
    ``template`` stand before those of the standard, except in tables, whose columns are measured for theirs.
    """

    fonts: Fonts = field(default_factory=Fonts)
    line_pitch: float = 28.95
    bold_headings: bool = False
    pinned_fonts: bool = True
    template: Template | None = field(default=None, hash=False)

    def style(self, id_: str) -> Style:
        """Return how a paragraph style looks, by its id."""
        if self.template and id_ in self.template.found:
            return self.template.styles[id_]
        style = (self.template.styles if self.template else STYLES).get(id_) or STYLES[id_]
        return replace(style, bold=True) if self.bold_headings and style.outline == _BOLD else style

    @property
    def pitch_twips(self) -> int:
        return round(self.line_pitch * 20)

    @property
    def grid_twips(self) -> int:
        return self.template.grid if self.template else self.pitch_twips


def fonts_element(style: Style, fonts: Fonts) -> str:
    """Return ``w:rFonts``; the hint makes Word set quotation marks, dashes and ellipses in the East-Asian font."""
    east, latin = quoteattr(style.east_asian(fonts)), quoteattr(style.western(fonts))
    return f'<w:rFonts w:hint="eastAsia" w:ascii={latin} w:hAnsi={latin} w:eastAsia={east} w:cs={latin}/>'
