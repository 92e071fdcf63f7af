"""Clauses for a list, looked up as far as the list is looked at."""

from __future__ import annotations

import time
from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reader.library.errors import NotFound
from reader.ui.ledger.own import OwnGroup, own_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.clauses import LedgerClause
    from reader.library.library import Library
    from reader.ui.jobs import Job, JobRunner
    from reader.units.assignment import Duty

_SLICE = 25  # ms on the library's thread before others have their turn
_ENOUGH = 60  # clauses after which it waits to be asked for more


class Head(NamedTuple):
    """What stands above the clauses that follow, with how many there are."""

    title: str
    clauses: int


class Ask(NamedTuple):
    """The clauses of a document: of a unit of the ledger, or without a key of the own units in one group."""

    document: int
    key: str = ""
    duty: Duty | None = None
    group: OwnGroup | None = None


class Feed(QObject):
    """Answers a sequence of questions in their order, some at a time; a newer sequence makes the older one stale."""

    restarted = Signal()
    arrived = Signal(object)  # tuple of Heads and LedgerClauses
    ended = Signal()
    failed = Signal(object)  # the exception

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._own: tuple[str, ...] = ()
        self._questions: Sequence[Ask | Head] = ()
        self._next = 0
        self._wanted = 0
        self._whole = False
        self._job: Job | None = None

    @property
    def more_to_come(self) -> bool:
        """Whether not all questions are answered yet."""
        return self._next < len(self._questions)

    def begin(self, questions: Sequence[Ask | Head], own_units: tuple[str, ...] = (), *, whole: bool = False) -> None:
        """Ask these questions; ``whole`` goes on by itself to the last, and hands all out at once, the units of a clause together."""
        self.cancel()
        self._questions, self._own, self._whole = questions, own_units, whole
        self._next = 0
        self.restarted.emit()
        self.ask_more()

    def cancel(self) -> None:
        """Ask no further."""
        if self._job is not None:
            self._job.cancel()
        self._questions, self._next, self._job = (), 0, None

    def ask_more(self) -> None:
        """Go on for another screen of clauses."""
        self._wanted = _ENOUGH
        if self._job is None:
            self._ask(())

    def ask_all(self) -> None:
        """Go on to the last question."""
        self.ask_more()
        self._wanted = 1 << 30

    def _ask(self, held: tuple[Head | LedgerClause, ...]) -> None:
        if not self.more_to_come:
            self._job = None
            if held:
                self.arrived.emit(by_clause(held))
            self.ended.emit()
            return
        questions, start, own = self._questions, self._next, self._own
        self._job = self._jobs.library_call(
            lambda library: answers(library, questions, start, own),
            lambda answer: self._take(held, *answer),
            self._fail,
        )

    def _take(self, held: tuple[Head | LedgerClause, ...], rows: tuple[Head | LedgerClause, ...], reached: int) -> None:
        self._next = reached
        self._wanted -= len(rows)
        if self._whole:
            self._ask(held + rows)
            return
        if rows:
            self.arrived.emit(rows)
        if self._wanted > 0 or not self.more_to_come:
            self._ask(())
        else:
            self._job = None

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)


def answers(
    library: Library, questions: Sequence[Ask | Head], start: int, own_units: tuple[str, ...]
) -> tuple[tuple[Head | LedgerClause, ...], int]:
    """Answer as many questions as a slice allows and a screen needs; return the rows and how far that is. On the library's thread."""
    deadline = time.monotonic() + _SLICE / 1000
    rows: list[Head | LedgerClause] = []
    at = start
    if not start:
        _keep_at_hand(library, questions)
    while at < len(questions):
        question = questions[at]
        at += 1
        rows += [question] if isinstance(question, Head) else _clauses(library, question, own_units)
        if time.monotonic() > deadline or len(rows) >= _ENOUGH:
            break
    return tuple(rows), at


def _clauses(library: Library, ask: Ask, own_units: tuple[str, ...]) -> list[LedgerClause]:
    try:
        if ask.key:
            found = library.units.clauses(ask.key, ask.document, ask.duty)
        else:
            found = library.units.own_clauses(own_units, ask.document)
    except NotFound:  # deleted since the ledger was read
        return []
    return [clause for clause in found if ask.group is None or own_group(clause) == ask.group]


def _keep_at_hand(library: Library, questions: Sequence[Ask | Head]) -> None:
    """Open a document that all questions are about: each of them would read it again."""
    documents = {question.document for question in questions if isinstance(question, Ask)}
    if len(documents) == 1:
        with suppress(NotFound):
            library.documents.open(documents.pop())


def by_clause(rows: Iterable[Head | LedgerClause]) -> tuple[LedgerClause, ...]:
    """Return the clauses of a document in the order of the text, with all units of a role in one."""
    found = sorted((row for row in rows if not isinstance(row, Head)), key=lambda clause: (clause.section, clause.span))
    return tuple(_joined(list(same)) for _, same in groupby(found, lambda clause: (clause.section, clause.role)))


def _joined(clauses: list[LedgerClause]) -> LedgerClause:
    names, raws = (dict.fromkeys(getattr(clause, kind) for clause in clauses) for kind in ("name", "raw"))
    restored = any(clause.restored for clause in clauses)
    return clauses[0]._replace(name="、".join(names), raw="、".join(raws), restored=restored)
