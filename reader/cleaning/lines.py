"""The lines of a text, as cleaning looks at them."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.text.decimals import is_numbered_throughout
from reader.text.markers import Marker, read_annex_marker, read_marker

BLANK = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\u200c\u200d\ufeff\u2060"


class Line(NamedTuple):
    """A line that is not blank, without the blanks around it (simplified script), and what is asked of it often."""

    start: int
    end: int
    text: str
    plain: str  # for patterns: half-width punctuation
    indent: float  # width of the blanks before it, in Chinese characters
    width: float  # in Chinese characters, as it was typeset
    marker: Marker | None
    annex: Marker | None

    @property
    def opens(self) -> bool:
        """Tell whether the line opens a section or an annex."""
        return self.marker is not None or self.annex is not None

    @property
    def ends_sentence(self) -> bool:
        return self.text.rstrip("”’」』）)〕]")[-1:] in _TERMINAL


_TERMINAL = frozenset("。！？!?…")
_HALF = tuple(zip("：，；！？（）　", ":,;!?() ", strict=True))
_HEADING_MARK = re.compile(r"#{1,6}\s+(?=\S)")  # of a text kept as Markdown
_NARROW = re.compile(r"[A-Za-z0-9%.+/-]")
_BLANKS = re.compile(r"\s")
_WIDE = frozenset("\u2001\u2003\u3000")


def split_lines(simplified: str) -> list[Line]:
    """Return the lines of a text that are not blank."""
    plain = _half_width(simplified)
    decimals = is_numbered_throughout(simplified)
    lines, start = [], 0
    for raw in simplified.split("\n"):
        text = raw.strip(BLANK)
        if text:
            lead = len(raw) - len(raw.lstrip(BLANK))
            if text[0] == "#" and (mark := _HEADING_MARK.match(text)):
                text = text[mark.end() :]
                lead += mark.end()
            begin = start + lead
            end = begin + len(text)
            annex = read_annex_marker(text)
            marker = None if annex else read_marker(text, decimals=decimals)
            lines.append(Line(begin, end, text, plain[begin:end], _indent(raw[:lead]), width(text), marker, annex))
        start += len(raw) + 1
    return lines


def _half_width(text: str) -> str:
    for full, half in _HALF:  # on a long text several times faster than str.translate
        text = text.replace(full, half)
    return text


def _indent(blanks: str) -> float:
    return sum(1.0 if c in _WIDE else 0.5 for c in blanks) if blanks else 0.0


def width(text: str) -> float:
    """Return the width of a text in Chinese characters, as it was typeset.

    Latin letters and digits count half, blanks nothing (justifying puts them in), punctuation counts whole even
    where an extraction made it half-width.
    """
    if not text.encode("ascii", "ignore"):
        return float(len(text))
    narrow = len(_NARROW.findall(text))
    return len(text) - len(_BLANKS.findall(text)) - narrow / 2
