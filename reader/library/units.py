"""Who is responsible, over all documents; what the user corrects is on the disk when its call returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import corrections as correction_table
from db import documents as document_table
from db import roster as roster_table
from db import units as unit_table
from db.roster import SameRow
from reader.library.clauses import clauses_work
from reader.library.correcting import corrected, correction_row, corrections_of
from reader.library.ledger import ledger_work
from reader.library.naming import roster_rows
from reader.library.own import OwnCount, counted, own_names
from reader.library.records import Changes
from reader.library.runs import Run
from reader.library.stored_text import storable, utc_now
from reader.library.unit_rows import unit_rows
from reader.units.assignment import UnitKind
from reader.units.corrections import OPS
from reader.units.jurisdiction import Jurisdiction

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Sequence

    from db.connection import Store, Writing
    from reader.library.clauses import LedgerClause
    from reader.library.documents import Documents
    from reader.library.ledger import Ledger
    from reader.units.corrections import Correction
    from reader.units.identity import Identifier, Proposal, Same
    from reader.units.roster import RosterEntry


class Units:
    """Corrections of units, the office's list, and the ledger of all documents."""

    def __init__(self, store: Store, documents: Documents) -> None:
        self._store = store
        self._documents = documents
        self._places: dict[str, int] = {}  # of corrections taken back; what can be undone lives no longer than this

    def corrections(self, document: int) -> tuple[Correction, ...]:
        """Return what the user corrected in a document, in the order it was done."""
        return corrections_of(self._store, document)

    def correct(self, document: int, correction: Correction) -> Changes:
        """Store a correction and let it hold at once; one that is stored already stays as it is.

        Raises ValueError for one that says nothing that can be done.
        """
        return self.change(document, (correction,))

    def withdraw(self, document: int, uuid: str) -> Changes:
        """Forget a correction: what was read stands there again. ``correct`` with the same brings it back."""
        return self.change(document, withdrawn=(uuid,))

    def change(self, document: int, made: Sequence[Correction] = (), withdrawn: Sequence[str] = ()) -> Changes:
        """Take corrections back (by uuid) and then make others: all of it or, if it raises, nothing.

        One that was taken back since the library was opened comes back to its place in the order, so that what was
        decided after it still prevails.
        """
        kept = {one.uuid for one in self.corrections(document)}.difference(withdrawn)
        new = {one.uuid: one for one in map(_storable, made) if one.uuid not in kept}
        opened = self._documents.open(document)
        if not (new or withdrawn):
            return Changes.of(document, "units")
        naming = self._documents.naming
        with self._store.write() as database:
            for uuid in withdrawn:
                if (number := correction_table.delete(database, document, uuid)) is not None:
                    self._places[uuid] = number
            for uuid, one in new.items():
                correction_table.insert(database, document, correction_row(one), self._places.get(uuid))
            self._store.next_seq()
            after = corrected(opened, self.corrections(document))
            units = unit_rows(after.assignments, after.front)
            naming.write(document, units)
            naming.drop_unused()
            document_table.set_units(database, document, units.distinct)
        self._documents.hold(after)
        return Changes.of(document, "units")

    def ledger(self, documents: Collection[int] | None = None) -> Ledger:
        """Return which unit has how many clauses in which document, of all that are not in the bin or of those named."""
        return self.begin_ledger(documents).finish()

    def begin_ledger(self, documents: Collection[int] | None = None) -> Run[Ledger]:
        """Return the ledger under way, for a thread that others wait for."""
        return Run(self._store, lambda: ledger_work(self._store, self._documents.naming.roster(), documents))

    def clauses(self, key: str, document: int | None = None, duty: str | None = None) -> tuple[LedgerClause, ...]:
        """Return the clauses behind a unit of the ledger, of one document and one duty if given."""
        return self.begin_clauses(key, document, duty).finish()

    def begin_clauses(
        self, key: str, document: int | None = None, duty: str | None = None
    ) -> Run[tuple[LedgerClause, ...]]:
        """Return the clauses under way, for a thread that others wait for."""

        def work() -> Generator[None, None, tuple[LedgerClause, ...]]:
            names = {name.number: name.name for name in unit_table.names(self._store) if name.key == key}
            return clauses_work(self._store, self._documents, names, document, duty)

        return Run(self._store, work)

    def own_clauses(self, own_units: Sequence[str], document: int | None = None) -> tuple[LedgerClause, ...]:
        """Return the clauses that concern the user's own units, of one document if given."""
        own = own_names(self._store, self._documents.naming, own_units)
        wanted = own.named | own.local
        names = {name.number: name.name for name in unit_table.names(self._store) if name.number in wanted}
        work = clauses_work(self._store, self._documents, names, document, None)
        return Run(self._store, lambda: work).finish()

    def own_keys(self, own_units: Sequence[str]) -> frozenset[str]:
        """Return the keys of the ledger's units that the user's own units mean."""
        named = own_names(self._store, self._documents.naming, own_units).named
        return frozenset(name.key for name in unit_table.names(self._store) if name.number in named)

    def own_sections(self, own_units: Sequence[str], documents: Collection[int]) -> dict[int, frozenset[int]]:
        """Return for each of these documents the sections that concern the user's own units."""
        own = own_names(self._store, self._documents.naming, own_units)
        found: dict[int, set[int]] = {number: set() for number in documents}
        for document, section, _name, _duty in unit_table.mentions_of(self._store, own.named | own.local):
            if document in found:
                found[document].add(section)
        return {number: frozenset(sections) for number, sections in found.items()}

    def own(self, document: int, own_units: Sequence[str]) -> OwnCount:
        """Return how many clauses of a document concern the user's own units."""
        own = own_names(self._store, self._documents.naming, own_units)
        return counted(unit_table.mentions(self._store, document, document), own).get(document, OwnCount())

    def own_counts(self, own_units: Sequence[str]) -> dict[int, OwnCount]:
        """Return the same for all documents that concern the user's own units and are not in the bin."""
        own = own_names(self._store, self._documents.naming, own_units)
        return counted(unit_table.mentions_of(self._store, own.named | own.local), own)

    @property
    def identifier(self) -> Identifier:
        """Tells which unit a name means, by the office's list and its decisions."""
        return self._documents.naming.identifier

    def roster(self) -> tuple[RosterEntry, ...]:
        """Return the office's own list of units (名录)."""
        return self._documents.naming.roster()

    def set_roster(self, entries: Sequence[RosterEntry]) -> Changes:
        """Replace the office's list."""
        rows = roster_rows(entries)
        return self._rename(lambda database: roster_table.replace_roster(database, rows))

    def same(self) -> tuple[Same, ...]:
        """Return the decisions on which names are one unit, in the order they were made."""
        return self._documents.naming.same()

    def decide_same(self, decision: Same) -> Changes:
        """Store that two names are one unit in a place, or are not."""
        row = SameRow(
            storable(decision.one),
            storable(decision.other),
            storable(decision.jurisdiction),
            int(decision.same),
            utc_now(),
        )
        return self._rename(lambda database: roster_table.decide(database, row))

    def forget_same(self, decision: Same) -> Changes:
        """Forget a decision about two names: the lexicons decide again."""
        one, other, jurisdiction, _ = decision
        return self._rename(lambda database: roster_table.forget(database, one, other, jurisdiction))

    def proposals(self) -> tuple[Proposal, ...]:
        """Return the pairs of names that may be one unit and that nobody decided on yet, of documents not in the bin."""
        shown = unit_table.names_in_view(self._store)
        names = (n for n in unit_table.names(self._store) if n.kind == UnitKind.ORGAN and n.number in shown)
        return self.identifier.proposals((n.name, Jurisdiction.from_key(n.jurisdiction)) for n in names)

    def _rename(self, write: Writing) -> Changes:
        """Write what tells units apart, and work out anew which one each name means."""
        naming = self._documents.naming
        try:
            with self._store.write() as database:
                write(database)
                self._store.next_seq()
                naming.rekey()
        finally:
            naming.forget()  # also what a failed transaction made it read
        return Changes(kinds=frozenset(("roster",)))


def _storable(correction: Correction) -> Correction:
    """Return a correction as it can be stored and applied; raises ValueError where it cannot."""
    made = correction._replace(
        raw=storable(correction.raw),
        name=" ".join(storable(correction.name).split()),
        role="".join(storable(correction.role).split()),
        author=storable(correction.author),
        was=storable(correction.was),
        made_at=correction.made_at or utc_now(),
    )
    if made.op not in OPS or not made.uuid or not 0 <= made.start <= made.end:
        raise ValueError(f"no such correction: {made.op} {made.start} {made.end}")
    if made.op != "remove" and not (made.name and made.role):
        raise ValueError("a unit needs a name and a role")
    if made.op == "move" and made.to is None:
        raise ValueError("a move needs the clause it goes to")
    return made
