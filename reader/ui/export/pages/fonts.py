"""The typefaces of an official document as this computer has them; lengths are tenths of a point."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from reader.export.fonts import FALLBACKS
from reader.export.styles import BODY_SIZE
from reader.ui.theme import hei_families, kai_families, serif_families

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.styles import GongwenType, Style

POINT = 10.0  # units
MILLIMETRE = 720 / 25.4  # units
_LATIN = re.compile(r"[!-~]{1,4096}")
_TIGHT = 0.25  # points taken from each character of 三号, so that 28 of them go into 156 mm
_TWIPS = 20  # to a point
_NATURAL = 1.3  # of the size: the distance of lines that a font asks for
_SINGLE = 12  # points that stand for it


class Letter(NamedTuple):
    """What decides how a character is set; size and what is put ``between`` two of them are in points."""

    family: str
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = ""  # RRGGBB
    between: float = 0.0
    raised: bool = False


class PageFonts:
    """Formats by letter, each made once. Each thread needs one of its own."""

    def __init__(self, type_: GongwenType) -> None:
        self._type = type_
        self._formats: dict[Letter, QTextCharFormat] = {}

    def letter(self, style: Style) -> Letter:
        """Return how Chinese is set in a style."""
        tight = -_TIGHT if style.size == BODY_SIZE else 0.0
        return Letter(
            style.east_asian(self._type.fonts),
            style.size,
            bool(style.bold),
            style.italic,
            style.colour,
            tight if style.tight is None else style.tight / _TWIPS,
        )

    def western(self, style: Style) -> str:
        """Return the family in which a style sets Latin letters and digits."""
        return style.western(self._type.fonts)

    def pitch(self, style: Style) -> float:
        """Return the distance of lines in points."""
        said = style.pitch or self._type.line_pitch
        natural = style.size * _NATURAL
        if style.rule == "auto":
            return natural * said / _SINGLE
        return max(said, natural) if style.rule == "atLeast" else said

    def format(self, letter: Letter) -> QTextCharFormat:
        if letter not in self._formats:
            self._formats[letter] = _format(letter)
        return self._formats[letter]


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text into Latin and other stretches, and tell which they are."""
    done = 0
    for found in _LATIN.finditer(text):
        if found.start() > done:
            yield text[done : found.start()], False
        yield found[0], True
        done = found.end()
    if done < len(text):
        yield text[done:], False


def font_of(letter: Letter) -> QFont:
    """Return the font of a letter, with what stands in for its family where that is missing."""
    font = QFont()
    font.setFamilies(_families(letter.family))
    font.setPixelSize(max(1, round(letter.size * POINT)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold(letter.bold)
    font.setItalic(letter.italic)
    if letter.between:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, letter.between * POINT)
    return font


def _format(letter: Letter) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font_of(letter))
    if letter.colour:
        made.setForeground(QColor(f"#{letter.colour}"))
    if letter.raised:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return made


def _families(name: str) -> list[str]:
    generic = serif_families()
    if "黑" in name:
        generic = hei_families()
    elif "楷" in name:
        generic = kai_families()
    return list(dict.fromkeys((name, *FALLBACKS.get(name, ()), *generic)))
