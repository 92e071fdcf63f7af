"""The only place that converts between the reading text, what is shown of it, and Qt's positions.

``offset`` counts code points of the reading text; ``shown_offset`` counts code points of what is shown (furniture
included; every script has the same length); ``qt_position`` counts the UTF-16 units of a QTextDocument.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ui.reading.furniture import Insertion

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# What QTextDocument would take for a paragraph, a frame or an object; each has a stand-in of the same length.
_STAND_INS = {
    "\r": " ",
    "\u2028": " ",
    "\u2029": " ",
    "\0": "\ufffd",
    "\ufdd0": "\ufffd",
    "\ufdd1": "\ufffd",
    "\ufffc": "\ufffd",
}


class ShownText:
    """The text of the paper, and where each place of it stands in the reading text and in Qt's document."""

    def __init__(self, text: str, insertions: Sequence[Insertion] = ()) -> None:
        """Take the reading text in the script that is shown, and the furniture to put into it (in order)."""
        self._length = len(text)
        self._offsets = [i.offset for i in insertions]
        self._before: list[int] = [0]  # length of all furniture before the i-th insertion
        pieces: list[str] = []
        done = 0
        for insertion in insertions:
            pieces += (text[done : insertion.offset], insertion.text)
            done = insertion.offset
            self._before.append(self._before[-1] + len(insertion.text))
        self.text = _for_qt("".join((*pieces, text[done:])) if insertions else text)
        self._starts = [offset + before for offset, before in zip(self._offsets, self._before, strict=False)]
        self._astral = _astral(self.text)
        self._astral_qt = [at + i for i, at in enumerate(self._astral)]
        self._plain = not self._astral and not self._offsets
        self.qt_length = len(self.text) - self.text.endswith("\n") + len(self._astral)  # without the closing mark

    @property
    def qt_text(self) -> str:
        """What goes into the QTextDocument: its last paragraph ends without a newline."""
        return self.text[:-1] if self.text.endswith("\n") else self.text

    @property
    def furniture(self) -> list[Span]:
        """Where furniture stands, in shown offsets."""
        return [
            Span(start, start + after - before)
            for start, before, after in zip(self._starts, self._before, self._before[1:], strict=False)
        ]

    def to_shown(self, offset: int) -> int:
        """Return the shown offset of a place of the reading text: behind the furniture that stands exactly there."""
        offset = min(max(offset, 0), self._length)
        return offset + self._before[bisect_right(self._offsets, offset)]

    def to_offset(self, shown_offset: int) -> int:
        """Return the offset of a shown place; inside furniture, the place where that furniture stands."""
        i = bisect_right(self._starts, shown_offset)
        if i == 0:
            return min(max(shown_offset, 0), self._length)
        return min(max(self._offsets[i - 1], shown_offset - self._before[i]), self._length)

    def to_qt(self, shown_offset: int) -> int:
        """Return Qt's position of a shown offset."""
        return shown_offset + bisect_left(self._astral, shown_offset)

    def from_qt(self, qt_position: int) -> int:
        """Return the shown offset of Qt's position; in the midst of a surrogate pair, that of its character."""
        i = bisect_left(self._astral_qt, qt_position)
        if i and self._astral_qt[i - 1] == qt_position - 1:
            return self._astral[i - 1]
        return qt_position - i

    def qt(self, offset: int) -> int:
        """Return Qt's position of a place of the reading text, at most the end of the document."""
        return min(self.to_qt(self.to_shown(offset)), self.qt_length)

    def offset(self, qt_position: int) -> int:
        """Return the place of the reading text that Qt's position stands for."""
        return self.to_offset(self.from_qt(qt_position))

    def qt_span(self, span: Span) -> Span:
        """Return the span in Qt's positions, without the furniture at its edges."""
        if self._plain:  # by far the most, and asked for by the ten thousand
            return Span(min(span.start, self.qt_length), min(max(span.end, span.start), self.qt_length))
        if span.end <= span.start:
            at = self.qt(span.start)
            return Span(at, at)
        end = self.to_qt(self.to_shown(span.end - 1) + 1)
        return Span(self.qt(span.start), min(end, self.qt_length))

    def span(self, qt_start: int, qt_end: int) -> Span:
        """Return the span of the reading text between two of Qt's positions; empty where only furniture stands."""
        start = self.offset(qt_start)
        return Span(start, max(start, self.offset(qt_end)))

    def text_between(self, qt_start: int, qt_end: int) -> str:
        """Return the shown text between two of Qt's positions."""
        return self.text[self.from_qt(qt_start) : self.from_qt(qt_end)]


def _astral(text: str) -> list[int]:
    # Counting UTF-16 units is far quicker than searching, and most documents have no such character.
    if len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return []
    return [m.start() for m in _ASTRAL.finditer(text)]


def _for_qt(text: str) -> str:
    found = {ord(c): stand_in for c, stand_in in _STAND_INS.items() if c in text}
    return text.translate(found) if found else text
