"""Finding in one document: full width and half width, traditional and simplified are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.folding import Folded, fold, folded

if TYPE_CHECKING:
    from reader.text.reading_text import ReadingText
    from reader.text.spans import Span

MOST = 10_000  # places; nobody steps through more


class Finder:
    """Finds in the reading text of a document, which is folded once."""

    def __init__(self, reading: ReadingText) -> None:
        self._reading = reading
        self._folded: Folded | None = None

    def find(self, query: str) -> list[Span]:
        """Return the places of the reading text that read like the query, in order, none overlapping."""
        from reader.text.spans import Span

        if self._folded is None:
            self._folded = fold(self._reading.simplified)
        found: list[Span] = []
        for wanted in _spellings(query):
            found += (self._folded.span(Span(at, at + len(wanted))) for at in _places(self._folded.text, wanted))
        return _apart(sorted(found))


def _spellings(query: str) -> list[str]:
    """Return the query as typed and in simplified script: 显著 must stay, 著力 must become 着力."""
    plain = folded(query)
    if not plain or plain.isascii():
        return [plain] if plain else []
    from reader.text.scripts import simplify  # opencc is slow to load

    return list(dict.fromkeys((plain, folded(simplify(query)))))


def _places(text: str, wanted: str) -> list[int]:
    found: list[int] = []
    at = text.find(wanted)
    while at >= 0 and len(found) < MOST:
        found.append(at)
        at = text.find(wanted, at + len(wanted))
    return found


def _apart(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in spans:
        if not out or span.start >= out[-1].end:
            out.append(span)
    return out
