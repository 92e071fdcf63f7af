"""Two documents side by side."""

from __future__ import annotations

from reader.comparison.editions import compare_editions
from reader.comparison.front import front_differences
from reader.comparison.memo import Memo
from reader.comparison.options import Options
from reader.comparison.passages import passages
from reader.comparison.proposal import proposed_mode
from reader.comparison.records import DOWNWARD, EDITIONS, PEERS, TOPICS, Comparison, Side
from reader.comparison.tokens import Tokenizer
from reader.comparison.topics import compare_topics
from reader.progress import CancelToken

_NOTHING = Options()


def compare(
    left: Side,
    right: Side,
    mode: str | None = None,
    cancel: CancelToken | None = None,
    *,
    direction: str = PEERS,
    options: Options = _NOTHING,
    memo: Memo | None = None,
) -> Comparison:
    """Compare two documents as editions of one text or by topics; without a mode their likeness decides.

    A ``memo`` of an earlier comparison spares what is known. Raises Cancelled when the token is set, ValueError for a
    mode or a direction that does not exist.
    """
    if mode not in (None, EDITIONS, TOPICS):
        raise ValueError(f"no such mode: {mode}")
    if direction not in (PEERS, DOWNWARD):
        raise ValueError(f"no such direction: {direction}")
    cancel = cancel or CancelToken()
    mode = mode or proposed_mode(left, right)
    cancel.check()
    here, there = passages(left), passages(right)
    tokenizer = Tokenizer.knowing(left.assignments, right.assignments)
    front = front_differences(left, right)
    if mode == TOPICS:
        pairs, right_alone = compare_topics(here, there, tokenizer, cancel, direction=direction, options=options)
        return Comparison(TOPICS, pairs, front, direction, right_alone)
    memo = memo or Memo()
    memo.begin(_names(left, right))
    written = (left.reading.text, right.reading.text) if options.form else None
    pairs = compare_editions(here, there, tokenizer, cancel, options, memo=memo, written=written)
    memo.finish()
    return Comparison(EDITIONS, pairs, front)


def _names(*sides: Side) -> frozenset[str]:
    """Return how the organs of the documents are called, on which the words of a comparison depend."""
    units = (unit for side in sides for assignment in side.assignments for unit in assignment.units)
    return frozenset(name for unit in units for name in (unit.name, unit.raw))
