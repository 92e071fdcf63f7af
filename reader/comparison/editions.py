"""Two editions of one text: what changed from the left to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.chains import Weighed, heaviest_chain
from reader.comparison.differences import changes
from reader.comparison.pairing import Match, pair_sections, same_number
from reader.comparison.records import Change, Pair

if TYPE_CHECKING:
    from reader.comparison.passages import Passage
    from reader.comparison.tokens import Tokenizer
    from reader.progress import CancelToken


def compare_editions(
    left: list[Passage], right: list[Passage], tokenizer: Tokenizer, cancel: CancelToken
) -> tuple[Pair, ...]:
    """Return every section of both sides in one pair, in the order of the right; what was removed where it stood."""
    matches = pair_sections(left, right, cancel)
    kept = heaviest_chain([Weighed(m.left, m.right, _weight(left[m.left], right[m.right])) for m in matches])
    in_order = {(pair.left, pair.right) for pair in kept}
    by_right: dict[int, Pair] = {}
    for match in matches:
        cancel.check()
        here, there = left[match.left], right[match.right]
        found = changes(here, there, tokenizer)
        status = _status(match, here, there, found, in_order)
        by_right[match.right] = Pair(match.left, match.right, round(match.likeness, 4), status, found)
    for passage in right:
        number = passage.section.number
        if number not in by_right and _counts(passage):
            by_right[number] = Pair(None, number, 0.0, "added")
    gone = {p.section.number for p in left if _counts(p)} - {match.left for match in matches}
    return tuple(_in_order(by_right, sorted(gone), in_order))


def _weight(left: Passage, right: Passage) -> float:
    """Say how much speaks for a pair having kept its place: its length, and its number."""
    return (len(left.text) + 1) * (1.3 if same_number(left.section, right.section) else 1.0)


def _status(
    match: Match, left: Passage, right: Passage, found: tuple[Change, ...], in_order: set[tuple[int, int]]
) -> str:
    if (match.left, match.right) not in in_order:
        return "moved"
    if found:
        return "changed"
    return "same" if same_number(left.section, right.section) else "renumbered"


def _counts(passage: Passage) -> bool:
    """Tell whether a section is one to speak of: what stands before the first marker is none if it says nothing."""
    return passage.section.number > 0 or bool(passage.text)


def _in_order(by_right: dict[int, Pair], gone: list[int], in_order: set[tuple[int, int]]) -> list[Pair]:
    """Put what was removed behind the last section before it that kept its place."""
    out: list[Pair] = []
    waiting = list(reversed(gone))

    def removed_before(left: int | None) -> None:
        while waiting and (left is None or waiting[-1] < left):
            out.append(Pair(waiting.pop(), None, 0.0, "removed"))

    for number in sorted(by_right):
        pair = by_right[number]
        if pair.left is not None and pair.right is not None and (pair.left, pair.right) in in_order:
            removed_before(pair.left)
        out.append(pair)
    removed_before(None)
    return out
