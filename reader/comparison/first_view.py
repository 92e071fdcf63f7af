"""The stretch in view compared ahead of the rest, so that the first screenful is coloured at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.editions import compare_editions
from reader.comparison.options import Options
from reader.comparison.passages import passages_at
from reader.comparison.proposal import proposed_mode
from reader.comparison.records import EDITIONS, Comparison, Pair, Side
from reader.comparison.tokens import Tokenizer
from reader.progress import CancelToken

if TYPE_CHECKING:
    from reader.comparison.options import Sections
    from reader.units.assignment import Assignment

_NOTHING = Options()
_BEFORE = 1_500  # characters in front of the section in view that are looked at
_BEHIND = 5_000  # and from its start on
_WIDER = 3  # times as far on the other side, which may have moved on


def first_view(
    left: Side,
    right: Side,
    around: Sections = (0, 0),
    *,
    mode: str | None = None,
    options: Options = _NOTHING,
    cancel: CancelToken | None = None,
) -> Comparison:
    """Compare the sections about a left and a right one; the outcome is partial and silent about all others.

    By topics there is no view without the whole: no pairs. Raises Cancelled when the token is set.
    """
    mode = mode or proposed_mode(left, right)
    if mode != EDITIONS:
        return Comparison(mode, (), partial=True)
    mine, yours = _window(left, around[0], 1), _window(right, around[1], _WIDER)
    tokenizer = Tokenizer.knowing(_named(left, mine), _named(right, yours))
    here, there = passages_at(left, mine), passages_at(right, yours)
    written = (left.reading.text, right.reading.text) if options.form else None
    pairs = compare_editions(here, there, tokenizer, cancel or CancelToken(), options, written=written)
    whole = (mine.stop == len(left.outline.sections), yours.stop == len(right.outline.sections))
    return Comparison(EDITIONS, _certain(pairs, mine, yours, ended=all(whole)), partial=True)


def _window(side: Side, around: int, times: int) -> range:
    """Return the numbers of the sections that stand within reach of one."""
    sections = side.outline.sections
    first = last = min(around, len(sections) - 1)
    place = sections[first].span.start
    while first > 0 and sections[first - 1].span.start > place - _BEFORE * times:
        first -= 1
    while last + 1 < len(sections) and sections[last + 1].span.start < place + _BEHIND * times:
        last += 1
    return range(first, last + 1)


def _named(side: Side, numbers: range) -> list[Assignment]:
    return [assignment for assignment in side.assignments if assignment.section in numbers]


def _certain(pairs: tuple[Pair, ...], mine: range, yours: range, *, ended: bool) -> tuple[Pair, ...]:
    """Leave out what has no answer and stands at the edges of the windows: it may well have one outside."""
    both = [k for k, pair in enumerate(pairs) if pair.left is not None and pair.right is not None]
    if not both:
        return ()
    start = 0 if mine.start == yours.start == 0 else both[0]
    end = len(pairs) if ended else both[-1] + 1
    return pairs[start:end]
