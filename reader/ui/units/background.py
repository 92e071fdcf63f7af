"""What stands behind the panel of responsible units: the office's list, who each name is, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.library.library import Library
    from reader.library.records import Changes, OpenDocument
    from reader.progress import CancelToken
    from reader.ui.jobs import JobRunner
    from reader.ui.workspace import Workspace
    from reader.units.gaps import Gap
    from reader.units.identity import Identity, Same
    from reader.units.jurisdiction import Jurisdiction
    from reader.units.roster import RosterEntry
    from reader.units.scope_notes import ScopeNote

_PAUSE = 120  # ms: the text is painted first, and a row of corrections is answered once


class Facts(NamedTuple):
    """What is worked out of a document once it lies open: clauses that name nobody or no date, notes on ranks, who
    each name is in the place of the document, which unit of the office's list answers to one above, and which are own.
    """

    known: bool = False
    gaps: tuple[Gap, ...] = ()
    notes: tuple[ScopeNote, ...] = ()
    identities: Mapping[str, Identity] = {}  # never changed
    where: Jurisdiction | None = None
    counterparts: Mapping[str, str] = {}
    own: frozenset[str] = frozenset()  # names that mean a unit of the user
    undated: bool = False  # most clauses that name units give no time

    def key(self, name: str) -> str:
        """Return what tells a unit from another; the name itself while it is not known better."""
        identity = self.identities.get(name)
        return identity.key if identity is not None else name

    def place(self, name: str) -> str:
        """Return the place of a unit where it is another than that of the document, and its name does not say it."""
        identity = self.identities.get(name)
        if identity is None or self.where is None or not any(self.where):
            return ""
        label = identity.jurisdiction.label
        if identity.jurisdiction == self.where or any(part and part[:-1] in name for part in identity.jurisdiction):
            return ""
        return label


class Decided(NamedTuple):
    """What people decided about units, the office's list included."""

    roster: tuple[RosterEntry, ...] = ()
    same: tuple[Same, ...] = ()
    own_units: tuple[str, ...] = ()


class Background(QObject):
    """Reads and works out apart from the window's thread; what is late for a document that is gone is dropped.

    ``roster`` is the office's list, as it was last read.
    """

    facts_changed = Signal()

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._number: int | None = None
        self.facts = Facts()
        self.roster: tuple[RosterEntry, ...] = ()
        self._same: tuple[Same, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._work_out)
        workspace.changed.connect(self._changed)
        self._read_roster()

    def look_at(self, document: OpenDocument | None) -> None:
        """Take another document, or the same one with other units; what was known of another one is forgotten."""
        number = document.entry.number if document is not None else None
        if number != self._number:
            self._number = number
            self.facts = Facts()
        if number is not None:
            self._soon.start()

    def own_units_changed(self) -> None:
        """Forget which names mean an own unit, and find out anew."""
        self.facts = self.facts._replace(own=frozenset())
        self._soon.start()

    def _changed(self, changes: Changes) -> None:
        if "roster" in changes.kinds:
            self._read_roster()

    def _read_roster(self) -> None:
        def read(library: Library) -> tuple[Sequence[RosterEntry], Sequence[Same]]:
            return library.units.roster(), library.units.same()

        self._jobs.library_call(read, self._take_roster, key="units.roster")

    def _take_roster(self, outcome: tuple[Sequence[RosterEntry], Sequence[Same]]) -> None:
        roster, same = tuple(outcome[0]), tuple(outcome[1])
        if (roster, same) != (self.roster, self._same):
            self.roster, self._same = roster, same
            if self._number is not None:
                self._soon.start()

    def _work_out(self) -> None:
        document, number = self._workspace.document, self._number
        if document is None or document.entry.number != number:
            return
        decided = Decided(self.roster, self._same, self._workspace.own_units)

        def arrived(facts: Facts) -> None:
            if number == self._number and facts != self.facts:
                self.facts = facts
                self.facts_changed.emit()

        self._jobs.run(lambda token, _progress: facts_of(document, decided, token), arrived, key="units.facts")


def facts_of(document: OpenDocument, decided: Decided, token: CancelToken) -> Facts:
    """Work out what is known of a document beyond who is named where."""
    from reader.units.gaps import gaps
    from reader.units.identity import Identifier
    from reader.units.jurisdiction import place_of
    from reader.units.scope_notes import scope_notes

    text, outline, front = document.reading.simplified, document.outline, document.front
    where, identifier = place_of(front, document.assignments), Identifier(decided.roster, decided.same)
    names = dict.fromkeys(unit.name for assignment in document.assignments for unit in assignment.units)
    identities = {name: identifier.identify(name, where, front.issued_on) for name in names}
    own = {identifier.identify(name, where, front.issued_on).key for name in decided.own_units}
    answering = {name: identifier.counterpart(name, where) for name in names} if decided.roster else {}
    token.check()
    notes = scope_notes(text, outline)
    token.check()
    return Facts(
        True,
        gaps(text, outline, document.assignments, front.issued_on),
        notes,
        identities,
        where,
        {name: answer for name, answer in answering.items() if answer},
        frozenset(name for name, identity in identities.items() if identity.key in own),
        mostly_undated(document),
    )


def mostly_undated(document: OpenDocument) -> bool:
    """Tell whether more than half of the clauses that name units give no time, as the card says of each."""
    from reader.units.deadlines import clause_deadlines

    text, outline, issued_on = document.reading.simplified, document.outline, document.front.issued_on
    clauses = {assignment.section for assignment in document.assignments if assignment.section}
    dated = sum(bool(clause_deadlines(text, outline.sections[one], outline, issued_on)) for one in clauses)
    return 2 * dated < len(clauses)
