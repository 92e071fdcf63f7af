"""The editor at work: which unit is in it, and where that unit is after each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.units.card_text import told
from reader.ui.units.names import clause_name, suggested_clauses, suggested_names, suggested_roles
from reader.ui.units.subject import Subject

if TYPE_CHECKING:
    from reader.text.spans import Span
    from reader.ui.units.correcting import Correcting
    from reader.ui.units.editor import UnitEditor
    from reader.ui.units.rows import ClauseRow, Mention

_AROUND = "、，；。：（）() "  # marks at the edges of a selection that belong to no name


class Editing(QObject):
    """Hands the wishes of the editor on, and finds its unit again in the document as it is then."""

    text_done = Signal()  # what was selected in the text is a unit now

    def __init__(self, correcting: Correcting, editor: UnitEditor) -> None:
        super().__init__(correcting)
        self._correcting = correcting
        self._editor = editor
        self._mention: Mention | None = None  # name, role and clause as they are to be
        self._span: Span | None = None  # the selected words that name a unit to be added
        self._offered: tuple[ClauseRow, ...] | None = None  # the clauses whose names the editor proposes
        editor.add_requested.connect(self._add)
        editor.rename_requested.connect(self._rename)
        editor.role_requested.connect(self._set_role)
        editor.move_requested.connect(self._move)
        editor.remove_requested.connect(self._remove)
        editor.restore_requested.connect(self._restore)

    def edit(self, mention: Mention, clause: bool = False) -> None:
        """Take a unit, with the cursor in its name or its clause."""
        self._editor.close_unit()
        self._span = None
        self._offer()
        self._open(mention)
        self._editor.take_focus(clause=clause)

    def add(self, section: int, span: Span | None = None) -> None:
        """Take a unit to be added to a clause."""
        document = self._correcting.document
        if document is None:
            return
        self._editor.close_unit()
        self._mention, self._span = None, span
        self._offer()
        name = span.text(document.reading.simplified).replace("\n", "").strip(_AROUND) if span is not None else ""
        role = suggested_roles(self._correcting.clauses)[0]
        self._editor.open(Subject(name, role, clause_name(document.outline.sections[section]), new=True))
        self._editor.take_focus()

    def units_changed(self, *, anew: bool) -> None:
        """Follow the unit into the document as it is now; let go of it where another document came."""
        if anew:
            self._mention = self._span = self._offered = None
            self._editor.drop()
        elif self._mention is not None:
            self._follow(self._mention)

    def _add(self, names: str, role: str, section: int) -> None:
        if not self._correcting.add_units(names, role, section, self._span):
            self._editor.say(self.tr("本条已有"))
            self._editor.take_focus()
            return
        span, self._span = self._span, None
        subject = self._editor.subject()
        self._editor.drop()
        if span is not None:
            self.text_done.emit()
        elif subject is not None:  # the next one may follow
            self._editor.open(subject._replace(name="", role=role))
            self._editor.take_focus()

    def _rename(self, name: str) -> None:
        if (mention := self._mention) is not None:
            self._mention = mention._replace(name=name)
            self._correcting.rename(mention, name)

    def _set_role(self, role: str) -> None:
        if (mention := self._mention) is not None:
            self._mention = mention._replace(role=role)
            self._correcting.set_role((mention,), role)

    def _move(self, section: int) -> None:
        if (mention := self._mention) is not None:
            self._mention = mention._replace(section=section)
            self._correcting.move(mention, section)

    def _remove(self) -> None:
        mention, self._mention = self._mention, None
        if mention is not None:
            self._editor.drop()
            self._correcting.remove(mention)
            self._editor.left.emit()

    def _restore(self) -> None:
        if self._mention is not None:
            self._correcting.restore_unit(self._mention)

    def _follow(self, mention: Mention) -> None:
        """Find a unit again: at its words, or by its name where it stands on none."""
        there = [one for row in self._correcting.clauses for one in row.mentions if one.span == mention.span]
        known = {(one.name, one.role): one for one in there}
        on_words = mention.span.start < mention.span.end
        found = known.get((mention.name, mention.role)) or next(
            (one for one in there if on_words or one.name == mention.name), None
        )
        if found is not None:
            self._open(found)
        else:
            self._mention = None
            self._editor.drop()

    def _open(self, mention: Mention) -> None:
        document, decisions = self._correcting.document, self._correcting.decisions()
        if document is None or decisions is None:
            return
        self._mention = mention
        remark = "\n".join(told(one, decisions) for one in decisions.of(mention))
        clause = clause_name(document.outline.sections[mention.section])
        self._editor.open(Subject(mention.name, mention.role, clause, corrected=mention.by_user, remark=remark))

    def _offer(self) -> None:
        """Let the editor propose names, roles and clauses of the document as it is."""
        document, clauses = self._correcting.document, self._correcting.clauses
        if document is not None and self._offered is not clauses:
            self._offered = clauses
            self._editor.set_choices(
                suggested_names(clauses, self._correcting.background.roster),
                suggested_roles(clauses),
                suggested_clauses(document.outline.sections),
            )
