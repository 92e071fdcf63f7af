"""The ledger (责任台账): which unit has how many clauses in which document."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from db import units as table
from reader.text.garbage import many_objects
from reader.units.assignment import Duty
from reader.units.order import order_key

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Mapping, Sequence

    from db.connection import Store
    from db.units import Mention, NameRow
    from reader.units.roster import RosterEntry

_SLICE = 100  # documents read between two looks at the clock
_SORTED = 50  # units looked up in the order of organs between two looks
# The counts of a cell are packed into one number while they are added up: 24 bits a duty, so 16 million clauses.
_SHIFTS = {str(duty): 24 * i for i, duty in enumerate(Duty)}
_ONES = {duty: 1 << shift for duty, shift in _SHIFTS.items()}
_MASK = (1 << 24) - 1


class LedgerUnit(NamedTuple):
    """A unit with its clauses by duty in all documents; ``jurisdiction`` as people write it, ``kind`` of UnitKind."""

    key: str
    name: str
    full_name: str
    jurisdiction: str
    counts: Mapping[Duty, int]
    documents: int
    kind: str = "organ"


class LedgerDocument(NamedTuple):
    """A document that names units."""

    number: int
    title: str
    doc_number: str | None
    issued_on: str | None


class Ledger(NamedTuple):
    """Units in the order of organs, documents as they came, and for each pair that occurs the clauses by duty.

    A clause that names a unit twice for the same duty counts once.
    """

    units: tuple[LedgerUnit, ...] = ()
    documents: tuple[LedgerDocument, ...] = ()
    cells: Mapping[tuple[str, int], Mapping[Duty, int]] = MappingProxyType({})


def ledger_work(
    store: Store, roster: Sequence[RosterEntry], wanted: Collection[int] | None = None
) -> Generator[None, None, Ledger]:
    """Work out the ledger of all or of the wanted documents, a slice at a time.

    Units come by the office's list, then as organs are usually set; among equals the one that came first.
    """
    names = table.names(store)
    documents = tuple(LedgerDocument(*row) for row in table.listed(store) if wanted is None or row.number in wanted)
    tally = _Tally({name.number: name.key for name in names})
    yield
    for at in range(0, len(documents), _SLICE):
        slice_ = documents[at : at + _SLICE]
        with many_objects():
            tally.take(
                table.mentions(store, slice_[0].number, slice_[-1].number), {document.number for document in slice_}
            )
        yield
    units, ranks = tally.units(names), {}
    for unit in units:
        ranks[unit.key] = min(order_key(unit.full_name, roster), order_key(unit.name, roster))
        if not len(ranks) % _SORTED:
            yield
    return Ledger(tuple(sorted(units, key=lambda unit: ranks[unit.key])), documents, tally.cells)


class _Tally:
    """The counts so far."""

    def __init__(self, keys: Mapping[int, str]) -> None:
        self._keys = keys  # of the numbers of names
        self._unpacked: dict[int, Mapping[Duty, int]] = {}
        self._totals: dict[str, int] = {}
        self._documents: Counter[str] = Counter()
        self.cells: dict[tuple[str, int], Mapping[Duty, int]] = {}

    def take(self, mentions: Iterable[Mention], documents: set[int]) -> None:
        """Count what stands in these documents, of mentions that come document by document."""
        keys, totals, unpacked = self._keys, self._totals, self._unpacked
        for document, rows in groupby(mentions, itemgetter(0)):
            if document not in documents:
                continue
            packed: dict[str, int] = {}
            for key, _, duty in {(keys.get(name), section, duty) for _, section, name, duty in rows}:
                if key is not None and duty in _ONES:  # else a bit has flipped
                    packed[key] = packed.get(key, 0) + _ONES[duty]
            for key, code in packed.items():
                totals[key] = totals.get(key, 0) + code
                self.cells[key, document] = unpacked.get(code) or self._unpack(code)
            self._documents.update(packed.keys())

    def units(self, names: Iterable[NameRow]) -> list[LedgerUnit]:
        """Return the units that have anything to do, in the order in which their names first came."""
        first: dict[str, NameRow] = {}
        for name in names:
            if name.key in self._totals:
                first.setdefault(name.key, name)
        return [
            LedgerUnit(
                key, n.label, n.full_name, n.place, self._unpack(self._totals[key]), self._documents[key], n.kind
            )
            for key, n in first.items()
        ]

    def _unpack(self, code: int) -> Mapping[Duty, int]:
        counts = ((duty, code >> _SHIFTS[duty] & _MASK) for duty in Duty)
        found = self._unpacked[code] = MappingProxyType({duty: count for duty, count in counts if count})
        return found
