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
_SHARES = (0.12, 0.34)  # of two changes, of a cluster: with less in common it is one rewriting, not many changes
_KEPT = 0.6  # of the shorter side: what keeps more was not rewritten, something was put in or taken out
_APART = 2  # what stays equal between two changes is to be more than this share (1 in 2) of the shorter of them
_SENTENCE_ENDS = "。;!?"
_AND = frozenset("和 与 及 或 以及 或者".split())
_OPENING, _CLOSING = "([<《", ")]>》"


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
        # Between two changes something has to stay equal, at the ends of the text nothing has to.
        first, last = k - 1 > 0, k + 1 < len(out) - 1
        room = (before.left.end - before.left.start - first, after.left.end - after.left.start - last)
        shift = _best_shift(tokens, span, *room)
        if shift:
            out[k - 1] = Stretch(True, _longer(before.left, shift), _longer(before.right, shift))
            out[k] = Stretch(False, turn.left.shifted(shift), turn.right.shifted(shift))
            out[k + 1] = Stretch(True, _later(after.left, shift), _later(after.right, shift))
    return [turn for turn in out if not turn.equal or turn.left.start < turn.left.end]


def _best_shift(tokens: Sequence[Token], span: Span, before: int, after: int) -> int:
    shifts = [0]
    at = 0
    while before + at > 0 and tokens[span.start + at - 1].text == tokens[span.end + at - 1].text:
        at -= 1
        shifts.append(at)
    at = 0
    while after - at > 0 and tokens[span.start + at].text == tokens[span.end + at].text:
        at += 1
        shifts.append(at)
    return max(shifts, key=lambda shift: (_worth(tokens, span.shifted(shift)), -abs(shift)))


def _worth(tokens: Sequence[Token], span: Span) -> int:
    """Say how well a stretch reads as something put in: it ends with a mark or begins behind one; quotes stay in pairs."""
    ends = tokens[span.end - 1].kind == MARK or tokens[span.end - 1].text in _AND
    begins = span.start == 0 or tokens[span.start - 1].kind == MARK
    text = "".join(token.text for token in tokens[span.start : span.end])
    return 2 * ends + 2 * begins - (tokens[span.start].kind == MARK) + 4 * _in_pairs(text)


def _in_pairs(text: str) -> bool:
    """Tell whether every quotation mark and bracket of a text has its other one, the first of them in front."""
    if text.count('"') % 2 or ('"' in text and not text.startswith('"')):
        return False
    depth = 0
    for character in text:
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth < 0:
            return False
    return depth == 0


def _longer(span: Span, by: int) -> Span:
    return Span(span.start, span.end + by)


def _later(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end)


def _bridged(turns: list[Stretch], words: Words) -> list[Stretch]:
    """Join two changes that hardly anything holds apart: a small word (的, 和, 与), or one word between far longer changes."""
    out: list[Stretch] = []
    for k, turn in enumerate(turns):
        inner = turn.equal and 0 < k < len(turns) - 1
        small = inner and _is_small(turn, turns[k - 1], turns[k + 1], words)
        if small or (out and not out[-1].equal and not turn.equal):
            out[-1] = _joined(out[-1], turn)
        else:
            out.append(turn)
    return out


def _is_small(turn: Stretch, before: Stretch, after: Stretch, words: Words) -> bool:
    tokens = words.left[turn.left.start : turn.left.end]
    if len(tokens) > 1 or tokens[0].kind != WORD or _is_fact(before, words) or _is_fact(after, words):
        return False
    if len(tokens[0].text) == 1:
        return True
    shorter = min(max(_length(words.left, s.left), _length(words.right, s.right)) for s in (before, after))
    both = all(s.left.start < s.left.end and s.right.start < s.right.end for s in (before, after))
    return both and len(tokens[0].text) * _APART <= shorter


def _rewritings(turns: list[Stretch], words: Words) -> list[Stretch]:
    """Join changes that stand close together and leave little between them equal: that is one rewriting."""
    out: list[Stretch] = []
    k = 0
    while k < len(turns):
        end = _cluster_end(turns, k, words)
        changes = (end - k + 1) // 2
        if not turns[k].equal and changes > 1 and _is_rewriting(turns[k:end], words, _SHARES[changes >= _CLUSTER]):
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


def _is_rewriting(turns: Sequence[Stretch], words: Words, share: float) -> bool:
    equal = sum(_length(words.left, turn.left) for turn in turns if turn.equal)
    shorter, longer = sorted(
        (sum(_length(words.left, turn.left) for turn in turns), sum(_length(words.right, turn.right) for turn in turns))
    )
    return equal < share * longer and equal < _KEPT * shorter


def _length(tokens: Sequence[Token], span: Span) -> int:
    return sum(len(token.text) for token in tokens[span.start : span.end])


def _joined(first: Stretch, last: Stretch) -> Stretch:
    return Stretch(False, Span(first.left.start, last.left.end), Span(first.right.start, last.right.end))
