"""Paragraphs: one line each, without the blanks and empty lines of the source."""

from __future__ import annotations

from reader.cleaning.furniture import sweep
from reader.cleaning.lines import Line, split_lines
from reader.cleaning.pages import page_edits
from reader.cleaning.reflow import joins, page_of
from reader.text.edits import Edit, Reason


class Paragraphs:
    """What became of the lines of a text: the edits that make paragraphs of them, and whether it had been broken."""

    def __init__(self, text: str, simplified: str) -> None:
        swept = sweep(split_lines(simplified))
        lines, pages = page_edits(swept.lines)
        page = page_of(lines)
        self.reflowed = page is not None
        self.edits = _edits(text, lines, joins(lines, page), sorted([*swept.edits, *pages]))


def _edits(text: str, lines: list[Line], joined: list[bool], removed: list[Edit]) -> list[Edit]:
    """Return the edits between the lines, with what was removed between them."""
    out: list[Edit] = []
    gone = iter(removed)
    coming = next(gone, None)
    done = 0
    for i, line in enumerate(lines):
        between = _Gap(text, done)
        if i:
            between.separator = _separator(lines[i - 1], line) if joined[i - 1] else "\n"
            between.reason = Reason.HARD_BREAK if joined[i - 1] else Reason.LAYOUT
        while coming and coming.start < line.start:
            between.remove(coming)
            coming = next(gone, None)
        out += between.close(line.start)
        done = line.end
    last = _Gap(text, done)
    last.separator = "\n" if lines else ""
    while coming:
        last.remove(coming)
        coming = next(gone, None)
    return out + last.close(len(text))


class _Gap:
    """What lies between two lines that stay: blanks, and removed lines among them."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._at = text, start
        self.separator, self.reason = "", Reason.LAYOUT
        self._edits: list[Edit] = []

    def remove(self, edit: Edit) -> None:
        self._blank(edit.start)
        self._edits.append(edit)
        self._at = edit.end

    def _blank(self, end: int) -> None:
        if self._text[self._at : end] != self.separator:
            self._edits.append(Edit(self._at, end, self.separator, self.reason))
        self.separator, self.reason = "", Reason.LAYOUT

    def close(self, end: int) -> list[Edit]:
        self._blank(end)
        return self._edits


def _separator(line: Line, follower: Line) -> str:
    """Latin words that were parted by the break stay parted; Chinese has no blanks."""
    a, b = line.text[-1], follower.text[0]
    return " " if a.isascii() and b.isascii() and a.isalnum() and b.isalnum() else ""
