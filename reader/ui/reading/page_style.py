"""How the paper is set: fonts, sizes and formats of every part, after GB/T 9704-2012 as far as a screen allows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from reader.ui.reading.paragraphs import Part
from reader.ui.theme import hei_families, kai_families, serif_families

if TYPE_CHECKING:
    from reader.ui.reading.title_lines import TitleLine, TitleShape
    from reader.ui.theme import Theme

_TITLE_SCALE = 22 / 16  # 2号 to 3号
_IMPRINT_SCALE = 14 / 16  # 4号 to 3号
_EDGE = 1.8  # em of the paper inside the text's own widget, for the bar of the clause in view
_CENTRED = frozenset((Part.TITLE, Part.LETTERHEAD, Part.DOC_NUMBER, Part.CHAPTER))
_FLUSH = frozenset((Part.ADDRESSEES, Part.IMPRINT, Part.ANNEX))


@dataclass(frozen=True)
class PageStyle:
    """What the reader chose: theme, size in points, characters in a line, line height in font sizes."""

    theme: Theme
    size: float = 13.0
    measure: int = 34
    line_height: float = 1.9
    em: float = field(init=False)  # px of one Chinese character

    def __post_init__(self) -> None:
        object.__setattr__(self, "em", QFontMetricsF(self.body_font()).horizontalAdvance("国"))

    @property
    def edge(self) -> float:
        """Blank in px on either side of the text, inside the text's own widget."""
        return round(_EDGE * self.em)

    @property
    def meta_height(self) -> float:
        """Height in px of the line under the title."""
        return self.line * 0.72

    @property
    def line(self) -> float:
        """Height of a body line in px."""
        return round(self.line_height * self.em)

    def body_font(self) -> QFont:
        return self._font(serif_families(), 1.0)

    def meta_font(self) -> QFont:
        """Return the font of the line under the title."""
        return self._font(hei_families(), 0.72)

    def label_font(self) -> QFont:
        """Return the font of the words beside a moved clause."""
        return self._font(hei_families(), 0.78)

    def _font(self, families: list[str], scale: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont()
        font.setFamilies(families)
        font.setPointSizeF(self.size * scale)
        font.setWeight(weight)
        return font

    def body_block(self) -> QTextBlockFormat:
        """Return the format of a plain paragraph: two characters of indent, justified."""
        return self._block(Qt.AlignmentFlag.AlignJustify, indent=2.0)

    def furniture_block(self) -> QTextBlockFormat:
        return self._block(Qt.AlignmentFlag.AlignLeft, scale=0.8)

    def block(
        self, part: Part, *, bare: bool, room_above: bool, room_below: float, balanced: tuple[int, int] = (0, 1)
    ) -> QTextBlockFormat:
        """Return the format of a paragraph; ``room_below`` is px kept free behind it.

        ``balanced`` is, for a title, its number of characters and that of a body line as wide as the paper is now.
        """
        if part in _CENTRED:
            scale = _TITLE_SCALE if part in (Part.TITLE, Part.LETTERHEAD) else 1.0
            made = self._block(Qt.AlignmentFlag.AlignHCenter, scale=scale * (0.85 if scale > 1 else 1.0))
            if part is Part.TITLE:
                self._balance(made, *balanced)
        elif part is Part.SIGNATURE:
            made = self._block(Qt.AlignmentFlag.AlignRight)
            made.setRightMargin(2 * self.em)
        elif part in _FLUSH:
            scale = _IMPRINT_SCALE if part is Part.IMPRINT else 1.0
            made = self._block(Qt.AlignmentFlag.AlignJustify, scale=scale)
        else:
            made = self.body_block()
        made.setTopMargin(self._above(part, bare=bare, room_above=room_above))
        made.setBottomMargin(room_below)
        return made

    def _balance(self, made: QTextBlockFormat, length: int, measure: int) -> None:
        """Set a long title in lines of about the same length instead of leaving a word over."""
        full = max(1, int(measure / _TITLE_SCALE))
        lines = -(-length // full)
        if lines > 1:
            spare = max(0.0, measure - (length / lines + 1.5) * _TITLE_SCALE) * self.em / 2
            made.setLeftMargin(spare)
            made.setRightMargin(spare)

    def title_capacity(self, measure: int) -> float:
        """Return how many characters of a title go into the width of so many of the body."""
        return measure * self.em / self._title_em()

    def shape_title(self, made: QTextBlockFormat, shape: TitleShape, measure: int) -> None:
        """Give a title just the room its lines want."""
        spare = max(0.0, measure * self.em - shape.width * self._title_em()) / 2
        made.setLeftMargin(spare)
        made.setRightMargin(spare)

    def spaced(self, line: TitleLine) -> QTextCharFormat:
        """Return what sets the characters of a title's line apart."""
        made = QTextCharFormat()
        made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        made.setFontLetterSpacing(line.spacing * self._title_em())
        return made

    def _title_em(self) -> float:
        return QFontMetricsF(self.text(Part.TITLE).font()).horizontalAdvance("国")

    def _above(self, part: Part, *, bare: bool, room_above: bool) -> float:
        if not room_above:
            return 0.0
        if part in (Part.TITLE, Part.CHAPTER, Part.ANNEX):
            return self.line
        return round(self.em * 0.6) if part is Part.FIRST and bare else 0.0

    def _block(self, alignment: Qt.AlignmentFlag, *, indent: float = 0.0, scale: float = 1.0) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setAlignment(alignment)
        made.setTextIndent(indent * self.em)
        made.setLineHeight(round(self.line * scale), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return made

    def text(self, part: Part) -> QTextCharFormat:
        """Return the type of a part's heading (of its whole paragraph where it has none)."""
        bold, plain = QFont.Weight.Bold, QFont.Weight.Normal
        families, scale, weight = {
            Part.TITLE: (serif_families(), _TITLE_SCALE, QFont.Weight.DemiBold),
            Part.LETTERHEAD: (serif_families(), _TITLE_SCALE, bold),
            Part.CHAPTER: (hei_families(), 1.0, bold),
            Part.ANNEX: (hei_families(), 1.0, bold),
            Part.FIRST: (hei_families(), 1.06, bold),
            Part.SECOND: (kai_families(), 1.0, plain),
            Part.THIRD: (serif_families(), 1.0, bold),
            Part.ARTICLE: (hei_families(), 1.0, bold),
            Part.IMPRINT: (serif_families(), _IMPRINT_SCALE, plain),
        }.get(part, (serif_families(), 1.0, plain))
        made = QTextCharFormat()
        made.setFont(self._font(families, scale, weight))
        if part is Part.DOC_NUMBER:
            made.setForeground(QColor(self.theme.secondary))
        return made

    def furniture(self) -> QTextCharFormat:
        """Return the type of furniture: greyed."""
        made = QTextCharFormat()
        made.setFont(self._font(hei_families(), 0.8))
        made.setForeground(QColor(self.theme.furniture))
        return made
