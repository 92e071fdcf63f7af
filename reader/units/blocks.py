"""Where a section says who is responsible: brackets, lines with a label, sentences."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reader.text.brackets import bracket_pairs, closing_of
from reader.text.duties import BOXED_LABEL, LABEL, LABELLED_BRACKET
from reader.text.patterns import pattern
from reader.text.spans import Span
from reader.units.found import Block, Found, read, read_inside
from reader.units.phrases import labelled_parts, list_end
from reader.units.prose import phrases
from reader.units.roles import duty_of
from reader.units.shapes import Shape
from reader.units.taken import Taken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.structure.section import Outline, Section
    from reader.units.lexicon import Lexicon
    from reader.units.lists import UnitList

# A text that holds none of these says nothing of who is responsible. One pattern for both would be several times slower.
_VERBS = pattern("牵头|负责|配合|会同|组长单位")
# The end of a label, or of a verb in brackets.
_ENDS = pattern(r"[位门体构室区县实与加导助办持工][ \u3000\n。]{0,2}[】〕］\]）)：:]")
_LONGEST = 1500  # characters of a bracket
_BROKEN = 3  # lines that a bracket with a label may run over
_GAP = re.compile(r"[\s。：:；;，,]*")
_LONGEST_LABEL = 24  # characters
_BULLET = re.compile(r"[\s\W\d]{0,6}")
_BEFORE_LABEL = frozenset("。；;！!？?、，, \t\n\u3000\u00a0")
_UNCLOSED_END = re.compile(r"[）)〕］\]】。\n]")
_CONTINUED = frozenset("、，,；;")


class Signs(NamedTuple):
    """What a section shows at first sight: whether it holds a verb, and where the first end of a label or verb stands."""

    verbs: bool = False
    first: int = 0


def speaking(text: str, outline: Outline) -> dict[int, Signs]:
    """Return the numbers of the sections that speak of duties at all, with the signs of it."""
    starts, owners = outline.starts, outline.owners
    found: dict[int, Signs] = {}
    for sign in (_VERBS, _ENDS):
        at = 0
        while hit := sign.search(text, at):
            piece = max(0, bisect_right(starts, hit.start()) - 1)
            found.setdefault(owners[piece], Signs(sign is _VERBS, hit.start()))
            if piece + 1 == len(starts):
                break
            at = starts[piece + 1]
    found.pop(0, None)  # what stands before the first section
    return found


def _speaks(text: str, start: int, end: int) -> bool:
    return bool(_ENDS.search(text, start, end) or _VERBS.search(text, start, end))


def blocks(
    text: str, section: Section, stretches: Sequence[Span], signs: Signs, lexicon: Lexicon, rows: Taken
) -> list[Block]:
    """Return the places of a section's own text that say who is responsible; ``rows`` are those of tables."""
    found: list[Block] = []
    for region in stretches:
        if len(stretches) == 1 or _speaks(text, region.start, region.end):
            plain = None if signs.verbs else _labelled_only(text, region, signs.first, lexicon)
            found += _all(text, region, lexicon, signs, section) if plain is None else plain
    return [block for block in found if not rows.overlaps(block.span)]


def _labelled_only(text: str, region: Span, first: int, lexicon: Lexicon) -> list[Block] | None:
    """Read a stretch that has labels in brackets that begin with one and nothing else, as most have; None for others."""
    found: list[Block] = []
    at, done = max(region.start, first), region.start
    while sign := _ENDS.search(text, at, region.end):
        opening = LABELLED_BRACKET.search(text, max(done, sign.start() - _LONGEST_LABEL), sign.end())
        close = closing_of(text, opening.start(), region.end) if opening else -1
        block = _bracket(text, opening.start(), close, lexicon) if opening and close >= 0 else None
        if not block:
            return None
        found.append(block)
        at = done = close + 1
    return found


def _all(text: str, region: Span, lexicon: Lexicon, signs: Signs, section: Section) -> list[Block]:
    brackets = [*_brackets(text, region, lexicon)]
    taken = Taken([block.span for block in brackets])
    found = [*brackets, *_lines(text, region, taken, lexicon)]
    if signs.verbs:
        for block in found[len(brackets) :]:
            taken.add(block.span)
        found += _prose(text, region, taken, lexicon, statutory="条" in section.path)
    return found


