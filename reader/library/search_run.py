"""One search, done in slices, so that a note never waits for a word that stands in every document."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from db.search_index import IndexDamaged
from reader.library.indexing import NEEDLE_BREAK
from reader.library.records import NoteHit, SearchHit, SearchResult
from reader.search.excerpts import Excerpt, excerpt
from reader.search.query import Phrase, parse
from reader.search.terms import count

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from reader.library.indexing import Indexing

_WINDOW = 1_000  # pieces looked at between two looks at the clock
_RESTARTS = 3  # after which a search goes through in one go, however much is written meanwhile

Key = tuple[int, int, int]  # document, annotation (0: the text), section


class SearchRun:
    """A search under way; ``result`` holds once ``step`` has returned False."""

    def __init__(self, indexing: Indexing, query: str, limit: int) -> None:
        self._indexing = indexing
        self._limit = limit
        self._restarts = -1
        self._query = query
        self.result = SearchResult(query)
        self._begin()

    def step(self, slice_ms: float) -> bool:
        """Search for about so long; return whether there is more to do. Begins anew if the library changed."""
        try:
            return self._step(slice_ms)
        except IndexDamaged:
            self._indexing.start_again(failed=True)
            return True

    def _begin(self) -> None:
        self._restarts += 1
        self._state: tuple[int, int] | None = None
        self._work = self._run()

    def _step(self, slice_ms: float) -> bool:
        self._indexing.catch_up()
        if self._state not in (None, self._indexing.state):
            self._begin()
        self._state = self._indexing.state
        deadline = time.monotonic() + slice_ms / 1000
        return any(time.monotonic() > deadline and self._restarts < _RESTARTS for _ in self._work)

    def _run(self) -> Iterator[None]:
        parsed = parse(self._query)
        if parsed is None:
            return
        phrases: tuple[Phrase, ...] = (parsed.whole,)
        places = yield from self._places(parsed.whole)
        if not places and parsed.parts:
            phrases = parsed.parts
            found = []
            for part in phrases:
                found.append((yield from self._places(part)))  # noqa: PERF401  (a comprehension cannot yield)
            places = _together(found)
        self._finish(places, tuple(needle for phrase in phrases for needle in phrase.needles))

    def _places(self, phrase: Phrase) -> Generator[None, None, dict[Key, _Place]]:
        found: dict[Key, _Place] = {}
        needles = NEEDLE_BREAK.join(phrase.needles)
        for first in range(1, self._indexing.index.last_piece() + 1, _WINDOW):
            for row in self._indexing.index.found(phrase.match, needles, first, first + _WINDOW - 1):
                _gather(found, _Place(*row))
            yield
        for key in [key for key, stamp in self._indexing.missing.items() if stamp is not None]:
            for piece, path in self._indexing.pieces(key):
                if times := count(piece.folded, piece.own, phrase.needles):
                    _gather(found, _Place(*key, piece.section, path, times, start=piece.start, text=piece.text))
                yield
        return {key: place for key, place in found.items() if place.document not in self._indexing.binned}

    def _finish(self, places: dict[Key, _Place], needles: tuple[str, ...]) -> None:
        ordered = [places[key] for key in sorted(places)]
        texts = [place for place in ordered if not place.annotation]
        notes = [place for place in ordered if place.annotation]
        self.result = SearchResult(
            self._query,
            sum(place.times for place in texts),
            tuple(_hit(place, self._excerpt(place, needles)) for place in texts[: self._limit]),
            tuple(_note_hit(place, self._excerpt(place, needles)) for place in notes[: self._limit]),
        )

    def _excerpt(self, place: _Place, needles: tuple[str, ...]) -> Excerpt:
        start, text = self._indexing.index.piece(place.piece) if place.piece else (place.start, place.text)
        words, offset = excerpt(text, needles)
        return Excerpt(words, start + offset)


class _Place(NamedTuple):
    """A section or a note in which something was found, and the first piece of text it was found in."""

    document: int
    annotation: int
    section: int
    path: str
    times: int
    piece: int = 0
    start: int = 0
    text: str = ""


def _gather(found: dict[Key, _Place], place: _Place) -> None:
    before = found.get(place[:3])
    found[place[:3]] = before._replace(times=before.times + place.times) if before else place


def _together(found: list[dict[Key, _Place]]) -> dict[Key, _Place]:
    """Return the places that all have, their counts added up."""
    shared = found[0].keys() & set.intersection(*map(set, found))
    return {key: found[0][key]._replace(times=sum(places[key].times for places in found)) for key in shared}


def _hit(place: _Place, words: Excerpt) -> SearchHit:
    return SearchHit(place.document, place.section, place.path, words.text, place.times, words.offset)


def _note_hit(place: _Place, words: Excerpt) -> NoteHit:
    return NoteHit(place.annotation, place.document, place.section, place.path, words.text)
