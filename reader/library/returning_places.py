"""Where the comments of a .docx belong in a document of the library; pure, so it may run in any thread."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.anchoring.anchor import Anchor
from reader.anchoring.describe import CONTEXT, describe
from reader.anchoring.locate import Located, locate
from reader.anchoring.quotes import QuoteFinder
from reader.text.folding import Folded, fold, folded
from reader.text.scripts import is_traditional, simplify
from reader.text.sentences import sentences
from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.export.word_comments import CommentedText, WordComment
    from reader.library.records import OpenDocument

NO_QUOTE = "（无引文）"
OUTSIDE = "（脚注、文本框等处的批注）"


class Found(NamedTuple):
    """A comment with the anchor it gets; ``span`` in the reading text is None where its place is not certain."""

    comment: WordComment
    anchor: Anchor
    span: Span | None


class _Block(NamedTuple):
    """A stretch of the file's folded text that stands in the document's, too."""

    start: int
    there: int
    length: int


class Places:
    """Finds the places of comments; ``likeness`` (0..1) is how much of the file's text the document has, too."""

    def __init__(self, document: OpenDocument, commented: CommentedText) -> None:
        self._reading, self._outline = document.reading, document.outline
        text = commented.text
        self._text = simplify(text) if is_traditional(text) else text
        self._finder = QuoteFinder(self._reading, self._outline)
        self._here: Folded = fold(self._text)
        self._blocks = _blocks(self._here, self._finder.folded)
        self._starts = [block.start for block in self._blocks]
        self.likeness = sum(block.length for block in self._blocks) / max(1, len(self._here.text))

    def found(self, comment: WordComment) -> Found:
        """Return where a comment belongs; one that is about no words is about the sentence it stands in."""
        if comment.span is None:
            return Found(comment, Anchor(0, 0, OUTSIDE, "", "", ""), None)
        about = comment.span if folded(comment.span.text(self._text)) else _sentence(self._text, comment.span.start)
        here = self._here.map.span_to_reading(about)
        if (span := self._same(here)) is not None:
            return Found(comment, describe(self._reading, self._outline, span), span)
        guess = self._guess(here.start)
        at = self._reading.map.to_source(guess)
        anchor = Anchor(
            at,
            at,
            about.text(self._text) or NO_QUOTE,
            self._text[max(0, about.start - CONTEXT) : about.start],
            self._text[about.end : about.end + CONTEXT],
            self._outline.at(guess).path,
        )
        place = locate(anchor, self._reading, self._outline, finder=self._finder)
        if not isinstance(place, Located):
            return Found(comment, anchor, None)
        return Found(comment, describe(self._reading, self._outline, place.span), place.span)

    def _same(self, here: Span) -> Span | None:
        """Return the place of words that stand in the same stretch of text in both."""
        index = bisect_right(self._starts, here.start) - 1
        if index < 0 or here.start >= here.end:
            return None
        block = self._blocks[index]
        if here.end > block.start + block.length:
            return None
        return self._finder.folded.span(here.shifted(block.there - block.start))

    def _guess(self, here: int) -> int:
        """Return the offset in the reading text near which a place of the file's text should lie."""
        index = bisect_right(self._starts, here) - 1
        if index < 0:
            return 0
        block = self._blocks[index]
        there = block.there + min(here - block.start, block.length)
        return self._finder.folded.span(Span(there, there)).start


def _blocks(here: Folded, there: Folded) -> list[_Block]:
    """Return the stretches that both texts have, in order.

    The whole document is one of them where comments alone were added. Else lines are compared; lines that are the same
    count only beside one that either text has once, for a line may have a twin.
    """
    at = here.text.find(there.text) if there.text else -1
    if at >= 0:
        return [_Block(at, 0, len(there.text))]
    from rapidfuzz.distance import LCSseq

    mine, yours = _lines(here), _lines(there)
    once = _once(mine) & _once(yours)
    starts, others = ([0, *accumulate(map(len, lines))] for lines in (mine, yours))
    return [
        _Block(starts[o.src_start], others[o.dest_start], starts[o.src_end] - starts[o.src_start])
        for o in LCSseq.opcodes(mine, yours)
        if o.tag == "equal" and not once.isdisjoint(mine[o.src_start : o.src_end])
    ]


def _lines(text: Folded) -> list[str]:
    return [folded(line) for line in text.original.split("\n")]


def _once(lines: Sequence[str]) -> set[str]:
    return {line for line, times in Counter(lines).items() if times == 1 and line}


def _sentence(text: str, at: int) -> Span:
    """Return the sentence that holds or ends at a place, of the paragraph before where there is none; empty in an empty text."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)]
    if not line.strip():
        said = len(text[:at].rstrip())
        return _sentence(text, said) if said else Span(at, at)
    for span in _bare(sentences(line), line):
        if span.end >= at - start:
            return span.shifted(start)
    return Span(start, start + len(line))


def _bare(spans: Sequence[Span], text: str) -> Iterator[Span]:
    for span in spans:
        said = span.text(text)
        if said.strip():
            begin = span.start + len(said) - len(said.lstrip())
            yield Span(begin, begin + len(said.strip()))
