"""The words around the first place that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.search.terms import fold_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

AROUND = 20  # characters on either side


class Excerpt(NamedTuple):
    """Some words of the text, and the offset of what was found in it."""

    text: str
    offset: int


def excerpt(text: str, needles: Sequence[str]) -> Excerpt:
    """Return the surroundings, within its paragraph, of the first place any of the folded needles begins."""
    start = 0
    for line in text.split("\n"):
        line_folded = fold_lines(line)
        found = [(at, len(needle)) for needle in needles if (at := line_folded.find(needle)) >= 0]
        if found:
            at, length = min(found)
            return _around(line, start, _unfolded(line, at), _unfolded(line, at + length - 1) + 1)
        start += len(line) + 1
    return Excerpt(text[: 2 * AROUND].strip(), 0)


def _unfolded(line: str, folded_offset: int) -> int:
    """Return which character of the line the folded character at an offset comes from."""
    reached = 0
    for i, character in enumerate(line):
        reached += len(fold_lines(character))
        if reached > folded_offset:
            return i
    return len(line) - 1


def _around(line: str, line_start: int, start: int, end: int) -> Excerpt:
    first, last = max(0, start - AROUND), min(len(line), end + AROUND)
    words = " ".join(line[first:last].split())
    return Excerpt("…" * (first > 0) + words + "…" * (last < len(line)), line_start + start)
