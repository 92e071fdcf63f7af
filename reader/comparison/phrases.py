"""The phrases that two clauses share: what the reader looks for first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.matters import word_weight
from reader.comparison.records import Shared
from reader.comparison.tokens import MARK, Token
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.comparison.matters import Clause

_MOST = 6  # phrases of a pair
_TELLING = 1.0  # weight from which a phrase is worth showing
_JOINTS = frozenset(
    "的 和 与 及 或 等 在 为 对 将 把 了 以 中 由 向 并 于 所 其 各 是 有 可 到 从 按".split()
)  # no phrase begins or ends so
_ALONE = 0.5  # a single word that counts less is said everywhere
_LOOKED_AT = 10_000  # words of a clause, characters of its answer twice as many; only texts without sections have more


def worths(tokens: Sequence[Token], weight: Mapping[str, float]) -> list[float]:
    """Return what each word says of the matter; ``weight`` tells how rare it is in the two documents."""
    return [weight.get(token.text, 0.0) * word_weight(token) if len(token.text) > 1 else 0.0 for token in tokens]


def shared_phrases(left: Clause, worth: Sequence[float], right: Clause) -> tuple[Shared, ...]:
    """Return the longest runs of words that stand in both clauses, the most telling of them, in order of the left.

    ``worth`` says what each word of the left one tells (see ``worths``).
    """
    here, there = left.passage, right.passage
    answer = there.text[: 2 * _LOOKED_AT]
    found: dict[str, tuple[float, Sequence[Token]]] = {}
    for start, end, text in _runs(left.tokens[:_LOOKED_AT], answer):
        value = sum(worth[start:end])
        if value >= _TELLING and (end - start > 1 or word_weight(left.tokens[start]) >= _ALONE):
            found.setdefault(text, (value, left.tokens[start:end]))
    whole = [(text, run) for text, run in found.items() if not any(text in other for other in found if other != text)]
    best = sorted(whole, key=lambda run: -run[1][0])[:_MOST]
    out = []
    for text, (_, run) in sorted(best, key=lambda run: run[1][1][0].start):
        at = answer.find(text)
        mine = here.spans(Span(run[0].start, run[-1].end))[0]
        out.append(Shared(mine.text(here.whole), mine, there.spans(Span(at, at + len(text)))[0]))
    return tuple(out)


def _runs(tokens: Sequence[Token], other: str) -> Iterator[tuple[int, int, str]]:
    """Yield the longest runs of words that the other text holds: from where to where, and their text."""
    i = 0
    while i < len(tokens):
        end, text = i, ""
        while end < len(tokens) and tokens[end].kind != MARK and text + tokens[end].text in other:
            text += tokens[end].text
            end += 1
        start, stop = i, end
        while start < stop and tokens[start].text in _JOINTS:
            start += 1
        while stop > start and tokens[stop - 1].text in _JOINTS:
            stop -= 1
        text = (
            text[tokens[start].start - tokens[i].start : tokens[stop - 1].end - tokens[i].start] if stop > start else ""
        )
        if len(text) > 1:
            yield start, stop, text
        i = max(end, i + 1)
