"""What the index holds: pieces of a text, folded, to be matched one character at a time.

A paragraph is what a query is found within: words never run from one into the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PIECE = 2_000  # characters after which the next paragraph opens another piece
LONGEST = 16_000  # characters of one paragraph before it is cut
OVERLAP = 1_000  # characters a cut paragraph goes on, so that a query across the cut is found; longest query


@dataclass(frozen=True, slots=True)
class Piece:
    """Some paragraphs of one section; ``own`` is how much of ``folded`` no other piece holds."""

    section: int
    start: int  # offset in the reading text
    text: str
    folded: str
    own: int


class _FoldingTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = folded(chr(code))
        return self[code]


_TABLE = _FoldingTable({ord("\n"): "\n"})


def fold_lines(text: str) -> str:
    """Fold a text like ``folded``, but keep its line ends."""
    return text.translate(_TABLE)


class _EvenFold:
    """A whole text folded at once, every character to one: slices of the text are slices of it.

    What folds to nothing or to several characters has a stand-in until it is cut out. Replacing the few characters
    that change is several times faster than looking up each character of a long text.
    """

    def __init__(self, text: str) -> None:
        used = set(text)
        free = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in used)
        self._uneven: list[tuple[str, str]] = []
        for character in used:
            fold = _TABLE[ord(character)]
            if fold == character:
                continue
            if len(fold) != 1:
                stand_in = next(free)
                self._uneven.append((stand_in, fold))
                fold = stand_in
            text = text.replace(character, fold)
        self._text = text

    def cut(self, start: int, end: int) -> str:
        """Return the folded text between two offsets of the text."""
        piece = self._text[start:end]
        for stand_in, fold in self._uneven:
            if stand_in in piece:
                piece = piece.replace(stand_in, fold)
        return piece


def pieces(text: str, starts: Sequence[int], owners: Sequence[int]) -> Iterator[Piece]:
    """Cut a simplified reading text into pieces, of which each belongs to one section (see Outline)."""
    even = _EvenFold(text)
    for start, end, section in zip(starts, (*starts[1:], len(text)), owners, strict=True):
        yield from _cut(text, even, start, end, section)


def _cut(text: str, even: _EvenFold, start: int, end: int, section: int) -> Iterator[Piece]:
    while start < end:
        stop = text.find("\n", min(start + PIECE, end), end) + 1 or end
        if stop - start > LONGEST:
            stop = start + LONGEST
        over = min(stop + OVERLAP, text.find("\n", stop, end) % (end + 1)) if _is_cut(text, stop, end) else stop
        own = even.cut(start, stop)
        beyond = even.cut(stop, over)
        if own.strip("\n"):
            yield Piece(section, start, text[start:over], own + beyond, len(own))
        start = stop


def _is_cut(text: str, stop: int, end: int) -> bool:
    return stop < end and text[stop - 1] != "\n"


def count(folded_text: str, own: int, needles: Sequence[str]) -> int:
    """Count the places of the first ``own`` characters at which any of the needles begins."""
    if len(needles) == 1 and own >= len(folded_text):
        return folded_text.count(needles[0])
    return len({at for needle in needles for at in _places(folded_text, needle) if at < own})


def _places(folded_text: str, needle: str) -> Iterator[int]:
    at = folded_text.find(needle)
    while at >= 0:
        yield at
        at = folded_text.find(needle, at + len(needle))
