"""What a clause speaks of: its words, each with what it weighs."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.commonplaces import COMMONPLACES
from reader.comparison.roles import TASK, headings_above, role_of
from reader.comparison.tokens import MARK, NUMBER, UNIT, WORD, Token, Tokenizer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from reader.comparison.passages import Passage
    from reader.progress import CancelToken

_LONGEST_HEAD = 20  # characters; what is longer is a sentence
_HEADING = 2.0  # what a word of the heading counts
_ABOVE = 0.5  # what a word of the headings above counts
_PAIR = 0.5  # what two characters that stand together count beside whole words
_COMMONPLACE = 0.4
_KINDS = {WORD: 1.0, UNIT: 0.4, NUMBER: 0.3}  # organs and sums are named everywhere and say little of the matter


class Clause(NamedTuple):
    """A section with a text of its own."""

    passage: Passage
    role: str
    tokens: list[Token]
    terms: Mapping[str, float]

    @property
    def number(self) -> int:
        return self.passage.section.number


def clauses(passages: Sequence[Passage], tokenizer: Tokenizer, cancel: CancelToken) -> list[Clause]:
    """Return the clauses of a document with what each speaks of. Raises Cancelled when the token is set."""
    above = cache(lambda heading: _terms(tokenizer.tokens(heading), 0, _ABOVE))
    return list(_clauses(passages, tokenizer, above, cancel))


def _clauses(
    passages: Sequence[Passage],
    tokenizer: Tokenizer,
    above: Callable[[str], Mapping[str, float]],
    cancel: CancelToken,
) -> Iterator[Clause]:
    parents = {passage.section.parent for passage in passages}
    found = [passage for passage in passages if passage.text and not _only_heads(passage, parents)]
    for passage in found:
        cancel.check()
        tokens = tokenizer.tokens(passage.text)
        terms = _terms(tokens, len(passage.heading), 1.0)
        _pair_up(tokens, terms)
        for heading in headings_above(passage, passages):
            for term, count in above(heading).items():
                terms[term] += count
        # Where nothing else is marked, what stands before the first marker is the text itself.
        yield Clause(passage, role_of(passage, passages) if len(found) > 1 else TASK, tokens, terms)


def _only_heads(passage: Passage, parents: set[int | None]) -> bool:
    """Tell whether a section says nothing beside the heading over others, with or without a full stop."""
    bare = passage.section.number in parents and not passage.section.body and len(passage.heading) <= _LONGEST_HEAD
    return passage.structural or (bare and not passage.text.endswith((":", ";")))


def word_weight(token: Token) -> float:
    """Return what a word counts for the matter, before it is known how rare it is."""
    return _COMMONPLACE if token.text in COMMONPLACES else _KINDS.get(token.kind, 0.0)


def _terms(tokens: Sequence[Token], heading_end: int, unit: float) -> dict[str, float]:
    terms: dict[str, float] = defaultdict(float)
    for token in tokens:
        if len(token.text) > 1 and token.kind != MARK:
            terms[token.text] += word_weight(token) * (_HEADING if token.end <= heading_end else unit)
    return terms


def _pair_up(tokens: Sequence[Token], terms: dict[str, float]) -> None:
    """Add the characters that meet where two words do, for words that are cut differently elsewhere."""
    last = None
    for token in tokens:
        word = token if token.kind == WORD else None
        if last and word:
            common = last.text in COMMONPLACES and word.text in COMMONPLACES
            terms[last.text[-1] + word.text[0]] += _PAIR * (_COMMONPLACE if common else 1.0)
        last = word
