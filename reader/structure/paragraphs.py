"""The paragraphs of a reading text."""

from __future__ import annotations

from typing import NamedTuple


class Paragraph(NamedTuple):
    """One line of the reading text (simplified), without its newline and the blanks around it."""

    start: int
    end: int
    text: str


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text that are not blank."""
    found, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped[0])
            found.append(Paragraph(begin, begin + len(stripped), stripped))
        start += len(line) + 1
    return found
