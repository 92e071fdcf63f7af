"""Two documents on one matter: which clause of the right answers which of the left.

The scores come from the text alone: words that are rare in both documents weigh most, what a heading says twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from reader.comparison.phrases import shared_phrases
from reader.comparison.records import Pair
from reader.comparison.tokens import MARK, NUMBER, UNIT, Token, Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.comparison.passages import Passage
    from reader.progress import CancelToken

ANSWERED = 0.11  # a clause whose best answer is less like it has none
_ANSWERS = 3  # for one clause, at most
_BESIDE = 0.6  # a second answer has to reach this share of the best one's likeness
_HEADING = 2.0  # what a word of the heading counts
_SAME_HEADING = 0.15  # what the same heading adds to the likeness
_ABOVE = 0.5  # what a word of the headings above counts
_UNIT = 0.4  # organs are named everywhere and say little of the matter
_LOOKED_AT = 5_000  # occurrences of a clause's words, the rarest first; what is left out is said everywhere
_PAIR = 0.5  # what two characters that stand together count beside whole words


@dataclass(frozen=True)
class _Clause:
    passage: Passage
    tokens: list[Token]
    terms: dict[str, float]


def compare_topics(
    left: list[Passage], right: list[Passage], tokenizer: Tokenizer, cancel: CancelToken
) -> tuple[Pair, ...]:
    """Return the answers to each left clause, best first; sections that only hold structure pair by heading."""
    mine = list(_clauses(left, tokenizer))
    yours = list(_clauses(right, tokenizer))
    index = _Index(mine, yours)
    headings = {p.heading: p.section.number for p in reversed(right) if p.heading and p.structural}
    by_number = {clause.passage.section.number: clause for clause in mine}
    pairs: list[Pair] = []
    for passage in left:
        cancel.check()
        number = passage.section.number
        if number in by_number:
            pairs += _answers(by_number[number], index)
        elif passage.heading in headings:
            pairs.append(Pair(number, headings[passage.heading], 1.0, "answered"))
    return tuple(pairs)


def _clauses(passages: list[Passage], tokenizer: Tokenizer) -> Iterator[_Clause]:
    for passage in passages:
        if passage.text and not passage.structural:
            above = [passages[number].heading for number in _ancestors(passage, passages)]
            tokens = tokenizer.tokens(passage.text)
            yield _Clause(passage, tokens, _terms(passage, tokens, above, tokenizer))


def _ancestors(passage: Passage, passages: list[Passage]) -> Iterator[int]:
    parent = passage.section.parent
    while parent is not None:
        yield parent
        parent = passages[parent].section.parent


def _terms(passage: Passage, tokens: list[Token], above: list[str], tokenizer: Tokenizer) -> dict[str, float]:
    """Weigh what a clause speaks of: its words, and pairs of characters for words that are cut differently."""
    terms: dict[str, float] = defaultdict(float)
    heading_end = len(passage.heading)
    for token in tokens:
        if len(token.text) > 1 and token.kind != MARK:
            weight = _HEADING if token.end <= heading_end else 1.0
            terms[token.text] += weight * (_UNIT if token.kind == UNIT else 1.0)
    for a, b in pairwise(tokens):
        if MARK not in (a.kind, b.kind) and UNIT not in (a.kind, b.kind) and NUMBER not in (a.kind, b.kind):
            terms[a.text[-1] + b.text[0]] += _PAIR
    for heading in above:
        for token in tokenizer.tokens(heading):
            if len(token.text) > 1 and token.kind != MARK:
                terms[token.text] += _ABOVE
    return terms


class _Index:
    """The clauses of the right, found by the words they share with one of the left."""

    def __init__(self, left: list[_Clause], right: list[_Clause]) -> None:
        counts = Counter(term for clause in (*left, *right) for term in clause.terms)
        total = len(left) + len(right)
        self.weight = {term: log((total + 1) / count) for term, count in counts.items()}
        self.right = right
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for k, clause in enumerate(right):
            for term, value in self._values(clause).items():
                self._holders[term].append((k, value))

    def scored(self, clause: _Clause) -> list[tuple[float, _Clause]]:
        """Return the right clauses with their likeness (the cosine of their weighted words), best first."""
        sums: dict[int, float] = defaultdict(float)
        looked_at = 0
        values = self._values(clause)
        for term in sorted(values, key=lambda term: (-self.weight[term], term)):
            holders = self._holders.get(term, ())
            looked_at += len(holders)
            if looked_at > _LOOKED_AT:
                break
            for k, value in holders:
                sums[k] += values[term] * value
        scored = ((total + self._same_heading(clause, self.right[k]), self.right[k]) for k, total in sums.items())
        return sorted(scored, key=lambda found: (-found[0], found[1].passage.section.number))

    def _values(self, clause: _Clause) -> dict[str, float]:
        """Weigh the words of a clause by how rare they are, so that its squares add up to one."""
        values = {t: self.weight[t] * (1 + log(count) if count > 1 else count) for t, count in clause.terms.items()}
        norm = sqrt(sum(value * value for value in values.values())) or 1.0
        return {term: value / norm for term, value in values.items()}

    @staticmethod
    def _same_heading(left: _Clause, right: _Clause) -> float:
        return _SAME_HEADING if left.passage.heading and left.passage.heading == right.passage.heading else 0.0


def _answers(clause: _Clause, index: _Index) -> list[Pair]:
    scored = index.scored(clause)[:_ANSWERS]
    number = clause.passage.section.number
    if not scored or scored[0][0] < ANSWERED:
        return [Pair(number, None, 0.0, "unanswered")]
    return [
        Pair(
            number,
            other.passage.section.number,
            round(min(1.0, score), 4),
            "answered",
            (),
            shared_phrases(clause.passage, other.passage, clause.tokens, index.weight),
        )
        for score, other in scored
        if score >= _BESIDE * scored[0][0]
    ]
