"""The phrases that two clauses share: what the reader looks for first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.records import Shared
from reader.comparison.tokens import MARK, Token
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.comparison.passages import Passage

_MOST = 6  # phrases of a pair
_TELLING = 1.0  # weight from which a word of two characters is worth showing


def shared_phrases(
    left: Passage, right: Passage, tokens: Sequence[Token], weight: Mapping[str, float]
) -> tuple[Shared, ...]:
    """Return the longest runs of words that stand in both passages, the most telling of them, in order of the left."""
    runs = [run for run in _runs(tokens, right.text) if _worth(run, weight) >= _TELLING]
    best = sorted({_text(run): run for run in reversed(runs)}.values(), key=lambda run: -_worth(run, weight))[:_MOST]
    out = []
    for run in sorted(best, key=lambda run: run[0].start):
        at = right.text.find(_text(run))
        here = left.spans(Span(run[0].start, run[-1].end))
        there = right.spans(Span(at, at + len(_text(run))))
        out.append(Shared(here[0].text(left.whole), here[0], there[0]))
    return tuple(out)


def _runs(tokens: Sequence[Token], other: str) -> Iterator[Sequence[Token]]:
    """Yield the longest runs of tokens, without marks at their ends, that the other text holds."""
    i = 0
    while i < len(tokens):
        end, text = i, ""
        while end < len(tokens) and tokens[end].kind != MARK and text + tokens[end].text in other:
            text += tokens[end].text
            end += 1
        if len(text) > 1:
            yield tokens[i:end]
        i = max(end, i + 1)


def _text(run: Sequence[Token]) -> str:
    return "".join(token.text for token in run)


def _worth(run: Sequence[Token], weight: Mapping[str, float]) -> float:
    return sum(weight.get(token.text, 0.0) for token in run if len(token.text) > 1)
