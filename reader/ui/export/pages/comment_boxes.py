"""Where the comments of a page stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetrics

from reader.ui.widgets.painting import smaller
from reader.ui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.ui.export.pages.paper import Comment

_SMALL = 0.82
_PAD, _GAP = 6, 4  # px
_MOST = 4  # lines of a comment


class CommentBox(NamedTuple):
    """A comment in px: its box, the height of its place in the text, and its lines from the foot of the first on."""

    rect: QRectF
    anchor: float
    lines: tuple[str, ...]
    headed: bool
    first: float
    pitch: float
    font: QFont


def comment_boxes(said: Iterable[tuple[float, Comment]], strip: QRectF, font: QFont) -> Iterator[CommentBox]:
    """Yield the boxes from above to below, each beside its place or as near as there is room; what is left is cut."""
    small = smaller(font, _SMALL)
    metrics = QFontMetrics(small)
    pitch, top = metrics.height(), strip.top()
    for anchor, comment in said:
        text = wrapped(comment.text, round(strip.width() - 2 * _PAD), _MOST, metrics)
        lines = ((comment.head,) if comment.head else ()) + tuple(text)
        top = max(top, anchor)
        height = len(lines) * pitch + 2 * _PAD
        if top + height > strip.bottom():
            return
        rect = QRectF(strip.left(), top, strip.width(), height)
        first = top + _PAD + metrics.ascent()
        yield CommentBox(rect, anchor + pitch / 2, lines, bool(comment.head), first, pitch, small)
        top += height + _GAP
