"""From what the front matter of two documents states differently to rows of the list; no widgets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.comparison.records import EDITIONS
from reader.text.spans import Span
from reader.ui.compare.difference_words import fact_name, tr
from reader.ui.compare.differences import Difference
from reader.ui.reading.receipt import date_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.comparison.records import Comparison

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_AT_THE_END = frozenset({"note", "copied_to", "printed_by", "printed_on"})  # 附注, 版记


def front_rows(comparison: Comparison, left_text: str, right_text: str) -> tuple[Difference, ...]:
    """Return a row for each fact that two editions state differently, or only one of them states; none in topics."""
    return tuple(_rows(comparison, left_text, right_text)) if comparison.mode == EDITIONS else ()


def _rows(comparison: Comparison, left_text: str, right_text: str) -> Iterator[Difference]:
    for one in comparison.front:
        name, old, new = fact_name(one.fact), _written(one.left), _written(one.right)
        sides = (_found(old, left_text, one.fact), _found(new, right_text, one.fact))
        text = f"{old} → {new}" if old and new else tr("仅右侧文件有：{0}").format(new)
        text = tr("仅左侧文件有：{0}").format(old) if not new else text
        yield Difference("front", f"{name}　{text}", "", None, None, *sides, False, name, old, new)


def _written(value: str | None) -> str:
    """Return a fact as the document writes it: a date is not in ISO there."""
    if value is None:
        return ""
    return date_text(value) if _ISO.fullmatch(value) else value


def _found(words: str, text: str, fact: str) -> Span | None:
    """Return where a fact is written; where it is not written just so, the end of the text that it stands at."""
    if not words:
        return None
    last = fact in _AT_THE_END
    at = text.rfind(words) if last else text.find(words)
    if at >= 0:
        return Span(at, at + len(words))
    return Span(len(text), len(text)) if last else Span(0, 0)
