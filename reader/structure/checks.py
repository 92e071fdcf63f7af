"""What does not fit in a section tree: gaps in the numbering, headings without text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.findings import Finding
from reader.text.markers import Style, marker_of
from reader.text.numerals import to_han

if TYPE_CHECKING:
    from reader.structure.section import Outline, Section

_COUNTED = frozenset(
    (
        Style.PART,
        Style.CHAPTER,
        Style.DIVISION,
        Style.ARTICLE,
        Style.HAN,
        Style.HAN_BRACKET,
        Style.DIGIT,
        Style.DIGIT_BRACKET,
    )
)
_LONGEST_HEADING = 40  # characters: what is longer is a sentence
_SENTENCE = re.compile(r"[。；：:;]|[”\"]$")
_HEADINGS = frozenset((Style.PART, Style.CHAPTER, Style.DIVISION, Style.HAN, Style.HAN_BRACKET))


def check_outline(outline: Outline) -> list[Finding]:
    """Return the findings numbering_gap (at the parent) and empty_section."""
    return [*_gaps(outline), *_empty(outline)]


def _style_and_number(section: Section) -> tuple[Style, int | None] | None:
    marker = marker_of(section.marker)
    return (marker.style, marker.number) if marker else None


def _gaps(outline: Outline) -> list[Finding]:
    """A number must follow its sibling, run on from the last of its style in the document, or begin at 1."""
    found: dict[int | None, Finding] = {}
    running: dict[Style, int] = {}
    siblings: dict[tuple[int | None, Style], int] = {}
    for section in outline.sections[1:]:
        if section.annex and section.parent is None:
            running.clear()
            continue
        read = _style_and_number(section)
        style, number = read if read else (None, None)
        if style not in _COUNTED or number is None:
            continue
        before = siblings.get((section.parent, style))
        expected = {before + 1 if before is not None else 1, running.get(style, 0) + 1, 1}
        if number not in expected and number != before and section.parent not in found:
            missing = (before if before is not None else 0) + 1
            path = outline.sections[section.parent].path if section.parent is not None else ""
            found[section.parent] = Finding(
                "numbering_gap", path, _missing(section.marker, style, missing, number), section.marker_span
            )
        siblings[section.parent, style] = number
        running[style] = number
    return list(found.values())


def _missing(marker: str, style: Style, first: int, found: int) -> str:
    above = "".join(re.findall(r"^[0-9.]+\.(?=[0-9])", marker))  # of 1.2.3: what stands before its own number
    written = {
        Style.HAN: f"{to_han(first)}、" if first < 100 else str(first),
        Style.HAN_BRACKET: f"（{to_han(first)}）" if first < 100 else str(first),
        Style.DIGIT: f"{above}{first}" if above else f"{first}.",
        Style.DIGIT_BRACKET: f"（{first}）",
        Style.ARTICLE: f"第{first}条",
        Style.CHAPTER: f"第{first}章",
        Style.DIVISION: f"第{first}节",
        Style.PART: f"第{first}编",
    }[style]
    return f"缺{written}" if found > first else f"序号不连续，应为{written}"


def _empty(outline: Outline) -> list[Finding]:
    """A heading of the upper levels with neither text nor sections below it.

    Its siblings must be headings: in a list of bare items none has text, and none is missing it.
    """
    found = []
    headed = {s.parent for s in outline.sections[1:] if s.body or s.number in outline.children}
    for section in outline.sections[1:]:
        if section.body or section.number in outline.children or section.parent not in headed:
            continue
        if section.rule not in ("line", "line_below") or _is_sentence(section.heading):
            continue
        read = _style_and_number(section)
        if read and read[0] in _HEADINGS:
            found.append(Finding("empty_section", section.path, f"“{section.heading}”下没有内容", section.heading_span))
    return found


def _is_sentence(heading: str) -> bool:
    return len(heading) > _LONGEST_HEADING or bool(_SENTENCE.search(heading))
