"""What the list 待明确事项 shows: clauses that order something and name nobody, or no date."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.ui.widgets.matching import FilterTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.structure.section import Section
    from reader.text.spans import Span
    from reader.units.gaps import Gap

translate = QCoreApplication.translate


class GapRow(NamedTuple):
    """A clause that leaves something open; ``span`` is what it orders, in the reading text."""

    section: int
    label: str
    heading: str
    span: Span


class GapGroup(NamedTuple):
    """The clauses that leave the same open."""

    kind: str
    name: str
    gaps: tuple[GapRow, ...]


class GapFilter:
    """The gaps of one document, filtered by words of heading, path or text."""

    def __init__(self, gaps: Sequence[Gap], sections: Sequence[Section]) -> None:
        self._gaps = tuple(gaps)
        self._sections = sections

    def groups(self, query: str) -> tuple[GapGroup, ...]:
        """Return the gaps that match, by kind; a kind without any is left out."""
        kept = self._texts.matches(query) if query.strip() else range(len(self._gaps))
        found: dict[str, list[GapRow]] = {}
        for i in kept:
            found.setdefault(str(self._gaps[i].kind), []).append(self._row(self._gaps[i]))
        return tuple(GapGroup(kind, name, tuple(found[kind])) for kind, name in kinds() if kind in found)

    def count(self, query: str) -> int:
        """Return how many gaps match."""
        return len(self._texts.matches(query)) if query.strip() else len(self._gaps)

    def _row(self, gap: Gap) -> GapRow:
        section = self._sections[gap.section]
        return GapRow(gap.section, section.label, section.heading or gap.text, gap.span)

    @cached_property
    def _texts(self) -> FilterTexts:
        rows = (self._sections[gap.section] for gap in self._gaps)
        names = dict(kinds())
        return FilterTexts(
            ["\n".join((s.label, s.heading, g.text, names[str(g.kind)])) for s, g in zip(rows, self._gaps, strict=True)]
        )


def kinds() -> Iterable[tuple[str, str]]:
    """Return the kinds of gaps in the order of the list, with their names."""
    return (
        ("nobody", translate("units", "未写明责任单位")),
        ("no_date", translate("units", "未写明完成时限")),
    )
