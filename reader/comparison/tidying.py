"""Make a word-by-word difference readable: no confetti, no block that is half equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.sequences import Stretch
from reader.comparison.tokens import MARK, WORD, Token
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLUSTER = 3  # changes so close together that they may be one rewriting
_CLOSE = 6  # characters between two changes of a cluster, at most
_EQUAL_SHARE = 0.34  # of a cluster: with less in common it is one rewriting, not many changes
_SENTENCE_ENDS = "。;!?"


class Words(NamedTuple):
    """The tokens of both sides."""

    left: Sequence[Token]
    right: Sequence[Token]


def tidy(turns: list[Stretch], words: Words) -> list[Stretch]:
    """Return the stretches so that people can read them; what they say stays the same."""
    return _rewritings(_bridged(_slid(turns, words), words), words)


def _slid(turns: list[Stretch], words: Words) -> list[Stretch]:
    """Move what was only inserted or deleted to where a phrase begins and ends: 乙、 rather than 、乙."""
    out = list(turns)
    for k in range(1, len(out) - 1):
        turn = out[k]
        if turn.equal or (turn.left.start < turn.left.end and turn.right.start < turn.right.end):
            continue
        on_left = turn.left.start < turn.left.end
        tokens, span = (words.left, turn.left) if on_left else (words.right, turn.right)
        before, after = out[k - 1], out[k + 1]
        shift = _best_shift(tokens, span, before.left.end - before.left.start, after.left.end - after.left.start)
        if shift:
            out[k - 1] = Stretch(True, _longer(before.left, shift), _longer(before.right, shift))
            out[k] = Stretch(False, turn.left.shifted(shift), turn.right.shifted(shift))
            out[k + 1] = Stretch(True, _later(after.left, shift), _later(after.right, shift))
    return out


def _best_shift(tokens: Sequence[Token], span: Span, before: int, after: int) -> int:
    shifts = [0]
    at = 0
    while before + at > 1 and tokens[span.start + at - 1].text == tokens[span.end + at - 1].text:
        at -= 1
        shifts.append(at)
    at = 0
    while after - at > 1 and tokens[span.start + at].text == tokens[span.end + at].text:
        at += 1
        shifts.append(at)

    def worth(shift: int) -> tuple[int, int]:
        first, last = span.start + shift, span.end + shift - 1
        ends = tokens[last].kind == MARK
        begins = first == 0 or tokens[first - 1].kind == MARK
        return (2 * ends + 2 * begins - (tokens[first].kind == MARK), -abs(shift))

    return max(shifts, key=worth)


def _longer(span: Span, by: int) -> Span:
    return Span(span.start, span.end + by)


def _later(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end)


def _bridged(turns: list[Stretch], words: Words) -> list[Stretch]:
    """Join two changes that only a single small word (的, 和, 与) holds apart."""
    out: list[Stretch] = []
    for k, turn in enumerate(turns):
        small = turn.equal and 0 < k < len(turns) - 1 and _is_small(words.left[turn.left.start : turn.left.end])
        if small or (out and not out[-1].equal and not turn.equal):
            out[-1] = _joined(out[-1], turn)
        else:
            out.append(turn)
    return out


def _is_small(tokens: Sequence[Token]) -> bool:
    return len(tokens) == 1 and tokens[0].kind == WORD and len(tokens[0].text) == 1


def _rewritings(turns: list[Stretch], words: Words) -> list[Stretch]:
    """Join changes that stand close together and leave little between them equal: that is one rewriting."""
    out: list[Stretch] = []
    k = 0
    while k < len(turns):
        end = _cluster_end(turns, k, words)
        changes = (end - k + 1) // 2
        if not turns[k].equal and changes >= _CLUSTER and _equal_share(turns[k:end], words) < _EQUAL_SHARE:
            out.append(_joined(turns[k], turns[end - 1]))
            k = end
        else:
            out.append(turns[k])
            k += 1
    return out


def _cluster_end(turns: list[Stretch], start: int, words: Words) -> int:
    """Return where the changes end that follow one another closely within a sentence (they alternate with equal text)."""
    if turns[start].equal or _is_fact(turns[start], words):
        return start + 1
    end = start + 1
    while end + 1 < len(turns) and not _is_fact(turns[end + 1], words):
        between = "".join(token.text for token in words.left[turns[end].left.start : turns[end].left.end])
        if len(between) > _CLOSE or any(character in _SENTENCE_ENDS for character in between):
            break
        end += 2
    return end


def _is_fact(turn: Stretch, words: Words) -> bool:
    """Tell whether a change puts one number or organ in the place of another: that is always shown by itself."""
    sides = (words.left[turn.left.start : turn.left.end], words.right[turn.right.start : turn.right.end])
    return all(len(tokens) == 1 and tokens[0].kind not in (WORD, MARK) for tokens in sides)


def _equal_share(turns: Sequence[Stretch], words: Words) -> float:
    equal = sum(_length(words.left, turn.left) for turn in turns if turn.equal)
    left = sum(_length(words.left, turn.left) for turn in turns)
    right = sum(_length(words.right, turn.right) for turn in turns)
    return equal / max(left, right)


def _length(tokens: Sequence[Token], span: Span) -> int:
    return sum(len(token.text) for token in tokens[span.start : span.end])


def _joined(first: Stretch, last: Stretch) -> Stretch:
    return Stretch(False, Span(first.left.start, last.left.end), Span(first.right.start, last.right.end))
