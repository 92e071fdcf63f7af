"""Damaged text: what a page lost when its bytes were read in the wrong encoding (上??偛?, ?ù思_)."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.text.spans import Span

# Two question marks between words, or one glued to a letter or character that nobody writes there.
_SEED = re.compile(r"[?？]{2,}|\ufffd+|[?？](?=[\u00c0-\u024f\u3000-\u303f\ue000-\uf8ff。，！])")
_REACH = 4  # characters behind the last trace in which a further trace still belongs to the same run
_STOP = frozenset("\n，。；：、！（）()《》“”,;: ")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Characters that official texts are written with: both levels of GB 2312."""
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return frozenset(c for pair in pairs for c in pair.decode("gb2312", "ignore"))


def damaged_spans(text: str) -> list[Span]:
    """Return the runs of damaged text, in offsets of ``text`` (simplified script).

    A run begins at its question marks and reaches on while further traces follow closely: more question marks, rare
    characters, single Latin letters wedged between Chinese ones.
    """
    if not ("?" in text or "？" in text or "\ufffd" in text):
        return []
    found: list[Span] = []
    for seed in _SEED.finditer(text):
        if found and seed.start() < found[-1].end:
            continue
        if not _wedged(text, seed.start(), seed.end()):
            continue
        found.append(Span(seed.start(), _run_end(text, seed.end())))
    return found


def _wedged(text: str, start: int, end: int) -> bool:
    """Tell whether a Chinese character stands next to the run: what follows an English question is no damage."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return text[start] == "\ufffd" or end - start == 1 or any("\u3400" <= c <= "\u9fff" for c in around)


def _run_end(text: str, at: int) -> int:
    end = at
    i = at
    while i < len(text) and i < end + _REACH and text[i] not in _STOP:
        if _is_trace(text, i):
            end = i + 1
        i += 1
    return end


def _is_trace(text: str, i: int) -> bool:
    character = text[i]
    if character in "?？\ufffd":
        return True
    if _LATIN.match(character):
        alone = not _LATIN.match(text[i - 1]) and not _LATIN.match(text[i + 1 : i + 2])
        return alone and "\u3400" <= text[i - 1] <= "\u9fff"
    return "\u3400" <= character <= "\u9fff" and character not in _common()
