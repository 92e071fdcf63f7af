"""What a web page or PDF had put around the document, ready to be shown where it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.text.edits import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.text.edits import Edit
    from reader.text.reading_text import ReadingText

_SHOWN = frozenset((Reason.FURNITURE, Reason.PAGE))


class Insertion(NamedTuple):
    """Text that is shown before ``offset`` of the reading text and belongs to no paragraph of it."""

    offset: int
    text: str
    edit: Edit


def insertions(reading: ReadingText, source: str) -> list[Insertion]:
    """Return the furniture of a document in the order it stood, each line a paragraph of its own where it can be."""
    found = []
    for edit, offset in with_offsets(reading):
        if edit.reason not in _SHOWN:
            continue
        lines = [line for raw in source[edit.start : edit.end].splitlines() if (line := raw.strip())]
        if lines:
            found.append(Insertion(offset, _fitted(lines, reading.text, offset), edit))
    return found


def with_offsets(reading: ReadingText) -> Iterator[tuple[Edit, int]]:
    """Yield every edit with the offset of the reading text where it was made."""
    shift = 0
    for edit in reading.edits:
        yield edit, edit.start - shift
        shift += edit.end - edit.start - len(edit.replacement)


def _fitted(lines: list[str], text: str, offset: int) -> str:
    if offset == 0 or text[offset - 1 : offset] == "\n":
        return "\n".join(lines) + "\n"
    if offset >= len(text) or text[offset] == "\n":
        return "\n" + "\n".join(lines)
    return " ".join(lines)  # a page number in the midst of a paragraph


def is_furniture(edit: Edit) -> bool:
    """Whether an edit took furniture away."""
    return edit.reason in _SHOWN
