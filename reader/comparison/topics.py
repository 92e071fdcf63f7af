"""Two documents on one matter: which clause of the right answers which of the left.

The likeness comes from the text alone: words that are rare in both documents weigh most, what a heading says twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.comparison.answers import AnswerIndex
from reader.comparison.hints import hints
from reader.comparison.matters import clauses
from reader.comparison.options import Options
from reader.comparison.phrases import shared_phrases, worths
from reader.comparison.records import ANSWER, DOWNWARD, NEAR, PEERS, Pair
from reader.comparison.roles import OPENING
from reader.text.garbage import many_objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.comparison.matters import Clause
    from reader.comparison.passages import Passage
    from reader.comparison.tokens import Tokenizer
    from reader.progress import CancelToken

_ANSWERING = 0.12  # likeness from which a clause answers another
_NEAR = 0.07  # and from which it comes near it; below, the documents merely share their language
_PHRASE = 4  # characters of a phrase that is evidence by itself
_ANSWERS = 3  # for one clause, at most
_BESIDE = 0.6  # a second answer has to reach this share of the best one's likeness
_NOTHING = Options()


def compare_topics(
    left: Sequence[Passage],
    right: Sequence[Passage],
    tokenizer: Tokenizer,
    cancel: CancelToken,
    *,
    direction: str = PEERS,
    options: Options = _NOTHING,
) -> tuple[tuple[Pair, ...], tuple[int, ...]]:
    """Return the answers to each left clause, best first, and the right clauses that answer nothing.

    Sections that only hold structure pair by heading. What is pinned comes first and answers whatever its likeness,
    what is broken never does. Raises Cancelled when the token is set.
    """
    with many_objects():
        asked = _Asked(left, right, tokenizer, cancel, direction, options)
        pairs: list[Pair] = []
        for passage in left:
            cancel.check()
            pairs += asked.pairs_of(passage)
        return tuple(pairs), asked.alone(pairs)


class _Asked:
    """The right document, asked what answers each section of the left."""

    def __init__(
        self,
        left: Sequence[Passage],
        right: Sequence[Passage],
        tokenizer: Tokenizer,
        cancel: CancelToken,
        direction: str,
        options: Options,
    ) -> None:
        self._mine = {clause.number: clause for clause in clauses(left, tokenizer, cancel)}
        self._yours = {clause.number: clause for clause in clauses(right, tokenizer, cancel)}
        self._index = AnswerIndex(list(self._mine.values()), list(self._yours.values()))
        self._headed = {
            p.heading: p.section.number for p in reversed(right) if p.heading and p.section.number not in self._yours
        }
        self._right = right
        self._downward = direction == DOWNWARD
        self._options = options

    def pairs_of(self, passage: Passage) -> list[Pair]:
        """Return the pairs of one left section: what the user pinned, then what answers by itself."""
        number = passage.section.number
        pinned = [right for left, right in self._options.pins if left == number and right < len(self._right)]
        barred = {*pinned, *(right for left, right in self._options.breaks if left == number)}
        pairs = [self._pinned(number, right) for right in pinned]
        clause, twin = self._mine.get(number), self._headed.get(passage.heading)
        if clause:
            pairs += self._answers(clause, barred)
            if not pairs and clause.role != OPENING:
                return [Pair(number, None, 0.0, "unanswered")]
        elif twin is not None and twin not in barred:
            pairs.append(Pair(number, twin, 1.0, "answered", level=ANSWER))
        return pairs

    def alone(self, pairs: Sequence[Pair]) -> tuple[int, ...]:
        """Return the right clauses that no pair names, ascending."""
        answering = {pair.right for pair in pairs}
        return tuple(c.number for c in self._yours.values() if c.role != OPENING and c.number not in answering)

    def _answers(self, clause: Clause, barred: set[int]) -> Iterator[Pair]:
        found = [(score, other) for score, other in self._index.answers(clause) if other.number not in barred]
        enough = max(_NEAR, _BESIDE * found[0][0]) if found else _NEAR
        worth = worths(clause.tokens, self._index.weight)
        for score, other in found[:_ANSWERS]:
            if score >= enough:
                pair = self._pair(clause, other, score, ANSWER if score >= _ANSWERING else NEAR, worth)
                if pair.level == ANSWER or _evident(pair):
                    yield pair

    def _pinned(self, number: int, right: int) -> Pair:
        clause, other = self._mine.get(number), self._yours.get(right)
        if clause and other:
            worth = worths(clause.tokens, self._index.weight)
            return replace(self._pair(clause, other, self._index.likeness(clause, other), ANSWER, worth), pinned=True)
        return Pair(number, right, 0.0, "answered", pinned=True, level=ANSWER)

    def _pair(self, clause: Clause, other: Clause, score: float, level: str, worth: Sequence[float]) -> Pair:
        return Pair(
            clause.number,
            other.number,
            round(min(1.0, score), 4),
            "answered",
            shared=shared_phrases(clause, worth, other),
            level=level,
            hints=hints(clause, other) if self._downward and level == ANSWER else (),
        )


def _evident(pair: Pair) -> bool:
    """Tell whether clauses that are near each other share more than a word."""
    return len(pair.shared) > 1 or any(len(phrase.text) >= _PHRASE for phrase in pair.shared)
