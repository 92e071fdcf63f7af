"""Which clauses of one document speak of the same matter as a clause of another, and how nearly."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log, sqrt
from typing import TYPE_CHECKING

from reader.comparison.roles import OPENING, TASK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.comparison.matters import Clause

_SAME_HEADING = 0.15  # what the same heading adds to the likeness
_SAME_ROLE = 1.2  # two aims, or two clauses on how it is seen to, are alike in more than their words
_OTHER_ROLE = 0.6  # what is aimed at speaks of everything and answers no task
_LOOKED_UP = 600  # places at which a clause's words stand, the rarest first, until enough is known of who has them
_COMPARED = 10  # clauses that are compared in full


class AnswerIndex:
    """The clauses of the right, found by the words they share with one of the left; knows how rare each word is."""

    def __init__(self, left: Sequence[Clause], right: Sequence[Clause]) -> None:
        counts = Counter(term for clause in (*left, *right) for term in clause.terms)
        total = len(left) + len(right)
        self.weight: dict[str, float] = {term: log((total + 1) / count) for term, count in counts.items()}
        self._right = right
        self._place = {clause.number: k for k, clause in enumerate(right)}
        self._values = [self._weighed(clause) for clause in right]
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._headed: dict[str, list[int]] = defaultdict(list)
        for k, (clause, values) in enumerate(zip(right, self._values, strict=True)):
            for term in values:
                self._holders[term].append(k)
            if clause.passage.heading:
                self._headed[clause.passage.heading].append(k)

    def answers(self, clause: Clause) -> list[tuple[float, Clause]]:
        """Return the clauses most like one of the left with their likeness, best first."""
        values = self._weighed(clause)
        found = ((self._likeness(clause, values, k), self._right[k]) for k in self._candidates(clause, values))
        return sorted(found, key=lambda answer: (-answer[0], answer[1].number))

    def likeness(self, left: Clause, right: Clause) -> float:
        """Return how nearly two clauses speak of the same matter, from 0."""
        return self._likeness(left, self._weighed(left), self._place[right.number])

    def _candidates(self, clause: Clause, values: Mapping[str, float]) -> set[int]:
        """Return the right clauses that share the most telling words with one of the left."""
        sums: dict[int, float] = defaultdict(float)
        looked_up = 0
        for term in sorted(values, key=self.weight.__getitem__, reverse=True):
            holders = self._holders.get(term, ())
            looked_up += len(holders)
            if looked_up > _LOOKED_UP and sums:
                break
            worth = values[term] * self.weight[term]
            for k in holders:
                sums[k] += worth
        best = sorted(sums, key=sums.__getitem__, reverse=True)[:_COMPARED]
        return {*best, *self._headed.get(clause.passage.heading, ())[:_COMPARED]}

    def _likeness(self, clause: Clause, values: Mapping[str, float], k: int) -> float:
        """Return the cosine of the weighed words, corrected by what the heading and the place in the document say."""
        other, theirs = self._right[k], self._values[k]
        alike = sum([value * theirs[term] for term, value in values.items() if term in theirs])
        if clause.passage.heading and clause.passage.heading == other.passage.heading:
            alike += _SAME_HEADING
        if clause.role == other.role:
            return alike if clause.role == TASK else alike * _SAME_ROLE
        return 0.0 if OPENING in (clause.role, other.role) else alike * _OTHER_ROLE

    def _weighed(self, clause: Clause) -> dict[str, float]:
        """Weigh the words of a clause by how rare they are, so that their squares add up to one."""
        weight = self.weight
        values = {t: weight[t] * (1 + log(count) if count > 1 else count) for t, count in clause.terms.items()}
        norm = sqrt(sum(value * value for value in values.values())) or 1.0
        return {term: value / norm for term, value in values.items()}
