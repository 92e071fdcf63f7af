"""What the editor of a unit proposes: names, roles and clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from reader.ui.units.rows import role_names, unit_names
from reader.ui.widgets.completing import Suggestion
from reader.ui.widgets.plain import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.structure.section import Section
    from reader.ui.units.rows import ClauseRow
    from reader.units.roster import RosterEntry

ROLES = ("牵头单位", "责任单位", "配合单位", "成员单位", "指导单位")
translate = QCoreApplication.translate


def suggested_names(clauses: Iterable[ClauseRow], roster: Iterable[RosterEntry]) -> tuple[Suggestion, ...]:
    """Return the names of the document, then those of the office's list, then those of the lexicon, each once."""
    from reader.units.lexicon import shipped

    found = {name: Suggestion(name) for name in unit_names(clauses)}
    for entry in roster:
        also = "\n".join((entry.full_name, *entry.former))
        name = entry.short_name or entry.full_name
        found.setdefault(name, Suggestion(name, also, translate("units", "名录：{0}").format(entry.full_name)))
    for name in shipped().beginning(""):
        found.setdefault(name, Suggestion(name))
    return tuple(found.values())


def suggested_roles(clauses: Iterable[ClauseRow]) -> tuple[str, ...]:
    """Return the roles of the document, the most usual first, then the others that there are."""
    return tuple(dict.fromkeys((*role_names(clauses), *ROLES)))


def suggested_clauses(sections: Sequence[Section]) -> dict[str, Section]:
    """Return the clauses by what they are called; of several that are called the same, the first."""
    found: dict[str, Section] = {}
    for section in sections[1:]:
        found.setdefault(clause_name(section), section)
    return found


def clauses_meant(typed: str, clauses: Mapping[str, Section]) -> tuple[str, ...]:
    """Return the clause that is called as typed, else those with this number, else those whose name begins so."""
    if not typed or typed in clauses:
        return (typed,) if typed else ()
    numbered = tuple(name for name, section in clauses.items() if section.label == typed)
    return numbered or tuple(name for name in clauses if name.startswith(typed))


def clause_name(section: Section) -> str:
    return named(section.label, section.heading)
