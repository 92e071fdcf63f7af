"""Lists of duties: the lines 市教育局：负责… below a heading that speaks of 职责."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.patterns import pattern
from reader.text.spans import Span
from reader.units.blocks import regions
from reader.units.found import Block, Found
from reader.units.lists import read_list
from reader.units.roles import duty_of
from reader.units.shapes import is_group, is_specific

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.structure.section import Outline, Section
    from reader.units.lexicon import Lexicon
    from reader.units.lists import UnitList
    from reader.units.taken import Taken

_WORD = pattern("职责|分工|清单")
_HEADING = pattern("职责|(?:责任|任务|工作|部门)分工|责任清单|任务清单")
_LONGEST_HEADING = 40  # characters: a longer one is a sentence
_BULLET = pattern(r"[\s\W\d]{1,6}")
_VERBS = "负责|牵头|配合|协助|参与|指导|承担|会同"
_ROLES = frozenset(("牵头", "配合", "协助", "参与", "指导"))
_WITH_COLON = pattern(
    rf"(?P<units>[^：:，,。；;\n]{{2,80}}?)[：:](?:主要|具体|依法)?(?P<verb>{_VERBS})?(?=[^\n]{{6,}})"
)
_WITHOUT = pattern(
    r"(?P<units>[^：:，,。；;\n]{2,60}?)(?:按照?[^，。；\n]{0,10}(?:职责|职能)[^，。；\n]{0,4}，)?(?:主要|具体|依法)?(?P<verb>负责|牵头|承担)(?!人)"
)
_BEGINS = pattern(rf"(?:主要职责|工作职责|职责)?[：:]?(?:主要|具体|依法)?(?P<verb>{_VERBS})")


def duty_lists(text: str, outline: Outline, lexicon: Lexicon, rows: Taken) -> Iterator[tuple[int, Block]]:
    """Yield the numbers of sections and what the lines of a list of duties say in them; ``rows`` are those of tables."""
    done = 0
    for word in _WORD.finditer(text):
        head = outline.at(word.start())
        if head.number <= done or not head.heading_span.holds(word.start()) or not _speaks_of_duties(head):
            continue
        found = [*_lines(text, head, lexicon, heading=False)]
        yield from ((head.number, block) for block in found if not rows.overlaps(block.span))
        done = head.number
        while done + 1 < len(outline.sections) and outline.sections[done + 1].depth > head.depth:
            done += 1
            section = outline.sections[done]
            if "条" in section.path:  # of a law
                continue
            found = _named(text, section, lexicon) or [*_lines(text, section, lexicon)]
            yield from ((done, block) for block in found if not rows.overlaps(block.span))


def _speaks_of_duties(section: Section) -> bool:
    """Tell whether the heading of a section, other than one of a law, announces duties."""
    return (
        len(section.heading) <= _LONGEST_HEADING and bool(_HEADING.search(section.heading)) and "条" not in section.path
    )


def _lines(text: str, section: Section, lexicon: Lexicon, *, heading: bool = True) -> Iterator[Block]:
    for region in regions(text, section):
        start = region.start if heading else max(region.start, section.heading_span.end)
        while start < region.end:
            end = text.find("\n", start, region.end)
            end = region.end if end < 0 else end
            if block := _line(text, Span(start, end), section, lexicon):
                yield block
            start = end + 1


def _line(text: str, line: Span, section: Section, lexicon: Lexicon) -> Block | None:
    bullet = _BULLET.match(text, line.start, line.end)
    start = bullet.end() if bullet else line.start
    colon = _WITH_COLON.match(text, start, line.end)
    found = colon or _WITHOUT.match(text, start, line.end)
    if not found:
        return None
    units = read_list(text, Span(*found.span("units")), lexicon)
    if not _named_in_full(units, lexicon):
        return None
    verb = found["verb"] or ""
    role = verb if verb in _ROLES else "负责"
    # In the body such a line is a sentence like any other, in an annex a row of what the annex lists.
    source = "table" if section.annex or colon else "prose"
    span = Span(found.start("units"), found.end())
    duty = Span(found.end("units") + 1 if colon else found.end("units"), line.end)
    return Block(span, (Found(role, duty_of(role), labelled=False, units=units),), source, duty)


def _named(text: str, section: Section, lexicon: Lexicon) -> list[Block]:
    """Read a section whose heading is the name of a unit and whose text begins with what it is to do."""
    verb = _BEGINS.match(text, section.body[0].start, section.body[0].end) if section.body else None
    if not verb:
        return []
    span = section.heading_span
    units = read_list(text, span, lexicon)
    if len(section.heading) > _LONGEST_HEADING or not _named_in_full(units, lexicon):
        return []
    role = verb["verb"] if verb["verb"] in _ROLES else "负责"
    return [Block(span, (Found(role, duty_of(role), labelled=False, units=units),), "table")]


def _named_in_full(units: UnitList, lexicon: Lexicon) -> bool:
    names = [unit.name for unit in units.units]
    return bool(names) and units.clean and all(is_specific(name, lexicon) or is_group(name) for name in names)
