"""Places of a section that speak together of the same text: adjacent brackets, two labels on two lines, a table's row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reader.text.spans import Span
from reader.units.assignment import Duty
from reader.units.roles import stands_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.structure.section import Section
    from reader.units.found import Block

_BETWEEN = re.compile(r"[\s。；;，,、]*")
_NOTHING = re.compile(r"[\s。；;，,：:]*")
_WRITTEN = frozenset(("bracket", "line"))
_SENTENCE = 12  # characters: less is no text that someone could be responsible for


class Cluster(NamedTuple):
    """Blocks that speak of the same text; ``covers`` is that text, None where it is all of the section's."""

    blocks: tuple[Block, ...]
    covers: Span | None

    @property
    def span(self) -> Span:
        return Span(self.blocks[0].span.start, self.blocks[-1].span.end)


def clusters(text: str, section: Section, stretches: Sequence[Span], blocks: Sequence[Block]) -> list[Cluster]:
    """Group the blocks of a section, in their order."""
    if len(blocks) == 1 and blocks[0].source == "bracket" and stretches[-1].end - blocks[0].span.end < _SENTENCE:
        return [Cluster((blocks[0],), None)]  # as most are: one bracket at the end
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and _together(text, groups[-1][-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    groups = [group for group in groups if _makes_responsible(group)]
    parting = [group for group in groups if _parts_text(group)]
    covered = dict(zip(map(id, parting), _covers(text, section, stretches, parting), strict=True))
    return [Cluster(tuple(group), covered.get(id(group), group[0].covers)) for group in groups]


def _together(text: str, block: Block, following: Block) -> bool:
    if block.source in _WRITTEN and following.source in _WRITTEN:
        return bool(_BETWEEN.fullmatch(text, block.span.end, max(block.span.end, following.span.start)))
    return block.source == following.source == "table" and block.covers is not None and block.covers == following.covers


def _makes_responsible(group: Sequence[Block]) -> bool:
    lines = group[0].source == "line" and all(block.source == "line" for block in group)
    return not lines or any(stands_alone(f.role) for block in group for f in block.found)


def _parts_text(group: Sequence[Block]) -> bool:
    """Tell whether blocks part the text of a section: sentences do not, nor do the members of a 专班 named in one."""
    found = [f for block in group for f in block.found]
    return group[0].source in _WRITTEN and any(f.duty is not Duty.MEMBER for f in found)


def _covers(
    text: str, section: Section, stretches: Sequence[Span], groups: Sequence[Sequence[Block]]
) -> list[Span | None]:
    """Return for each group the text before it, back to the group before; None for one that speaks of all."""
    if len(groups) == 1 and _length_behind(stretches, groups[0][-1].span.end) < _SENTENCE:
        return [None]
    found: list[Span | None] = []
    done = section.heading_span.start
    for group in groups:
        start, end = group[0].span.start, group[-1].span.end
        stretch = next((s for s in stretches if s.start <= start < s.end), stretches[0])
        found.append(_before(text, section, Span(max(done, stretch.start), start)))
        done = end
    only = found[0] if len(found) == 1 else None
    if only and only.end <= section.heading_span.end:  # at the heading: of all that stands below it
        return [None]
    return found


def _length_behind(stretches: Sequence[Span], offset: int) -> int:
    return sum(stretch.end - max(stretch.start, offset) for stretch in stretches if stretch.end > offset)


def _before(text: str, section: Section, span: Span) -> Span | None:
    """Return the text of a stretch without its heading and the blanks around it; the heading alone where no more is there."""
    heading = section.heading_span
    if span.start <= heading.start and not _NOTHING.fullmatch(text, heading.end, max(heading.end, span.end)):
        span = Span(heading.end, span.end)
    start, end = span
    while start < end and _NOTHING.fullmatch(text[start]):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
