"""Which unit each name means, worked out once for a name and a place and kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from db import roster as roster_table
from db import units as table
from db.roster import RosterRow
from db.units import DutyRow, NameRow
from reader.library.stored_text import storable
from reader.units.aliases import shipped
from reader.units.identity import Identifier, Same
from reader.units.jurisdiction import Jurisdiction
from reader.units.roster import RosterEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.connection import Store
    from reader.library.unit_rows import UnitRows


class Naming:
    """Tells units apart by the office's list and its decisions; writes duties with the units they mean."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._identifier: Identifier | None = None

    @property
    def identifier(self) -> Identifier:
        if self._identifier is None:
            self._identifier = Identifier(self.roster(), self.same())
        return self._identifier

    def roster(self) -> tuple[RosterEntry, ...]:
        return tuple(_entry(row) for row in roster_table.roster(self._store))

    def same(self) -> tuple[Same, ...]:
        return tuple(
            Same(row.one, row.other, row.jurisdiction, bool(row.same)) for row in roster_table.same(self._store)
        )

    def forget(self) -> None:
        """Drop what was read before: the list or the decisions changed."""
        self._identifier = None

    def write(self, document: int, units: UnitRows, *, anew: bool = False) -> None:
        """Store the duties of a document in place of those it had; to be called inside ``write`` of the store.

        With ``anew`` names that are known are looked up again: a newer program may know better which unit they mean.
        """
        numbers: dict[tuple[str, str], int] = {}
        # 市发展改革委 of two documents whose place is unknown need not be one unit.
        place = units.place or Jurisdiction.of_document(document).key
        for name, kind in dict.fromkeys((d.name, d.kind) for d in units.duties):
            row = NameRow(0, name, place, kind, units.month if shipped().is_dated(name) else "", "", "", "", "")
            known = None if anew else table.name_number(self._store, row)
            numbers[name, kind] = self._put(row) if known is None else known
        rows = [DutyRow(d.section, d.assignment, d.item, numbers[d.name, d.kind], d.duty) for d in units.duties]
        table.write_duties(self._store, document, rows)

    def drop_unused(self) -> None:
        """Forget the names that no document holds any more; to be called inside ``write`` of the store."""
        table.drop_unused_names(self._store)

    def rekey(self) -> None:
        """Work out anew which unit each name means; to be called inside ``write`` of the store."""
        self.forget()
        self.drop_unused()
        for row in table.names(self._store):
            self._put(row)

    def _put(self, row: NameRow) -> int:
        """Store which unit a name means now; return its number."""
        found = self.identifier.identify(row.name, Jurisdiction.from_key(row.jurisdiction), row.month or None)
        now = row._replace(key=found.key, label=found.name, full_name=found.full_name, place=found.jurisdiction.label)
        return table.put_name(self._store, now)


def roster_rows(entries: Iterable[RosterEntry]) -> list[RosterRow]:
    """Return the office's list as it is stored."""
    return [
        RosterRow(storable(e.full_name), storable(e.short_name), _json(e.former), e.rank, _json(e.counterpart))
        for e in entries
    ]


def _entry(row: RosterRow) -> RosterEntry:
    former, counterpart = (tuple(map(str, json.loads(names))) for names in (row.former, row.counterpart))
    return RosterEntry(row.full_name, row.short_name, former, row.rank, counterpart)


def _json(names: tuple[str, ...]) -> str:
    return json.dumps([storable(name) for name in names], ensure_ascii=False)
