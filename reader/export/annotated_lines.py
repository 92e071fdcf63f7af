"""The paragraphs of a whole document, as they are set on paper: where each one begins and ends, and in which type."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.records import Side
from reader.export.imprint import STYLE, imprint_start
from reader.export.redline_styles import Setting, Settings
from reader.export.title_lines import title_lines
from reader.text.folding import folded
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.export.note_list import NotesSheet

TITLE = "Title"


class Line(NamedTuple):
    """A paragraph without the blanks at its ends; ``breaks`` are where lines of a title begin.

    ``above`` counts the empty lines in front of it; ``new_page`` is asked for by annexes.
    """

    span: Span
    setting: Setting
    breaks: tuple[int, ...] = ()
    above: int = 0
    new_page: bool = False

    @property
    def imprint(self) -> bool:
        """Whether this is a line of the 版记."""
        return self.setting.style == STYLE


def set_lines(sheet: NotesSheet, width: float) -> tuple[Line, ...]:
    """Return the paragraphs that hold any text, on a measure of ``width`` millimetres."""
    settings = Settings(Side(sheet.reading, sheet.outline, sheet.front, sheet.assignments))
    text = sheet.reading.simplified
    annexes = {s.span.start: s.heading_span.start for s in sheet.outline.annexes()}
    titles = {title for start, title in annexes.items() if "\n" in text[start:title]}
    found: list[Line] = []
    for span in _paragraphs(text):
        before = found[-1].setting if found else None
        here = Setting(TITLE) if span.start in titles else settings.at(span.start)
        here = _under_title(here, before, span.text(text))
        breaks = _breaks(span, text, width) if here.style == TITLE else ()
        if span.start in annexes:
            found.append(Line(span, here, new_page=before is not None))
        else:
            found.append(Line(span, here, breaks, 1 if span.start in titles else _above(here, before)))
    start = imprint_start([line.span.text(text) for line in found])
    return (*found[:start], *(Line(line.span, Setting(STYLE)) for line in found[start:]))


def title_line(sheet: NotesSheet, lines: tuple[Line, ...]) -> Line | None:
    """Return the paragraph that holds the title, or the first one of a document without."""
    titles = [line for line in lines if line.setting.style == TITLE]
    wanted = folded(sheet.front.title or sheet.front.notice_title or "")
    exact = (line for line in titles if folded(line.span.text(sheet.reading.simplified)) == wanted)
    return next(exact, next(iter((*titles, *lines)), None))


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if bare := line.strip():
            begin = start + line.index(bare[0])
            yield Span(begin, begin + len(bare))
        start += len(line) + 1


def _under_title(setting: Setting, before: Setting | None, line: str) -> Setting:
    """Let only what stands in brackets under a title be set as such: （2023年3月1日通过）."""
    if before is not None and before.style == TITLE and line[0] in "（(" and line[-1] in "）)":
        return Setting("Subtitle")
    return Setting("BodyText") if setting.style == "Subtitle" else setting


def _above(here: Setting, before: Setting | None) -> int:
    """Return how many empty lines set a paragraph apart: a second title by two, what follows one or signs by one."""
    if before is None:
        return 0
    if here.style == TITLE:
        return 0 if before.style == TITLE else 2
    if before.style == TITLE:
        return 0 if here.style == "Subtitle" else 1
    return 1 if here.align == "right" and before.align != "right" and before.style != "Subtitle" else 0


def _breaks(span: Span, text: str, width: float) -> tuple[int, ...]:
    """Return where the lines of a title begin, behind the first."""
    found: list[int] = []
    at = span.start
    for line in title_lines(span.text(text), width):
        at = text.find(line, at, span.end)
        if at < 0:
            return ()  # blanks within were made one
        found.append(at)
        at += len(line)
    return tuple(found[1:])
