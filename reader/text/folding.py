"""The folded text: what is matched. NFKC a character at a time, without blanks, quotation marks and brackets made equal."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.text.edits import Edit, Reason
from reader.text.offset_map import OffsetMap

if TYPE_CHECKING:
    from reader.text.spans import Span

_EQUAL = {
    "“": '"', "”": '"', "„": '"', "〝": '"', "〞": '"', "「": '"', "」": '"', "『": '"', "』": '"', "‘": "'", "’": "'",
    "〔": "[", "〕": "]", "【": "[", "】": "]", "﹝": "[", "﹞": "]", "〈": "<", "〉": ">", "─": "—", "–": "—", "―": "—",
    "・": "·", "•": "·", "‧": "·", "〇": "○", "～": "~", "∼": "~",
}  # fmt: skip
_INVISIBLE = frozenset(
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


def _fold_character(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    folded = _EQUAL.get(character) or "".join(unicodedata.normalize("NFKC", character).split())
    return "".join(_EQUAL.get(c, c) for c in folded).lower()


class _Folds(dict[int, str]):
    """What each character folds to, worked out when it is first met: the same few thousand come again and again."""

    def __missing__(self, codepoint: int) -> str:
        found = self[codepoint] = _fold_character(chr(codepoint))
        return found


_FOLDS = _Folds()


@dataclass(frozen=True)
class Folded:
    """A text for matching, and where each of its characters comes from."""

    original: str
    text: str

    @cached_property
    def map(self) -> OffsetMap:
        """Map between the original ("source") and the folded text ("reading")."""
        uneven = "".join(c for c in set(self.original) if len(_FOLDS[ord(c)]) != 1)
        if not uneven:
            return OffsetMap(())
        found = re.finditer(f"[{re.escape(uneven)}]", self.original)
        return OffsetMap([Edit(m.start(), m.end(), _FOLDS[ord(m[0])], Reason.LAYOUT) for m in found])

    def span(self, folded: Span) -> Span:
        """Return the span of the original that a span of the folded text stands for."""
        return self.map.span_to_source(folded)


def fold(text: str) -> Folded:
    """Fold a text (already in simplified script) for matching; the map is worked out only when asked for."""
    return Folded(text, text.translate(_FOLDS))


def folded(text: str) -> str:
    """Return only the folded text."""
    return text.translate(_FOLDS)
