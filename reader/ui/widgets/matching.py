"""What a filter box means by a match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = "\0"  # survives folding, and no text holds it


class FilterTexts:
    """The texts a filter box searches, folded once; a row matches where every word of the query stands in it."""

    def __init__(self, texts: Sequence[str]) -> None:
        # All at once: folding works out its table for each call, and a list may have thousands of rows.
        joined = _BETWEEN.join(text.replace(_BETWEEN, "") for text in texts)
        self._texts = folded(joined).split(_BETWEEN) if texts else []

    def matches(self, query: str) -> list[int]:
        """Return the positions of the texts that match, all of them for an empty query.

        A query in traditional script is asked again in simplified, which is what headings and names are written in;
        only when nothing was found, because OpenCC is slow to load.
        """
        words = [folded(word) for word in query.split()]
        found = self._holding(words)
        if found or not words:
            return found
        from reader.text.scripts import simplify

        return self._holding([simplify(word) for word in words])

    def _holding(self, words: list[str]) -> list[int]:
        return [i for i, text in enumerate(self._texts) if all(word in text for word in words)]
