"""Take off a difference what both sides begin and end with, where a word of one of them ends there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.kinds import weighs
from reader.comparison.tokens import WORD, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONG = 6  # characters of a change at which half a word at its end is no matter


class Trim(NamedTuple):
    """How many characters at the start and at the end of a difference stay equal."""

    head: int
    tail: int


def trim(left: Sequence[Token], right: Sequence[Token]) -> Trim:
    """Return what two differing runs of words have in common at their ends.

    科技创新 → 科企业技创新 is an insertion, though words were cut by it: the new text shows where. A number, an organ
    and a word of duty are never cut; one word in the place of another (或者 → 或) is told whole
    unless a word was joined to it (预算 → 财政预算), and so is a word in a
    short replacement that would lose only one character (市场部门, not 场部门, for 市政府). A long insertion may stand
    inside any word.
    """
    if not left or not right:
        return Trim(0, 0)
    mine, yours = _Run(left), _Run(right)
    shorter, longer = sorted((len(mine.text), len(yours.text)))
    bare = _ends(mine, yours, anywhere=True)
    if len(left) == len(right) == 1:
        return bare if sum(bare) == shorter > 1 and longer - shorter > 1 else Trim(0, 0)
    if sum(bare) == shorter <= longer - _LONG:
        return bare
    head, tail = _ends(mine, yours, anywhere=False)
    if 0 < shorter - head - tail < _LONG:
        return Trim(head if head > 1 else 0, tail if tail > 1 else 0)
    return Trim(head, tail)


def _ends(mine: _Run, yours: _Run, *, anywhere: bool) -> Trim:
    head = _common(mine.text, yours.text, mine.cuts, yours.cuts, anywhere)
    room = min(len(mine.text), len(yours.text)) - head
    mirrored = mine.text[::-1][:room], yours.text[::-1][:room]
    return Trim(head, _common(*mirrored, mine.cuts_from_end, yours.cuts_from_end, anywhere))


class _Run:
    """A run of words: its text, and after how many characters it may be cut; True where a word ends there."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.text = "".join(token.text for token in tokens)
        self.cuts: dict[int, bool] = {}
        at = 0
        for token in tokens:
            if token.kind == WORD and not weighs(token.text):
                self.cuts |= dict.fromkeys(range(at + 1, at + len(token.text)), False)
            at += len(token.text)
            self.cuts[at] = True
        self.cuts_from_end = {at - cut: ends for cut, ends in self.cuts.items()} | {at: True}


def _common(mine: str, yours: str, my_cuts: dict[int, bool], your_cuts: dict[int, bool], anywhere: bool) -> int:
    """Return how many characters both texts begin with, up to the last place where both may be cut.

    Without ``anywhere`` a word has to end there in one of them.
    """
    found = 0
    for at, (a, b) in enumerate(zip(mine, yours, strict=False), 1):
        if a != b:
            break
        if at in my_cuts and at in your_cuts and (anywhere or my_cuts[at] or your_cuts[at]):
            found = at
    return found
