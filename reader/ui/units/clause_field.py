"""The field that says which clause a unit answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.ui.units.names import clauses_meant
from reader.ui.widgets.completing import Completing, Suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent

    from reader.structure.section import Section


class ClauseField(QLineEdit):
    """Takes a clause by its name or its number; which one is meant is never guessed."""

    chosen = Signal(str)  # the name of another clause than before
    explained = Signal(str)  # why what is typed is not taken; empty once that is over

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clauses: Mapping[str, Section] = {}
        self._clause = ""
        self._completing = Completing(self)
        self._completing.chosen.connect(self._choose)
        self.returnPressed.connect(self._enter)
        self.textEdited.connect(lambda: self.explained.emit(""))

    def set_clauses(self, clauses: Mapping[str, Section]) -> None:
        """Take the clauses that there are, by what they are called."""
        self._clauses = clauses
        self._completing.set_suggestions(Suggestion(name) for name in clauses)

    def show_clause(self, name: str) -> None:
        """Take a clause in place of whatever is typed."""
        self._clause = name
        self.put_back()

    def put_back(self) -> None:
        """Show the clause again that was there before anything was typed."""
        self.setText(self._clause)
        self.setCursorPosition(0)

    def section(self) -> int | None:
        """Return the number of the clause that was taken last."""
        clause = self._clauses.get(self._clause)
        return clause.number if clause is not None else None

    def settle(self) -> bool:
        """Take the clause that is typed; False where that is no one clause, and why is told."""
        typed = self.text().strip()
        if typed == self._clause:
            return True
        meant = clauses_meant(typed, self._clauses)
        if len(meant) == 1:
            self._choose(meant[0])
        elif typed:
            self.explained.emit(self.tr("有几条以此开头，请选一条") if meant else self.tr("没有这一条"))
        return len(meant) == 1

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # Not editingFinished: it is silent where Enter came before.
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.settle():
            self.put_back()

    def _choose(self, name: str) -> None:
        if name not in self._clauses:
            return
        other = name != self._clause
        self.show_clause(name)
        self.explained.emit("")
        if other:
            self.chosen.emit(name)

    def _enter(self) -> None:
        if not self.settle():
            self.selectAll()
