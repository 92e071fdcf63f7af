"""Words as comparison sees them: a number with its unit, a date, a document number, an organ's name are one each."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reader.anchoring.facts import numbers
from reader.text.folding import folded
from reader.text.spans import Span
from reader.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.units.assignment import Assignment

NUMBER, UNIT, WORD, MARK = "number", "unit", "word", "mark"
_MARK = re.compile(r"[\W_]+")
_PHRASE = re.compile("等|以及|[、，。]")  # a name that holds one of these is several, or a phrase
_PAUSE = frozenset("。;:,!?()<>\"'、")  # a word surely ends here (but for , : in numbers); 〔2024〕 is part of one
_PAIRED = frozenset("\"'()<>《》")
_LATIN = frozenset("0123456789abcdefghijklmnopqrstuvwxyz.,:/%[]~-")


class Token(NamedTuple):
    """A word of a folded text and where it stands."""

    text: str
    start: int
    end: int
    kind: str


class Tokenizer:
    """Cuts folded text into tokens; knows the names of the organs of both documents."""

    def __init__(self, unit_names: Iterable[str] = ()) -> None:
        self._names = sorted({name for name in map(folded, unit_names) if len(name) > 1}, key=lambda n: (-len(n), n))

    @classmethod
    def knowing(cls, *assignments: Iterable[Assignment]) -> Tokenizer:
        units = (unit for assignment in chain(*assignments) for unit in assignment.units)
        names = (name for unit in units for name in (unit.name, unit.raw))
        return cls(name for name in names if not _PHRASE.search(name))

    @cached_property
    def _unit(self) -> re.Pattern[str] | None:
        return re.compile("|".join(map(re.escape, self._names))) if self._names else None

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a folded text; they lie one behind the other and cover it."""
        out: list[Token] = []
        done = 0
        for token in self._whole(text):
            if token.start >= done:
                out += _plain(text, done, token.start)
                out.append(token)
                done = token.end
        return out + _plain(text, done, len(text))

    def _whole(self, text: str) -> list[Token]:
        found = [Token(span.text(text), *span, NUMBER) for span in numbers(text)]
        if self._unit:
            found += (Token(m[0], *m.span(), UNIT) for m in self._unit.finditer(text))
        return sorted(found, key=lambda token: (token.start, -token.end))


def window(left: str, right: str, reach: int = 16) -> tuple[Span, Span]:
    """Return the stretches of two texts that differ, widened to where a word surely begins and ends."""
    longest = min(len(left), len(right))
    head = 0
    while head < longest and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < longest - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    start = _border(left[:head][::-1], reach)
    end = _border(left[len(left) - tail :], reach)
    return Span(head - start, len(left) - tail + end), Span(head - start, len(right) - tail + end)


def _border(text: str, reach: int) -> int:
    """Return how far away from the start of a text a word surely ends."""
    for at, character in enumerate(text):
        if at == 0 and character in _PAIRED:
            continue  # what was put in may begin or end with it
        if character in _PAUSE and not (character in _LATIN and text[at + 1 : at + 2] in _LATIN):
            return at
        if at >= reach and character not in _LATIN:
            return at
    return len(text)


def _plain(text: str, start: int, end: int) -> list[Token]:
    """Cut what holds no number and no organ at word borders."""
    if start == end:
        return []
    return [
        Token(word, start + a, start + b, MARK if _MARK.fullmatch(word) else WORD)
        for word, a, b in words(text[start:end])
    ]


def split_alike(left: list[Token], right: list[Token]) -> tuple[list[Token], list[Token]]:
    """Cut a long word where the other side has a part of it as a word: 建立健全 beside 建立 and 完善."""
    return _split(left, {token.text for token in right}), _split(right, {token.text for token in left})


def _split(tokens: list[Token], others: set[str]) -> list[Token]:
    out: list[Token] = []
    for token in tokens:
        cut = _cut(token, others) if token.kind == WORD and token.text not in others else 0
        if cut:
            out.append(Token(token.text[:cut], token.start, token.start + cut, WORD))
            out.append(Token(token.text[cut:], token.start + cut, token.end, WORD))
        else:
            out.append(token)
    return out


def _cut(token: Token, others: set[str]) -> int:
    cuts = range(2, len(token.text) - 1)
    return next((cut for cut in cuts if token.text[:cut] in others or token.text[cut:] in others), 0)
