"""From what an annotation remembers back to its place: with certainty, or not at all.

A note on a neighbouring look-alike clause is worse than an orphan: policy texts repeat themselves, and twins differ by
a year or a percentage. So every step but the first asks for more than similarity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from reader.anchoring.anchor import Anchor, Annotation, Placement
from reader.anchoring.facts import facts
from reader.anchoring.quotes import Match, QuoteFinder
from reader.text.folding import folded
from reader.text.spans import Span

if TYPE_CHECKING:
    from reader.structure.section import Outline, Section
    from reader.text.reading_text import ReadingText

WINDOW = 20_000  # characters to either side of the old place that are looked at before the whole text
FLOOR = 0.85  # below this likeness a passage is another passage
MARGIN = 0.05  # by which the best has to surpass the second
_CANDIDATE_FLOOR = 0.6
_CANDIDATES = 5
_LONG = 16  # characters from which an exact quotation speaks for itself; a shorter one needs its surroundings
_FUZZY_LENGTH = 6
_SENTENCE_ENDS = "。;!?"

Guard = Callable[[str], tuple[str, ...]]  # from a folded text to what must be equal in both


@dataclass(frozen=True, slots=True)
class Located:
    """A place in the reading text; ``status`` is located (where it was made) or moved."""

    span: Span
    status: str


@dataclass(frozen=True, slots=True)
class Orphan:
    """No certain place; ``section`` is the nearest section that is left, ``candidates`` are the likely places."""

    candidates: tuple[Span, ...]
    section: int


def locate(
    anchor: Anchor, reading: ReadingText, outline: Outline, *, guard: Guard = facts, finder: QuoteFinder | None = None
) -> Located | Orphan:
    """Return where the anchor stands in the reading text, or that it cannot be said with certainty.

    ``finder`` spares folding the text anew for each of many anchors.
    """
    return _Search(anchor, finder or QuoteFinder(reading, outline), guard).run()


def place(
    annotation: Annotation,
    reading: ReadingText,
    outline: Outline,
    *,
    guard: Guard = facts,
    finder: QuoteFinder | None = None,
) -> Placement:
    """Return where an annotation stands in today's reading text."""
    found = locate(annotation.anchor, reading, outline, guard=guard, finder=finder)
    if isinstance(found, Located):
        section = outline.at(found.span.start)
        return Placement(annotation, found.status, section.number, section.path, found.span)
    section = outline.sections[found.section]
    return Placement(annotation, "orphan", section.number, section.path, None, found.candidates)


def place_all(annotations: Iterable[Annotation], reading: ReadingText, outline: Outline) -> tuple[Placement, ...]:
    """Return the placements of many annotations of one document, in their order."""
    finder = QuoteFinder(reading, outline)
    return tuple(map(partial(place, reading=reading, outline=outline, finder=finder), annotations))


class _Search:
    """One anchor, looked for by ever costlier means."""

    def __init__(self, anchor: Anchor, finder: QuoteFinder, guard: Guard) -> None:
        self.anchor = anchor
        self.finder = finder
        self.guard = guard
        self.exact = folded(anchor.exact)
        self.prefix = folded(anchor.prefix)
        self.suffix = folded(anchor.suffix)
        self.position = finder.reading.map.span_to_reading(Span(anchor.start, anchor.end))

    def run(self) -> Located | Orphan:
        if self._stands_at_position():
            return Located(self.position, "located")
        if not self.exact:
            return self._orphan(())
        places: list[Span] = []
        for section in self.finder.sections(self.anchor.path):
            places += (span for span in self.finder.exact(self.exact, section.span, limit=100) if span not in places)
        found = self._certain(places)
        if found is None:
            places = self.finder.exact(self.exact, limit=100)
            found = self._certain(places)
        if found is None and not places:
            matches = self._similar()
            found = self._certain_match(matches)
            places = [match.span for match in matches]
        if found is None:
            return self._orphan(places)
        return Located(self.finder.folded.span(found), "moved")

    def _stands_at_position(self) -> bool:
        here = self.position.text(self.finder.reading.simplified)
        return here == self.anchor.exact or (bool(self.exact) and folded(here) == self.exact)

    def _certain(self, places: list[Span]) -> Span | None:
        """Return the only place of the exact quotation; of several the only one with the same surroundings."""
        if len(places) > 1:
            places = [span for span in places if self._surroundings(span) == (self.prefix, self.suffix)]
        if len(places) != 1:
            return None
        return places[0] if len(self.exact) >= _LONG or self._supported(places[0]) else None

    def _supported(self, span: Span) -> bool:
        """Tell whether a short quotation stands in the same sentence as before: same facts, one side alike."""
        before, after = self._surroundings(span)
        here = _tail(before, self.prefix) + self.exact + _head(after, self.suffix)
        then = _tail(self.prefix, before) + self.exact + _head(self.suffix, after)
        return self.guard(here) == self.guard(then) and max(self._likeness(before, after)) >= 0.6

    def _similar(self) -> list[Match]:
        if len(self.exact) < _FUZZY_LENGTH:
            return []
        around = self.finder.folded_span(self.position).start
        return self.finder.similar(self.exact, around, WINDOW, _CANDIDATE_FLOOR)

    def _certain_match(self, matches: list[Match]) -> Span | None:
        """Return the best match if it is good, clearly the best, holds the same facts and stands between the same texts.

        A clause that was deleted leaves its twin next to one of the two neighbours, never between both.
        """
        if not matches or matches[0].score < FLOOR:
            return None
        best, *others = matches
        if others and best.score - others[0].score < MARGIN:
            return None
        if self.guard(best.span.text(self.finder.folded.text)) != self.guard(self.exact):
            return None
        alike = self._likeness(*self._surroundings(best.span))
        return best.span if min(alike) >= 0.4 and sum(alike) >= 1.2 else None

    def _surroundings(self, span: Span) -> tuple[str, str]:
        text = self.finder.folded.text
        before = text[max(0, span.start - len(self.prefix)) : span.start] if self.prefix else ""
        return before, text[span.end : span.end + len(self.suffix)]

    def _likeness(self, before: str, after: str) -> tuple[float, float]:
        from rapidfuzz import fuzz  # not needed before the first paint

        return tuple(  # type: ignore[return-value]
            fuzz.ratio(a, b) / 100 if a else 1.0 for a, b in ((self.prefix, before), (self.suffix, after))
        )

    def _orphan(self, places: Iterable[Span]) -> Orphan:
        around = self.position.start
        spans = sorted(map(self.finder.folded.span, places), key=lambda span: abs(span.start - around))
        return Orphan(tuple(sorted(spans[:_CANDIDATES])), self._nearest_section().number)

    def _nearest_section(self) -> Section:
        """Return the section of the path, or of what is left of the path, that lies nearest to the old place."""
        outline = self.finder.outline
        path = self.anchor.path
        while path:
            left = self.finder.sections(path)
            if left:
                return min(left, key=lambda section: abs(section.span.start - self.position.start))
            path = path.rpartition("/")[0]
        return outline.at(self.position.start)


def _tail(text: str, other: str) -> str:
    """Return the end of a text up to the last sentence end before it, no longer than the other text is."""
    text = text[-min(len(text), len(other)) :] if other else ""
    return text[max(map(text.rfind, _SENTENCE_ENDS)) + 1 :]


def _head(text: str, other: str) -> str:
    text = text[: len(other)]
    ends = [at for at in map(text.find, _SENTENCE_ENDS) if at >= 0]
    return text[: min(ends)] if ends else text
