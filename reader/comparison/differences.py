"""What differs inside a pair: sentences first, then words; spans in the two reading texts."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.kinds import kind_of
from reader.comparison.records import Change
from reader.comparison.sentences import Run, differing_runs
from reader.comparison.sequences import Stretch, stretches
from reader.comparison.tidying import Words, tidy
from reader.comparison.tokens import Token, Tokenizer, split_alike, window
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.comparison.passages import Passage


class _Difference(NamedTuple):
    """A stretch of the left's tokens and what stands there on the right; spans in the folded passages."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    left_span: Span
    right_span: Span


def changes(left: Passage, right: Passage, tokenizer: Tokenizer) -> tuple[Change, ...]:
    """Return what has to change in the left passage to get the right one, in order.

    Applied to the left's reading text they give the right's, once both are folded (differences of width, blanks and
    script are no change).
    """
    if left.text == right.text:
        return ()
    found = [d for run in differing_runs(left, right) for d in _differences(left.text, right.text, run, tokenizer)]
    return tuple(change for d in _whole_characters(found, left, right) for change in _changes(d, left, right))


def _differences(left: str, right: str, run: Run, tokenizer: Tokenizer) -> list[_Difference]:
    """Compare the words of two stretches of text that differ; equal text around the differences is not cut."""
    here, there = window(run.left.text(left), run.right.text(right))
    here, there = here.shifted(run.left.start), there.shifted(run.right.start)
    words = Words(*split_alike(_tokens(tokenizer, left, here), _tokens(tokenizer, right, there)))
    turns = stretches([t.text for t in words.left], [t.text for t in words.right], unique_first=False)
    return [_difference(turn, words, here.end, there.end) for turn in tidy(turns, words) if not turn.equal]


def _tokens(tokenizer: Tokenizer, text: str, part: Span) -> list[Token]:
    return [t._replace(start=t.start + part.start, end=t.end + part.start) for t in tokenizer.tokens(part.text(text))]


def _difference(turn: Stretch, words: Words, left_end: int, right_end: int) -> _Difference:
    left = tuple(words.left[turn.left.start : turn.left.end])
    right = tuple(words.right[turn.right.start : turn.right.end])
    starts = [token.start for token in words.left] + [left_end]
    others = [token.start for token in words.right] + [right_end]
    return _Difference(
        left,
        right,
        Span(starts[turn.left.start], starts[turn.left.end]),
        Span(others[turn.right.start], others[turn.right.end]),
    )


def _whole_characters(found: list[_Difference], left: Passage, right: Passage) -> list[_Difference]:
    """Widen differences that end inside what one character of the original folds to (… is three full stops)."""
    inside_left, inside_right = left.inside, right.inside
    if not inside_left and not inside_right:
        return found
    out: list[_Difference] = []
    for one in found:
        a, b = one.left_span, one.right_span
        while a.start in inside_left or b.start in inside_right:
            a, b = Span(a.start - 1, a.end), Span(b.start - 1, b.end)
        while a.end in inside_left or b.end in inside_right:
            a, b = Span(a.start, a.end + 1), Span(b.start, b.end + 1)
        if out and (a.start < out[-1].left_span.end or b.start < out[-1].right_span.end):
            last = out.pop()
            a, b = Span(last.left_span.start, a.end), Span(last.right_span.start, b.end)
            one = _Difference(last.left + one.left, last.right + one.right, a, b)
        out.append(one._replace(left_span=a, right_span=b))
    return out


def _changes(one: _Difference, left: Passage, right: Passage) -> Iterator[Change]:
    """Cut a difference where a passage is interrupted by sections that stand inside it."""
    kind = kind_of(one.left, one.right)
    here, there = left.spans(one.left_span), right.spans(one.right_span)
    for a, b in zip_longest(here, there):
        mine = a or Span(here[-1].end, here[-1].end)
        yours = b or Span(there[-1].end, there[-1].end)
        old, new = mine.text(left.whole), yours.text(right.whole)
        yield Change("replace" if old and new else "delete" if old else "insert", old, new, kind, mine, yours)
