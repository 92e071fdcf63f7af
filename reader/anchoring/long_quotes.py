"""Where a long quotation stands in other words: comparing it with every stretch of the text would take a minute."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 600  # characters of a folded quotation from which this is worth while
_SHINGLE = 10  # characters that stand together
_SAMPLES = 120  # places of the quotation that are looked for
_COMMON = 8  # occurrences of a sample, beyond which it tells nothing
_BUCKET = 64  # characters by which the samples of one place may differ
_BEST = 3
_EDGE = 48  # characters at the ends that tell where the quotation begins and ends


def likely_places(quote: str, text: str) -> list[Span]:
    """Return the stretches of a text, as long as the quotation, in which most of its samples stand; best first."""
    votes: Counter[int] = Counter()
    starts: dict[int, int] = {}
    for start in _starts(quote, text):
        for bucket in (start // _BUCKET, (start + _BUCKET // 2) // _BUCKET):
            votes[bucket] += 1
            starts.setdefault(bucket, start)
    found: list[Span] = []
    for bucket, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        start = min(max(0, starts[bucket]), max(0, len(text) - len(quote)))
        if all(abs(start - one.start) > 2 * _BUCKET for one in found):
            found.append(_fitted(quote, text, start))
        if len(found) == _BEST:
            break
    return found


def _fitted(quote: str, text: str, start: int) -> Span:
    """Return the stretch that begins and ends most like the quotation, near where it ought to."""
    from rapidfuzz import fuzz  # not needed before the first paint

    def begins(at: int) -> tuple[float, int]:
        return fuzz.ratio(quote[:_EDGE], text[at : at + _EDGE]), -abs(at - start)

    def ends(at: int) -> tuple[float, int]:
        return fuzz.ratio(quote[-_EDGE:], text[max(0, at - _EDGE) : at]), -abs(at - expected)

    begin = max(range(max(0, start - 2 * _BUCKET), start + 2 * _BUCKET + 1), key=begins)
    expected = begin + len(quote)
    drift = 2 * _BUCKET + len(quote) // 20  # what was put in and taken out between the two ends
    last = min(len(text), expected + drift)
    return Span(begin, max(range(max(begin + 1, min(expected - drift, last)), last + 1), key=ends, default=last))


def _starts(quote: str, text: str) -> Iterator[int]:
    """Yield where the quotation would begin if one of its samples stood where it is found."""
    step = max(1, (len(quote) - _SHINGLE) // _SAMPLES)
    for offset in range(0, len(quote) - _SHINGLE + 1, step):
        sample = quote[offset : offset + _SHINGLE]
        at = text.find(sample)
        places: list[int] = []
        while at >= 0 and len(places) <= _COMMON:
            places.append(at - offset)
            at = text.find(sample, at + 1)
        if len(places) <= _COMMON:
            yield from places
