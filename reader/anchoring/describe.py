"""From a span of the reading text to what an annotation remembers of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.anchoring.anchor import Anchor

if TYPE_CHECKING:
    from reader.structure.section import Outline
    from reader.text.reading_text import ReadingText
    from reader.text.spans import Span

CONTEXT = 32  # characters on either side, as the W3C TextQuoteSelector is commonly filled


def describe(reading: ReadingText, outline: Outline, span: Span) -> Anchor:
    """Return the anchor of a span of the reading text; the span must hold at least one character."""
    if not 0 <= span.start < span.end <= len(reading.simplified):
        raise ValueError(f"no text at {span.start}..{span.end}")
    source = reading.map.span_to_source(span)
    text = reading.simplified
    return Anchor(
        start=source.start,
        end=source.end,
        exact=span.text(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        path=outline.at(span.start).path,
    )
