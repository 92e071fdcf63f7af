"""What becomes of the wishes to correct units: each is written as one step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.text.spans import Span
from reader.ui.units.decisions import Decision, Decisions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.library.records import OpenDocument
    from reader.ui.operations import Operations
    from reader.ui.units.background import Background
    from reader.ui.units.rows import ClauseRow, Mention
    from reader.units.corrections import Correction

_ONE_NAME = re.compile(r"[^、，；,;\s]+")  # of several that were selected or typed
LEAD = "牵头单位"


class Correcting(QObject):
    """Decides on the units of the active document; ``background`` knows the office's list.

    What is to be typed is asked for by a signal: the editor is built for the first correction.
    """

    edit_requested = Signal(object, bool)  # Mention; whether the cursor goes into its clause
    add_requested = Signal(int, object)  # section, Span of the selected words or None

    def __init__(self, operations: Operations, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = background
        self.document: OpenDocument | None = None
        self.clauses: tuple[ClauseRow, ...] = ()
        self._operations = operations

    def set_document(self, document: OpenDocument | None, clauses: tuple[ClauseRow, ...]) -> None:
        """Take another document, or the same one with its units as they are now."""
        self.document, self.clauses = document, clauses

    def decisions(self) -> Decisions | None:
        return Decisions(self.document) if self.document is not None else None

    def mention_at(self, span: Span) -> Mention | None:
        """Return the unit whose name a stretch of the text touches."""
        mentions = (mention for row in self.clauses for mention in row.mentions)
        return next((mention for mention in mentions if mention.span.overlaps(span)), None)

    def edit(self, mention: Mention, *, clause: bool = False) -> None:
        """Ask for a unit in the editor, with the cursor in its name or its clause."""
        self.edit_requested.emit(mention, clause)

    def add(self, section: int, span: Span | None = None) -> None:
        """Ask for the editor of a unit to be added, with the words that were selected as its name."""
        self.add_requested.emit(section, span)

    def add_units(self, names: str, role: str, section: int, span: Span | None = None) -> tuple[str, ...]:
        """Put units into a clause: several where the names are set apart, each on its own words if they were selected.

        Those that are there already in this role stay as they are; the names of the others come out.
        """
        document = self.document
        there = {(one.name, one.role) for row in self.clauses if row.section == section for one in row.mentions}
        found = [name for name in dict.fromkeys(_ONE_NAME.findall(names)) if (name, role) not in there]
        if document is None or not found:
            return ()
        target, places = document.outline.sections[section], _places(document, span, found)

        def every(decisions: Decisions) -> Decision:
            steps = [decisions.add(target, name, role, place) for name, place in zip(found, places, strict=True)]
            return Decision(steps[0].text, tuple(one for step in steps for one in step.made))

        self._write(every)
        return tuple(found)

    def remove(self, mention: Mention) -> None:
        """Take a unit out of its clause."""
        self._write(lambda decisions: decisions.remove(mention))

    def rename(self, mention: Mention, name: str) -> None:
        """Call a unit otherwise."""
        self._write(lambda decisions: decisions.rename(mention, name))

    def set_role(self, mentions: Sequence[Mention], role: str) -> None:
        """Give units another role, as one step."""
        self._write(lambda decisions: decisions.set_role(mentions, role))

    def move(self, mention: Mention, section: int) -> None:
        """Let another clause answer for a unit."""
        document = self.document
        if document is not None:
            self._write(lambda decisions: decisions.move(mention, document.outline.sections[section]))

    def restore(self, corrections: Sequence[Correction]) -> None:
        """Go back to what was read."""
        self._write(lambda decisions: decisions.restore(corrections))

    def restore_unit(self, mention: Mention) -> None:
        """Go back to what was read of a unit."""
        self._write(lambda decisions: decisions.restore(decisions.of(mention)))

    def counterpart(self, mention: Mention) -> str | None:
        """Return the unit of the office's list that answers to one of a higher level."""
        return self.background.facts.counterparts.get(mention.name)

    def add_counterpart(self, mention: Mention) -> None:
        """Put the unit that answers to one of a higher level beside it, in the same role."""
        name = self.counterpart(mention)
        if name is not None:
            self.add_units(name, mention.role, mention.section)

    def _write(self, decide: Callable[[Decisions], Decision]) -> None:
        decisions = self.decisions()
        if self.document is not None and decisions is not None:
            decision = decide(decisions)
            number = self.document.entry.number
            self._operations.correct_units(decision.text, decision.made, decision.withdrawn, number)


def _places(document: OpenDocument, span: Span | None, names: Sequence[str]) -> list[Span | None]:
    """Return where each name stands in the words that were selected; one typed otherwise stands on all of them."""
    if span is None or len(names) == 1:
        return [span] * len(names)
    selected = _ONE_NAME.finditer(span.text(document.reading.simplified))
    there = {one.group(): Span(span.start + one.start(), span.start + one.end()) for one in selected}
    return [there.get(name) for name in names]
