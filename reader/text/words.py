"""Word borders, through jieba."""

from __future__ import annotations

import contextlib
import logging
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.paths import data_dir

if TYPE_CHECKING:
    from jieba import Tokenizer


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    cache = data_dir() / "cache"
    with contextlib.suppress(OSError):  # without a cache it only starts more slowly
        cache.mkdir(parents=True, exist_ok=True)
    tokenizer.tmp_dir = str(cache)  # by default it reads and writes a marshal file in the shared /tmp
    return tokenizer


def words(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text with their start and end."""
    return [(word, start, end) for word, start, end in _tokenizer().tokenize(text)]
