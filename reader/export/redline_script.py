"""The way from the left text to the right one, by what the comparison of the sections says."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.comparison.passages import passages
from reader.export.redline_anchors import anchors, heaviest_chain
from reader.export.redline_pieces import Op, Piece, Stretches, Text, Writer
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.comparison.passages import Passage
    from reader.comparison.records import Comparison, Side


class Script(NamedTuple):
    """The two texts without their last newline, and the pieces in order; none is empty."""

    left: str
    right: str
    pieces: tuple[Piece, ...]

    def text(self, piece: Piece) -> str:
        return piece.span.text(self.left if piece.op is Op.DELETE else self.right)

    @property
    def places(self) -> int:
        """How many stretches differ; what is deleted and inserted side by side is one."""
        return sum(differs for differs, _run in groupby(self.pieces, key=lambda piece: piece.op is not Op.KEEP))


def script(left: Side, right: Side, comparison: Comparison, *, form: bool = True) -> Script:
    """Return the way from the left reading text (simplified) to the right one, sections paired as in the comparison.

    What is kept and inserted is the right text, what is kept and deleted the left one, character for character; with
    ``form=False`` only once folded, since then differences of width and blanks inside a paragraph are not told.
    """
    here, there = passages(left), passages(right)
    found = [anchor for pair in comparison.pairs for anchor in anchors(pair, here, there)]
    chain = heaviest_chain(found)
    lost = set(found).difference(chain)
    pairs = comparison.pairs
    mine = _text(left, here, (n for pair in pairs for n in pair.lefts), (anchor.left for anchor in lost))
    yours = _text(right, there, (n for pair in pairs for n in pair.rights), (anchor.right for anchor in lost))
    return Script(mine.whole, yours.whole, tuple(Writer(mine, yours, form=form).pieces(chain)))


def _text(side: Side, found: Sequence[Passage], paired: Iterable[int], moved: Iterable[Span]) -> Text:
    whole = side.reading.simplified.removesuffix("\n")
    sections = (span for n in set(paired) for span in (found[n].section.marker_span, *found[n].pieces))
    return Text(whole, Stretches(sections), Stretches(_joined(sorted(moved), whole)))


def _joined(spans: Iterable[Span], whole: str) -> Iterator[Span]:
    """Yield the stretches, as one where nothing but blanks stands between two, with the blanks before and the newline behind."""
    last: Span | None = None
    for span in spans:
        if last is not None and not whole[last.end : span.start].strip():
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield _with_blanks(last, whole)
        last = span
    if last is not None:
        yield _with_blanks(last, whole)


def _with_blanks(span: Span, whole: str) -> Span:
    start = span.start
    while start and whole[start - 1] in " \t\u3000":
        start -= 1
    return Span(start, span.end + (whole[span.end : span.end + 1] == "\n"))
