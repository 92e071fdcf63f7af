"""Brackets and quotation marks: where a place lies outside all of them."""

from __future__ import annotations

import re

PAIRS = {
    "（": "）", "(": ")", "〔": "〕", "［": "］", "[": "]", "【": "】", "《": "》", "〈": "〉", "“": "”", "‘": "’",
    "「": "」", "『": "』", "{": "}",
}  # fmt: skip
# Brackets that hold responsible units: round ones, and square ones of any shape. Their widths may mix.
OPENING = "（(〔［[【"
CLOSING = "）)〕］]】"
_ROUND = "（()）"
# What each bracket and quotation mark pairs with: the first of its kind.
_KINDS = {
    c: "（" if c in _ROUND else "〔" if c in "〔［[【〕］]】" else o for o, close in PAIRS.items() for c in (o, close)
}
_ANY = re.compile(f"[{re.escape(''.join(_KINDS))}]")
_MARK = re.compile(f"[{re.escape(OPENING + CLOSING)}]")

_TITLE = 60  # characters back in which a title begins


def first_outside(text: str, wanted: str, start: int = 0, end: int | None = None) -> int:
    """Return where the first of the characters ``wanted`` stands outside brackets and quotation marks, or -1.

    A bracket that is never closed holds nothing: what follows it counts as outside.
    """
    end = len(text) if end is None else end
    known: dict[int, int] | None = None  # worked out when a bracket is not closed: many may not be
    i = start
    while i < end:
        character = text[i]
        if character in wanted:
            return i
        if character not in PAIRS:
            i += 1
            continue
        closed = closing(text, i, end) if known is None else known.get(i, -1)
        if closed < 0 and known is None:
            known = _closings(text, i, end)
        i = closed + 1 or i + 1
    return -1


def _closings(text: str, start: int, end: int) -> dict[int, int]:
    """Return where each bracket and quotation mark of a stretch closes, as ``closing`` tells it for one."""
    found: dict[int, int] = {}
    open_: dict[str, list[int]] = {kind: [] for kind in set(_KINDS.values())}
    for mark in _ANY.finditer(text, start, end):
        places = open_[_KINDS[mark[0]]]
        if mark[0] in PAIRS:
            places.append(mark.start())
        elif places:
            found[places.pop()] = mark.start()
    return found


def in_title(text: str, at: int, start: int) -> bool:
    """Tell whether a place in a stretch that begins at ``start`` stands inside 《》."""
    opening = text.rfind("《", max(start, at - _TITLE), at)
    return opening >= 0 and "》" not in text[opening:at]


def closing(text: str, at: int, end: int | None = None) -> int:
    """Return where the bracket that opens at ``at`` closes (nesting counted, widths may mix), or -1."""
    end = len(text) if end is None else end
    opening = text[at]
    same_open = "（(" if opening in "（(" else "〔［[【" if opening in "〔［[【" else opening
    same_close = "）)" if opening in "（(" else "〕］]】" if opening in "〔［[【" else PAIRS[opening]
    depth = 0
    for i in range(at, end):
        if text[i] in same_open:
            depth += 1
        elif text[i] in same_close:
            depth -= 1
            if not depth:
                return i
    return -1


def bracket_pairs(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the round and square brackets of a stretch that belong together, by their opening, and the unclosed ones.

    In one pass: a closing bracket takes the nearest opening one of its kind, and what lies open between them is
    unclosed.
    """
    pairs: list[tuple[int, int]] = []
    unclosed: list[int] = []
    open_: list[tuple[int, bool]] = []
    waiting = [0, 0]  # open square and round brackets
    for mark in _MARK.finditer(text, start, end):
        is_round = mark[0] in _ROUND
        if mark[0] in OPENING:
            open_.append((mark.start(), is_round))
            waiting[is_round] += 1
            continue
        while waiting[is_round]:
            at, same = open_.pop()
            waiting[same] -= 1
            if same is is_round:
                pairs.append((at, mark.start()))
                break
            unclosed.append(at)
    unclosed += [at for at, _ in open_]
    return sorted(pairs), sorted(unclosed)


def closing_of(text: str, at: int, end: int) -> int:
    """Return where the round or square bracket at ``at`` closes, or -1; faster than ``closing`` where it is far."""
    is_round = text[at] in _ROUND
    depth = 0
    for mark in _MARK.finditer(text, at, end):
        character = mark[0]
        if (character in _ROUND) is is_round:
            depth += 1 if character in OPENING else -1
            if not depth:
                return mark.start()
    return -1
