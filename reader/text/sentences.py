"""Sentences of Chinese prose."""

from __future__ import annotations

import re

from reader.text.spans import Span

# A sentence ends at 。！？； and takes the closing quotation marks and brackets behind it along.
_SENTENCE = re.compile(r"[^。！？；!?;\n]*(?:[。！？；!?;]+[”’」』）)]*|\n|$)")


def sentences(text: str) -> list[Span]:
    """Return the spans of the sentences; they lie one behind the other and cover the whole text."""
    return [Span(*found.span()) for found in _SENTENCE.finditer(text) if found.end() > found.start()]
