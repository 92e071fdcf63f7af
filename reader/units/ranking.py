"""Who leads: duties of the units of a bracket from its labels, its verbs, its marks and the scope notes before it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reader.units.assignment import Duty
from reader.units.roles import is_responsible_label
from reader.units.scope_notes import confined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.text.spans import Span
    from reader.units.assignment import AssignedUnit
    from reader.units.clusters import Cluster
    from reader.units.found import Block, Found
    from reader.units.scope_notes import ScopeNote

_LEADING, _SUPPORTING = frozenset(("牵头", "主办", "主责", "总牵头")), frozenset(("配合", "协办"))


class Ranked(NamedTuple):
    """What a block says of one role, with the duty of each unit, and the note that ranked them."""

    block: Block
    found: Found
    units: tuple[AssignedUnit, ...]
    note: Span | None


class RankingNotes:
    """The scope notes of a text that say who leads, and which of them speaks of a cluster."""

    def __init__(self, text: str, notes: Sequence[ScopeNote]) -> None:
        ranking = [note for note in notes if note.kind != "everywhere"]
        alone = confined(text, ranking)
        self._confined = [note for note in ranking if note.span in alone]
        self._own_starts = [note.span.start for note in self._confined]
        self._reaching = [note for note in ranking if note.span not in alone]
        self._starts = [note.span.start for note in self._reaching]
        self._stars = next((note for note in ranking if note.kind == "star_leads"), None)

    def of(self, cluster: Cluster, section: int) -> ScopeNote | None:
        """Return the note that ranks the units of a cluster: its own, else the last before its end.

        That on stars counts wherever it stands, and so does one at the foot of a table.
        """
        if not self._stars and not self._confined and not self._reaching:
            return None
        start, end = cluster.span
        first = bisect_left(self._own_starts, start)
        own = next((note for note in self._confined[first : first + 1] if note.span.start < end), None)
        at = bisect_left(self._starts, end)
        if own or not self._reaching:
            return own
        below = self._reaching[at] if at < len(self._reaching) and cluster.blocks[0].source == "table" else None
        if below and below.section == section:
            return below
        return self._reaching[at - 1] if at else self._stars


def ranked(cluster: Cluster, section: int, notes: RankingNotes) -> Iterator[Ranked]:
    """Yield what the blocks of a cluster say, with the duties of their units."""
    said = [found for block in cluster.blocks for found in block.found]
    led = len(said) > 1 and any(found.duty is Duty.LEAD and found.role != "会同" for found in said)
    note = None if led else notes.of(cluster, section)
    for block in cluster.blocks:
        for found in block.found:
            by_note = _by_note(found, note) if note else None
            units = _with_duties(found.units.units, by_note or _duties(found, led=led))
            yield Ranked(block, found, units, note.span if note and by_note else None)


def _with_duties(units: tuple[AssignedUnit, ...], duties: list[Duty] | None) -> tuple[AssignedUnit, ...]:
    if not duties:
        return units
    return tuple([unit._replace(duty=duty) for unit, duty in zip(units, duties, strict=True)])


def _duties(found: Found, *, led: bool) -> list[Duty] | None:
    """Return the duties that stand in the bracket itself; None where all are merely responsible."""
    marks = found.units.marks
    duty = Duty.SUPPORT if led and found.labelled and is_responsible_label(found.role) else found.duty
    if duty is Duty.RESPONSIBLE and not any(marks):
        return None
    if duty is Duty.RESPONSIBLE and any(mark in _LEADING for mark in marks):
        return [Duty.LEAD if mark in _LEADING else Duty.SUPPORT for mark in marks]
    return [Duty.SUPPORT if mark in _SUPPORTING else duty for mark in marks]


def _by_note(found: Found, note: ScopeNote) -> list[Duty] | None:
    """Return the duties that a scope note gives; None where it says nothing of these units."""
    units = found.units.units
    if found.duty is not Duty.RESPONSIBLE:
        return None
    if note.kind == "star_leads":
        leads = [mark == "*" for mark in found.units.marks]
    elif note.kind == "first_leads":
        leads = [i == 0 for i in range(len(units))]
    else:
        leads = [unit.group == units[0].group for unit in units]
    return [Duty.LEAD if leading else Duty.SUPPORT for leading in leads] if any(leads) else None
