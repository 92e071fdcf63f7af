"""All cleaning steps, one behind the other: source text to reading text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.cleaning.blanks import blank_edits
from reader.cleaning.layout import Paragraphs
from reader.cleaning.pinyin import pinyin_edits
from reader.cleaning.punctuation import punctuation_edits
from reader.text.edits import Edit, apply, compose
from reader.text.reading_text import ReadingText
from reader.text.scripts import is_traditional, simplify

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.text.spans import Span


def clean(source: str, kept: Sequence[Span] = ()) -> ReadingText:
    """Clean a source text.

    ``kept`` are spans of the source whose edits the user took back: nothing that touches them is changed.
    """
    edits: list[Edit] = []
    text = source
    reflowed = False

    def paragraphs(text: str) -> list[Edit]:
        nonlocal reflowed
        found = Paragraphs(text, simplify(text) if is_traditional(text) else text)
        reflowed = found.reflowed
        return found.edits

    steps: tuple[Callable[[str], list[Edit]], ...] = (
        pinyin_edits,
        paragraphs,
        lambda text: blank_edits(text, reflowed=reflowed),
        punctuation_edits,
    )
    for step in steps:
        made = step(text)
        if made:
            text = apply(text, made)
            edits = compose(edits, made)
    if kept:
        edits = [edit for edit in edits if not any(_touches(edit, span) for span in kept)]
    return ReadingText.of(source, tuple(edits))


def _touches(edit: Edit, span: Span) -> bool:
    return (edit.start < span.end and span.start < edit.end) or (edit.start, edit.end) == span
