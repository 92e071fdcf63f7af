"""Brackets and quotation marks: where a place lies outside all of them."""

from __future__ import annotations

PAIRS = {
    "（": "）", "(": ")", "〔": "〕", "［": "］", "[": "]", "【": "】", "《": "》", "〈": "〉", "“": "”", "‘": "’",
    "「": "」", "『": "』", "{": "}",
}  # fmt: skip


def first_outside(text: str, wanted: str, start: int = 0, end: int | None = None) -> int:
    """Return where the first of the characters ``wanted`` stands outside brackets and quotation marks, or -1.

    A bracket that is never closed holds nothing: what follows it counts as outside.
    """
    end = len(text) if end is None else end
    i = start
    while i < end:
        character = text[i]
        if character in wanted:
            return i
        if character in PAIRS:
            i = closing(text, i, end) + 1 or i + 1
        else:
            i += 1
    return -1


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