def regions(text: str, section: Section) -> list[Span]:
    """Return the stretches of a section's own text, heading and paragraphs, that lie one behind the other."""
    found: list[Span] = []
    start, end = section.heading_span
    for span in section.body:
        if span.start - end > 1 and not _GAP.fullmatch(text, end, span.start):
            found.append(Span(start, end))
            start = span.start
        end = span.end
    return [*found, Span(start, end)]


def _brackets(text: str, region: Span, lexicon: Lexicon) -> Iterator[Block]:
    pairs, unclosed = bracket_pairs(text, region.start, region.end)
    done = region.start
    for opening, close in pairs:
        if opening < done or close - opening > _LONGEST or not _speaks(text, opening + 1, close + 1):
            continue
        block = _bracket(text, opening, close, lexicon)
        if block:
            yield block
            done = close
    for opening, following in itertools.pairwise([*unclosed, region.end]):
        if LABELLED_BRACKET.match(text, opening, region.end):
            end = _UNCLOSED_END.search(text, opening + 1, min(following, opening + _LONGEST))
            close = end.start() if end else min(following, opening + _LONGEST)
            found = read_inside(text, Span(opening + 1, close), lexicon)
            if found:
                yield Block(Span(opening, close), found, "bracket")


def _bracket(text: str, opening: int, close: int, lexicon: Lexicon) -> Block | None:
    lines = text.count("\n", opening, close)
    if lines and (lines > _BROKEN or not LABELLED_BRACKET.match(text, opening)):
        return None
    found = read_inside(text, Span(opening + 1, close), lexicon)
    return Block(Span(opening, close + 1), found, "bracket") if found else None


def _lines(text: str, region: Span, taken: Taken, lexicon: Lexicon) -> Iterator[Block]:
    """Read the labels outside brackets: those that begin a line, and those behind a sentence."""
    labels = [*_labels(text, region, taken)]
    for i, label in enumerate(labels):
        end = _line_end(text, label.span.end, region.end)
        if i + 1 < len(labels):
            end = min(end, labels[i + 1].span.start)
        end = list_end(text, label.span.end, end)
        found = read(text, labelled_parts(text, label.role, Span(label.span.end, end)), lexicon)
        if found and all(_mostly_units(f.units) if label.begins else f.units.names_units for f in found):
            yield Block(Span(label.span.start, end), found, "line")


class _Label(NamedTuple):
    role: str
    span: Span
    begins: bool  # a line


def _labels(text: str, region: Span, taken: Taken) -> Iterator[_Label]:
    at = done = region.start
    while sign := _ENDS.search(text, at, region.end):
        at = taken.end_at(sign.start())
        if at > sign.start():
            continue
        at = sign.end()
        start = max(done, sign.start() - _LONGEST_LABEL)
        label = LABEL.search(text, start, sign.end()) or BOXED_LABEL.search(
            text, start, min(sign.end() + 2, region.end)
        )
        if not label or label.end() < sign.end():
            continue
        span = Span(*label.span())
        line = max(text.rfind("\n", region.start, span.start) + 1, region.start)
        begins = bool(_BULLET.fullmatch(text, line, span.start))
        if begins or text[span.start - 1] in _BEFORE_LABEL or text[span.start] == "【":
            yield _Label("".join(label["role"].split()), span, begins)
            done = span.end


def _line_end(text: str, start: int, end: int) -> int:
    """Return where the line ends; one that stops behind a separator runs on."""
    while (line := text.find("\n", start, end)) >= 0:
        if text[line - 1] not in _CONTINUED:
            return line
        start = line + 1
    return end


def _mostly_units(units: UnitList) -> bool:
    shapes = units.shapes
    return max(shapes) > Shape.ODD and 2 * shapes.count(Shape.ODD) <= len(shapes)


def _prose(text: str, region: Span, taken: Taken, lexicon: Lexicon, *, statutory: bool) -> Iterator[Block]:
    for said in phrases(text, region, lexicon, statutory=statutory):
        if not taken.overlaps(said.span):
            found = Found(said.role, duty_of(said.role), labelled=False, units=said.units)
            yield Block(said.span, (found,), "prose")
            taken.add(said.span)
