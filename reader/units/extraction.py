"""Sections to assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.damage import damaged_spans
from reader.text.organs import is_organ
from reader.units.assignment import Assignment
from reader.units.blocks import Signs, blocks, regions, speaking
from reader.units.clusters import clusters
from reader.units.duty_lists import duty_lists
from reader.units.lexicon import Lexicon, shipped
from reader.units.ranking import RankingNotes, ranked
from reader.units.scope_notes import scope_notes
from reader.units.tables import table_blocks
from reader.units.taken import Taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.structure.section import Outline, Section
    from reader.units.clusters import Cluster
    from reader.units.found import Block

_NOTHING = Signs(verbs=True)  # a table's section: nothing known of its text


def extract(simplified: str, outline: Outline, lexicon: Lexicon | None = None) -> tuple[Assignment, ...]:
    """Return the assignments of all sections in the order of the text (``simplified`` is the reading text)."""
    found = _Extraction(simplified, outline, lexicon or shipped())
    return found.run()


class _Extraction:
    def __init__(self, text: str, outline: Outline, lexicon: Lexicon) -> None:
        self._text, self._outline, self._lexicon = text, outline, lexicon
        self._notes = RankingNotes(text, scope_notes(text, outline))

    def run(self) -> tuple[Assignment, ...]:
        made = [*self._pass()]
        if any(damaged_spans(unit.raw) for assignment in made for unit in assignment.units):
            # What the document itself spells out undamaged elsewhere is the best lexicon for its damaged names.
            intact = {u.name for a in made for u in a.units if not damaged_spans(u.raw) and is_organ(u.name)}
            self._lexicon = self._lexicon.with_names(intact)
            made = [*self._pass()]
        return tuple(made)

    def _pass(self) -> Iterator[Assignment]:
        tables = table_blocks(self._text, self._outline, self._lexicon)
        listed: dict[int, list[Block]] = {number: [*found] for number, found in tables.blocks.items()}
        rows = Taken(tables.rows)
        for number, block in duty_lists(self._text, self._outline, self._lexicon, rows):
            listed.setdefault(number, []).append(block)
        spoken = speaking(self._text, self._outline)
        for number in sorted({*spoken, *listed}):
            section = self._outline.sections[number]
            stretches = regions(self._text, section)
            found = blocks(self._text, section, stretches, spoken.get(number, _NOTHING), self._lexicon, rows)
            if number in listed:
                taken = Taken(block.span for block in found)
                found += [block for block in listed[number] if not taken.overlaps(block.span)]
            found.sort(key=lambda block: block.span)
            yield from self._assignments(section, clusters(self._text, section, stretches, found))

    def _assignments(self, section: Section, found: Iterable[Cluster]) -> Iterator[Assignment]:
        for cluster in found:
            for one in ranked(cluster, section.number, self._notes):
                block, role, units = one.block, one.found.role, one.found.units
                yield Assignment(
                    section.number, section.path, role, one.units, units.open_ended, block.span.text(self._text),
                    block.span, block.source, cluster.covers, one.note,
                )  # fmt: skip
