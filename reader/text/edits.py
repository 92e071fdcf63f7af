"""What cleaning does to the source text, one Edit at a time."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Reason(StrEnum):
    """Why an Edit was made; the value is what the store keeps and the receipt shows."""

    FURNITURE = "furniture"
    PINYIN = "pinyin"
    PUNCTUATION = "punctuation"
    HARD_BREAK = "hard_break"
    BLANK = "blank"
    PAGE = "page"
    LAYOUT = "layout"


class Edit(NamedTuple):
    """Replace ``source[start:end]`` by ``replacement``; offsets in code points of the source text."""

    start: int
    end: int
    replacement: str
    reason: Reason


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with all edits applied; they must be sorted and must not overlap."""
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += (text[done : edit.start], edit.replacement)
        done = edit.end
    pieces.append(text[done:])
    return "".join(pieces)


def compose(first: Sequence[Edit], second: Sequence[Edit]) -> list[Edit]:
    """Return edits that do at once what ``first`` (A to B) and then ``second`` (B to C) do, in offsets of A.

    Where an edit of ``second`` reaches into what ``first`` put in, both become one edit; its reason is that of the
    edit that takes away more.
    """
    if not first:
        return list(second)
    out: list[Edit] = []
    shift = 0  # offset in A minus offset in B, behind everything of `first` that was taken so far
    rest, rest_end = "", 0  # what a merged edit still carries of a replacement of `first`, and where that ends in B
    i, count = 0, len(first)
    for b_start, b_end, replacement, reason in second:
        if b_start < rest_end:  # the edit before it already took in the replacement that this one changes too
            start, _, carried, reason = out.pop()
            before = carried[: len(carried) - (rest_end - b_start)]
        else:
            while i < count:
                a_start, a_end, inserted, _ = first[i]
                if a_start - shift + len(inserted) > b_start:
                    break
                out.append(first[i])
                shift += a_end - a_start - len(inserted)
                i += 1
            start, before = b_start + shift, ""
        after = rest[len(rest) - (rest_end - b_end) :] if b_end < rest_end else ""
        widest = b_end - b_start
        while i < count and first[i].start - shift < b_end:
            a_start, a_end, inserted, a_reason = first[i]
            inner_start = a_start - shift
            if inner_start < b_start:
                start, before = a_start, inserted[: b_start - inner_start]
            after = inserted[b_end - inner_start :]
            if a_end - a_start > widest:
                widest, reason = a_end - a_start, a_reason
            shift += a_end - a_start - len(inserted)
            i += 1
        rest, rest_end = after, b_end + len(after)
        out.append(Edit(start, rest_end + shift, before + replacement + after, reason))
    out += first[i:]
    return out
