"""Plain texts as one section, and random texts with the kind of edits that cleaning makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from reader.anchoring.describe import describe
from reader.structure.section import Outline, Section
from reader.text.edits import Edit, Reason
from reader.text.reading_text import ReadingText
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.anchoring.anchor import Anchor

CHARACTERS = st.sampled_from("应当推进科技创新，。；2025年80%（）责任单位：区𠮷委…㎡ \n“”Ａa")


def plain(text: str) -> ReadingText:
    return ReadingText(text, text, ())


def one_section(text: str, path: str = "") -> Outline:
    whole, none = Span(0, len(text)), Span(0, 0)
    return Outline((Section(0, None, 0, "", "", path, "test", whole, none, none, (whole,)),), (0,), (0,))


def clauses(*texts: str) -> tuple[ReadingText, Outline]:
    """Build a text in which every paragraph is a section of its own with the path of its number."""
    none = Span(0, 0)
    sections = [Section(0, None, 0, "", "", "", "test", none, none, none, ())]
    start = 0
    for number, text in enumerate(texts, 1):
        span = Span(start, start + len(text))
        sections.append(Section(number, None, 0, "", "", f"({number})", "test", span, none, none, (span,)))
        start += len(text) + 1
    starts = tuple(section.span.start for section in sections[1:])
    whole = "\n".join(texts) + "\n"
    return plain(whole), Outline(tuple(sections), starts, tuple(range(1, len(sections))))


def anchor_of(quote: str, document: tuple[ReadingText, Outline]) -> Anchor:
    reading, outline = document
    start = reading.simplified.index(quote)
    return describe(reading, outline, Span(start, start + len(quote)))


@st.composite
def cleaned_texts(draw: st.DrawFn) -> ReadingText:
    """A source with edits as cleaning makes them: stretches removed, breaks rejoined, characters widened."""
    source = draw(st.text(CHARACTERS, min_size=1, max_size=120))
    cuts = sorted(draw(st.lists(st.integers(0, len(source)), max_size=12)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        if edits and start <= edits[-1].end:
            continue
        width = end - start
        replacement = draw(st.sampled_from(["", "\n"])) if width else ""
        if width == 1:
            replacement = draw(st.sampled_from(["", "，", "。"]))
        if width:
            edits.append(Edit(start, end, replacement, Reason.LAYOUT))
    return ReadingText.of(source, tuple(edits))
