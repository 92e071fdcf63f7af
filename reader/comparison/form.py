"""Differences of form alone: width, blanks, quotation marks and script, where the folded texts are equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.comparison.placing import Pieces, Placed
from reader.comparison.sequences import stretches
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def with_form(found: Sequence[Placed], left: Pieces, right: Pieces) -> list[Placed]:
    """Return the differences and, between them, what is only written differently; in order."""
    out: list[Placed] = []
    i = j = 0
    for one in found:
        out += _between(left, Span(i, one.left.start), right, Span(j, one.right.start))
        out.append(one)
        i, j = one.left.end, one.right.end
    out += _between(left, Span(i, len(left.text)), right, Span(j, len(right.text)))
    return out


def _between(left: Pieces, here: Span, right: Pieces, there: Span) -> Iterator[Placed]:
    old, new = here.text(left.text), there.text(right.text)
    if old != new:
        for turn in stretches(old, new, unique_first=False):
            if not turn.equal:
                yield Placed("form", turn.left.shifted(here.start), turn.right.shifted(there.start))
