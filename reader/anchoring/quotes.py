"""Where a quotation stands in a text, word for word or nearly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reader.anchoring.long_quotes import LONG, likely_places
from reader.text.folding import Folded, fold, folded
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.structure.section import Outline, Section
    from reader.text.reading_text import ReadingText

_GOOD = 0.85  # likeness from which it is worth knowing whether there is another as good
_REACH = 24  # characters by which the ends of a fuzzy match are tried further in and out


@dataclass(frozen=True)
class Match:
    """A place that resembles the quotation; ``score`` 0..1, ``span`` in the folded text."""

    span: Span
    score: float


class QuoteFinder:
    """Finds quotations in one reading text; spans it returns count in the reading text unless they say folded."""

    def __init__(self, reading: ReadingText, outline: Outline) -> None:
        self.reading = reading
        self.outline = outline

    @cached_property
    def folded(self) -> Folded:
        return fold(self.reading.simplified)

    def folded_span(self, span: Span) -> Span:
        return self.folded.map.span_to_reading(span)

    def sections(self, path: str) -> tuple[Section, ...]:
        """Return the sections of a path, written with any widths and blanks, or as people write it (二（一）2)."""
        return tuple(self._by_path.get(folded(path), ()))

    @cached_property
    def _by_path(self) -> dict[str, list[Section]]:
        found: dict[str, list[Section]] = {}
        for section in self.outline.sections:
            for written in {folded(section.path), folded(section.label)}:
                found.setdefault(written, []).append(section)
        return found

    def exact(self, quote: str, within: Span | None = None, limit: int | None = None) -> list[Span]:
        """Return the folded spans where the folded quotation stands."""
        if not quote:
            return []
        whole = self.folded_span(within) if within else Span(0, len(self.folded.text))
        found: list[Span] = []
        for span in _occurrences(self.folded.text, quote, whole):
            found.append(span)
            if limit and len(found) == limit:
                break
        return found

    def similar(self, quote: str, around: int, window: int, floor: float) -> list[Match]:
        """Return the best match for a folded quotation and the best beside it, both at least ``floor``.

        The window around a folded offset is looked at before the whole text.
        """
        text = self.folded.text
        near = Span(max(0, around - window), min(len(text), around + window + len(quote)))
        best = self._best(quote, near, floor)
        if best is None or best.score < _GOOD:
            best = max(filter(None, (best, self._best(quote, Span(0, len(text)), floor))), key=_by_score, default=None)
        if best is None or best.score < _GOOD:
            return [best] if best else []
        rest = (Span(0, best.span.start), Span(best.span.end, len(text)))
        second = max(filter(None, (self._best(quote, part, floor) for part in rest)), key=_by_score, default=None)
        return [best, second] if second else [best]

    def _best(self, quote: str, within: Span, floor: float) -> Match | None:
        from rapidfuzz import fuzz  # not needed before the first paint

        text = within.text(self.folded.text)
        if len(text) < len(quote):
            score = fuzz.ratio(quote, text, score_cutoff=100 * floor)
            return Match(within, score / 100) if score else None
        if len(quote) >= LONG:
            return self._best_long(quote, within, floor)
        found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=90 * floor)
        if found is None:
            return None
        refined = _refined(quote, text, Span(found.dest_start, found.dest_end))
        return Match(refined.span.shifted(within.start), refined.score) if refined.score >= floor else None

    def _best_long(self, quote: str, within: Span, floor: float) -> Match | None:
        from rapidfuzz import fuzz

        text = within.text(self.folded.text)
        places = likely_places(quote, text)
        best = max((Match(p, fuzz.ratio(quote, p.text(text)) / 100) for p in places), key=_by_score, default=None)
        return Match(best.span.shifted(within.start), best.score) if best and best.score >= floor else None


def find_quote(quote: str, reading: ReadingText, outline: Outline, path: str | None = None) -> list[Span]:
    """Return every place of the reading text (of one section, if a path is given) where the quotation stands, folded."""
    finder = QuoteFinder(reading, outline)
    wanted = folded(quote)
    parts: list[Span | None] = [None] if path is None else [section.span for section in finder.sections(path)]
    places = {span for part in parts for span in finder.exact(wanted, part)}
    return [finder.folded.span(span) for span in sorted(places)]


def _occurrences(text: str, quote: str, within: Span) -> Iterator[Span]:
    at = text.find(quote, within.start, within.end)
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1, within.end)


def _by_score(match: Match) -> float:
    return match.score


def _refined(quote: str, text: str, span: Span) -> Match:
    """Move the ends of a match, which is as long as the quotation, to where it resembles the quotation most."""
    from rapidfuzz import fuzz

    reach = min(_REACH, max(4, len(quote) // 5))

    def score(start: int, end: int) -> float:
        return fuzz.ratio(quote, text[start:end])

    best = (score(*span), span)
    for _ in range(2):
        start, end = best[1]
        ends = range(max(start + 1, end - reach), min(len(text), end + reach) + 1)
        best = max(best, *((score(start, e), Span(start, e)) for e in ends), key=lambda found: found[0])
        start, end = best[1]
        starts = range(max(0, start - reach), min(end, start + reach + 1))
        best = max(best, *((score(s, end), Span(s, end)) for s in starts), key=lambda found: found[0])
    return Match(best[1], best[0] / 100)
