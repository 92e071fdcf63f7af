"""What differs inside a pair: sentences first, then words; spans in the two reading texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.form import with_form
from reader.comparison.kinds import kind_of
from reader.comparison.placing import Pieces, Placed, changes_of
from reader.comparison.sentences import Run, differing_runs
from reader.comparison.sequences import Stretch, stretches
from reader.comparison.tidying import Words, tidy
from reader.comparison.tokens import Token, Tokenizer, split_alike, window
from reader.comparison.trimming import trim
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.comparison.passages import Passage
    from reader.comparison.records import Change


class _Difference(NamedTuple):
    """A stretch of the left's tokens and what stands there on the right; spans in the folded passages."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    before: Token | None
    after: Token | None
    left_span: Span
    right_span: Span


def changes(
    left: Passage,
    right: Passage,
    tokenizer: Tokenizer,
    *,
    form: bool = False,
    written: tuple[str, str] | None = None,
) -> tuple[Change, ...]:
    """Return what has to change in the left passage to get the right one, in order.

    Applied to the left's reading text they give the right's, once both are folded (differences of width, blanks and
    script are no change); with ``form`` character for character in simplified script. ``written`` are the two reading
    texts in their own script: with them ``form`` tells differences of script too.
    """
    found = [] if left.text == right.text else _words_that_differ(left, right, tokenizer)
    if not found and not form:
        return ()
    mine, yours = (Pieces(side, written[k] if form and written else None) for k, side in enumerate((left, right)))
    placed = [
        Placed(kind_of(d.left, d.right, d.before, d.after), mine.place(d.left_span), yours.place(d.right_span))
        for d in _whole_characters(found, left, right)
    ]
    if form:
        placed = with_form(placed, mine, yours)
    return tuple(changes_of(placed, mine, yours))


def _words_that_differ(left: Passage, right: Passage, tokenizer: Tokenizer) -> list[_Difference]:
    return [d for run in differing_runs(left, right) for d in _differences(left.text, right.text, run, tokenizer)]


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
    head, tail = trim(left, right)
    here, there = _stretch(words.left, turn.left, left_end), _stretch(words.right, turn.right, right_end)
    return _Difference(
        left,
        right,
        words.left[turn.left.start - 1] if turn.left.start else None,
        words.left[turn.left.end] if turn.left.end < len(words.left) else None,
        Span(here.start + head, here.end - tail),
        Span(there.start + head, there.end - tail),
    )


def _stretch(tokens: Sequence[Token], turn: Span, end: int) -> Span:
    """Return from where to where some tokens reach; ``end`` is where the last of all does."""
    first, last = (tokens[at].start if at < len(tokens) else end for at in turn)
    return Span(first, last)


def _whole_characters(found: list[_Difference], left: Passage, right: Passage) -> list[_Difference]:
    """Widen differences that end inside what one character of the original folds to (… is three full stops)."""
    if not found:
        return found
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
            one = _Difference(last.left + one.left, last.right + one.right, last.before, one.after, a, b)
        out.append(one._replace(left_span=a, right_span=b))
    return out
