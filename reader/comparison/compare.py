"""Two documents side by side."""

from __future__ import annotations

from reader.comparison.editions import compare_editions
from reader.comparison.front import front_differences
from reader.comparison.passages import passages
from reader.comparison.proposal import proposed_mode
from reader.comparison.records import EDITIONS, TOPICS, Comparison, Side
from reader.comparison.tokens import Tokenizer
from reader.comparison.topics import compare_topics
from reader.progress import CancelToken


def compare(left: Side, right: Side, mode: str | None = None, cancel: CancelToken | None = None) -> Comparison:
    """Compare two documents as editions of one text or by topics; without a mode their likeness decides.

    Raises Cancelled when the token is set, ValueError for a mode that does not exist.
    """
    if mode not in (None, EDITIONS, TOPICS):
        raise ValueError(f"no such mode: {mode}")
    cancel = cancel or CancelToken()
    here, there = passages(left), passages(right)
    mode = mode or proposed_mode(left, right, here, there)
    cancel.check()
    tokenizer = Tokenizer.knowing(left.assignments, right.assignments)
    if mode == TOPICS:
        return Comparison(TOPICS, compare_topics(here, there, tokenizer, cancel), front_differences(left, right))
    pairs = compare_editions(here, there, tokenizer, cancel)
    return Comparison(EDITIONS, pairs, front_differences(left, right))
