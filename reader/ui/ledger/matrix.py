"""The ledger as a table: which units and documents it shows, in which order, and what they add up to."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.ui.widgets.matching import FilterTexts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from reader.library.ledger import Ledger, LedgerDocument, LedgerUnit
    from reader.library.records import Entry
    from reader.units.assignment import Duty

    Counts = Mapping[Duty, int]

NOTHING: Counts = MappingProxyType({})
_ORGAN = "organ"


class Group(NamedTuple):
    """Rows that stand together: the organs of a place (empty where unknown), or the names that stand for several."""

    place: str
    generic: bool = False


class Wish(NamedTuple):
    """What of the ledger is to be shown; words as in a filter box, None for all."""

    units: str = ""
    documents: str = ""
    group: Group | None = None
    duty: Duty | None = None
    own_only: bool = False
    newest_first: bool = False  # else those that name an own unit, then those with most to do


class Row(NamedTuple):
    """A unit with what it has to do in the documents shown, or the head of a group, which has no unit.

    ``aside`` tells it from others of the same name where the head of the group does not: its place, or its document.
    """

    group: Group
    unit: LedgerUnit | None = None
    counts: Counts = NOTHING
    documents: int = 0
    own: bool = False
    aside: str = ""


class Matrix(NamedTuple):
    """What is shown; ``cells`` is that of the whole ledger."""

    rows: tuple[Row, ...] = ()
    documents: tuple[LedgerDocument, ...] = ()
    totals: Mapping[int, Counts] = MappingProxyType({})
    total: Counts = NOTHING
    units: int = 0
    cells: Mapping[tuple[str, int], Counts] = MappingProxyType({})
    duty: Duty | None = None

    def cell(self, row: int, column: int) -> Counts:
        """Return the counts of a unit in a document."""
        unit = self.rows[row].unit
        if unit is None:
            return NOTHING
        return of_duty(self.cells.get((unit.key, self.documents[column].number), NOTHING), self.duty)


class LedgerIndex:
    """A ledger made ready to be asked for its parts, again and again."""

    def __init__(self, ledger: Ledger, own: frozenset[str] = frozenset()) -> None:
        self.ledger = ledger
        self.own = own
        self._by_unit: dict[str, dict[int, Counts]] = {unit.key: {} for unit in ledger.units}
        for (key, document), counts in ledger.cells.items():
            self._by_unit[key][document] = counts

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups in the order of their first units, that of the own units before them.

        What is of no known place, and what is nobody's own, comes last.
        """
        found = dict.fromkeys(map(group_of, self.ledger.units))
        own = {group_of(unit) for unit in self.ledger.units if unit.key in self.own}
        return tuple(sorted(found, key=lambda group: (group.generic, not group.place, group not in own)))

    def documents_of(self, key: str, duty: Duty | None = None) -> dict[int, Counts]:
        """Return the documents in which a unit has to do with a duty, or with any."""
        found = self._by_unit.get(key, {})
        return found if duty is None else {n: of_duty(c, duty) for n, c in found.items() if duty in c}

    def matrix(self, wish: Wish, check: Callable[[], None] = lambda: None) -> Matrix:
        """Return what is wished for; ``check`` is called now and then, to stop by an exception."""
        documents = self._documents(wish)
        rows: dict[Group, list[Row]] = {group: [] for group in self.groups}
        totals: dict[int, Counter[Duty]] = {}
        for unit in self._units(wish):
            check()
            cells = {n: c for n, c in self.documents_of(unit.key, wish.duty).items() if n in documents}
            if not cells:
                continue
            for number, counts in cells.items():
                totals.setdefault(number, Counter()).update(counts)
            whole = len(cells) == unit.documents and wish.duty is None
            counts = unit.counts if whole else added(cells.values())
            group = group_of(unit)
            aside = "" if group.place else unit.jurisdiction or _only_title(cells, documents)
            rows[group].append(Row(group, unit, counts, len(cells), unit.key in self.own, aside))
        shown = [documents[number] for number in totals]
        own = {
            number
            for found in rows.values()
            for row in found
            if row.own and row.unit
            for number in self.documents_of(row.unit.key)
        }
        return Matrix(
            rows=tuple(row for group, found in rows.items() if found for row in (Row(group), *found)),
            documents=tuple(_in_order(shown, totals, own=own, newest_first=wish.newest_first)),
            totals=totals,
            total=added(totals.values()),
            units=sum(map(len, rows.values())),
            cells=self.ledger.cells,
            duty=wish.duty,
        )

    def _units(self, wish: Wish) -> Iterable[LedgerUnit]:
        for place in self._unit_texts.matches(wish.units):
            unit = self.ledger.units[place]
            if wish.group in (None, group_of(unit)) and (not wish.own_only or unit.key in self.own):
                yield unit

    def _documents(self, wish: Wish) -> dict[int, LedgerDocument]:
        found = (self.ledger.documents[place] for place in self._document_texts.matches(wish.documents))
        return {document.number: document for document in found}

    @cached_property
    def _unit_texts(self) -> FilterTexts:
        return FilterTexts([f"{u.name}\n{u.full_name}\n{u.jurisdiction}" for u in self.ledger.units])

    @cached_property
    def _document_texts(self) -> FilterTexts:
        parts = ((d.title, d.doc_number or "", d.issued_on or "") for d in self.ledger.documents)
        return FilterTexts(["\n".join(part) for part in parts])


def told_apart(entries: Iterable[Entry]) -> dict[int, str]:
    """Return what tells documents of the same title apart: the number, the name of the file where that is the same too."""
    held = tuple(entries)
    titles = Counter(entry.title for entry in held)
    numbers = Counter((entry.title, entry.doc_number) for entry in held)
    return {
        entry.number: entry.doc_number
        if entry.doc_number and numbers[entry.title, entry.doc_number] == 1
        else entry.file
        for entry in held
        if titles[entry.title] > 1
    }


def group_of(unit: LedgerUnit) -> Group:
    return Group(unit.jurisdiction) if unit.kind == _ORGAN else Group("", generic=True)


def _only_title(cells: Collection[int], documents: Mapping[int, LedgerDocument]) -> str:
    return documents[next(iter(cells))].title if len(cells) == 1 else ""


def of_duty(counts: Counts, duty: Duty | None) -> Counts:
    """Return the counts, or only that of one duty."""
    if duty is None:
        return counts
    return {duty: counts[duty]} if duty in counts else NOTHING


def added(counts: Iterable[Counts]) -> Counts:
    total: Counter[Duty] = Counter()
    for one in counts:
        total.update(one)
    return total


def _in_order(
    documents: Sequence[LedgerDocument], totals: Mapping[int, Counts], *, own: Collection[int], newest_first: bool
) -> list[LedgerDocument]:
    """Sort by date, or by what there is to do, those that name an own unit first."""
    newest = sorted(documents, key=lambda d: (d.issued_on or "", d.number), reverse=True)
    if newest_first:
        return newest
    return sorted(newest, key=lambda d: (d.number not in own, -sum(totals[d.number].values())))
