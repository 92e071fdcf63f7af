"""Puts the changes of a pair into the left text, as a reader of them would."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.comparison.passages import Passage
    from reader.comparison.records import Change


def applied(left: Passage, found: Iterable[Change], written: str | None = None) -> str:
    """Return the pieces of the left's reading text with the changes made, one piece behind the other."""
    whole = left.whole if written is None else written
    out, waiting = [], list(found)
    for piece in left.pieces:
        done = piece.start
        while waiting and (waiting[0].left_span.start < piece.end or waiting[0].left_span == (piece.end, piece.end)):
            change = waiting.pop(0)
            out += (whole[done : change.left_span.start], change.right)
            done = change.left_span.end
        out.append(whole[done : piece.end])
    return "".join(out) + "".join(change.right for change in waiting)


def said(passage: Passage, written: str | None = None) -> str:
    """Return the pieces of a passage's reading text, one behind the other."""
    whole = passage.whole if written is None else written
    return "".join(piece.text(whole) for piece in passage.pieces)
