"""From a cell of the ledger down to the clauses behind it."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from db import units as table
from reader.structure.section import path_label

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping

    from db.connection import Store
    from db.units import Mention
    from reader.library.documents import Documents
    from reader.library.records import OpenDocument
    from reader.text.spans import Span
    from reader.units.assignment import AssignedUnit, Assignment, Duty


class LedgerClause(NamedTuple):
    """A clause that gives a unit a duty: where it stands, as what, and by when; ``span`` is the mention."""

    document: int
    title: str
    section: int
    path: str
    label: str
    heading: str
    role: str
    duty: Duty
    name: str
    raw: str
    restored: bool
    span: Span
    deadlines: tuple[str, ...]


def clauses_work(
    store: Store, documents: Documents, names: Mapping[int, str], document: int | None, duty: str | None
) -> Generator[None, None, tuple[LedgerClause, ...]]:
    """Look up the clauses of the names with these numbers, one document at a time.

    Each clause counts once for a duty, as in the ledger.
    """
    mentions = [
        mention
        for mention in table.mentions_of(store, names)
        if document in (None, mention[0]) and duty in (None, mention[3])
    ]
    found: list[LedgerClause] = []
    for number, rows in groupby(mentions, itemgetter(0)):
        yield
        found += _clauses(documents.open(number, keep=False), rows, names)
    return tuple(found)


def _clauses(document: OpenDocument, mentions: Iterable[Mention], names: Mapping[int, str]) -> Iterator[LedgerClause]:
    wanted: dict[tuple[int, str], set[str]] = {}
    for _, section, name, duty in mentions:
        wanted.setdefault((section, duty), set()).add(names[name])
    sections = {section for section, _ in wanted}
    for assignment in document.assignments:
        if assignment.section in sections:
            for unit in assignment.units:
                if unit.name in wanted.get((assignment.section, unit.duty), ()):
                    del wanted[assignment.section, unit.duty]
                    yield _clause(document, assignment, unit)


def _clause(document: OpenDocument, assignment: Assignment, unit: AssignedUnit) -> LedgerClause:
    from reader.units.deadlines import clause_deadlines

    section = document.outline.sections[assignment.section]
    found = clause_deadlines(document.reading.simplified, section, document.outline, document.front.issued_on)
    return LedgerClause(
        document=document.entry.number,
        title=document.entry.title,
        section=section.number,
        path=section.path,
        label=path_label(section.path),
        heading=section.heading,
        role=assignment.role,
        duty=unit.duty,
        name=unit.name,
        raw=unit.raw,
        restored=unit.restored,
        span=unit.span,
        deadlines=tuple(dict.fromkeys(deadline.text for deadline in found)),
    )
