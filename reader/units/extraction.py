"""Sections to assignments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.brackets import closing
from reader.text.damage import damaged_spans
from reader.text.duties import LABEL
from reader.text.organs import is_organ, is_phrase
from reader.text.spans import Span
from reader.units.assignment import Assignment
from reader.units.lexicon import Lexicon, shipped
from reader.units.lists import UnitList, is_unit, read_list
from reader.units.rules import BRACKET, PROSE_RULES, TRIGGER, VERB_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.structure.section import Outline, Section

_LAST_BRACKET = re.compile(
    r"[（(〔［\[【][^（()）〔〕［］\[\]【】\n]{2,300}(?:[（(][^（()）]{1,40}[）)][^（()）\n]{0,200}){0,6}[）)〕］\]】][。；;]?\s*$"
)
_SEPARATOR = re.compile(r"[；;，,。]")  # A牵头，B配合。以下责任单位均包括…
_ODD = 14  # characters of a name that is no organ's by its shape (省计生协, 杭州资本)


def extract(simplified: str, outline: Outline, lexicon: Lexicon | None = None) -> tuple[Assignment, ...]:
    """Return the assignments of all sections in the order of the text (``simplified`` is the reading text)."""
    found = _Extraction(simplified, outline, lexicon or shipped())
    return found.run()


class _Extraction:
    def __init__(self, text: str, outline: Outline, lexicon: Lexicon) -> None:
        self._text, self._outline, self._lexicon = text, outline, lexicon

    def run(self) -> tuple[Assignment, ...]:
        made = self._pass()
        if any(damaged_spans(unit.raw) for assignment in made for unit in assignment.units):
            # What the document itself spells out undamaged elsewhere is the best lexicon for its damaged names.
            intact = {u.name for a in made for u in a.units if not damaged_spans(u.raw) and is_organ(u.name)}
            self._lexicon = self._lexicon.with_names(intact)
            made = self._pass()
        return tuple(made)

    def _pass(self) -> list[Assignment]:
        made: list[Assignment] = []
        for section in self._outline.sections[1:]:
            found = [a for span in self._stretches(section) for a in self._in(section, span)]
            made += sorted(found, key=lambda a: a.span)
        return made

    def _stretches(self, section: Section) -> Iterator[Span]:
        """Yield heading and text of a section where they speak of duties at all."""
        for span in (section.heading_span, *section.body):
            if TRIGGER.search(self._text, span.start, span.end):
                yield span

    def _in(self, section: Section, span: Span) -> Iterator[Assignment]:
        taken: list[Span] = []
        for opening in BRACKET.finditer(self._text, span.start, span.end):
            close = closing(self._text, opening.start(), span.end)
            inner = Span(opening.start() + 1, close if close >= 0 else span.end)
            taken.append(Span(opening.start(), inner.end))
            yield from self._labelled(section, inner, Span(opening.start(), min(inner.end + 1, span.end)), "bracket")
        if not taken and (label := LABEL.match(self._text, span.start, span.end)):
            yield from self._labelled(section, Span(label.start(), span.end), span, "line")
            return
        if not taken:
            yield from self._verbs(section, span)
        yield from self._prose(section, span, taken)

    def _labelled(self, section: Section, inner: Span, whole: Span, source: str) -> Iterator[Assignment]:
        """Read `role：units；role：units`."""
        labels = [m for m in LABEL.finditer(self._text, inner.start, inner.end) if self._begins_part(m.start(), inner)]
        for label, following in zip(labels, [*labels[1:], None], strict=False):
            span = Span(label.end(), following.start() if following else inner.end)
            units = read_list(self._text, span, self._lexicon)
            yield from self._assignment(section, "".join(label["role"].split()), units, whole, source)

    def _begins_part(self, start: int, inner: Span) -> bool:
        before = self._text[inner.start : start].rstrip()
        return not before or bool(_SEPARATOR.match(before[-1]))

    def _verbs(self, section: Section, span: Span) -> Iterator[Assignment]:
        """Read the bracket without label that ends a paragraph: （A牵头，B、C配合）."""
        window = Span(max(span.start, span.end - 600), span.end)
        found = _LAST_BRACKET.search(self._text, window.start, window.end)
        if not found:
            return
        close = closing(self._text, found.start(), span.end)
        inner = Span(found.start() + 1, close if close >= 0 else span.end)
        for part in self._parts(inner):
            phrase = part.text(self._text).rstrip("。 ")
            for role, pattern in VERB_ROLES:
                if verb := pattern.search(phrase):
                    units = read_list(self._text, Span(part.start, part.start + verb.start()), self._lexicon)
                    if self._are_units(units):
                        yield from self._assignment(section, role, units, Span(found.start(), inner.end + 1), "bracket")
                    break

    def _are_units(self, found: UnitList) -> bool:
        """Tell whether a list without a label names units: most have the shape of one, the others are as short."""
        odd = [u for u in found.units if not is_unit(u.name, self._lexicon)]
        return 2 * len(odd) < len(found.units) and all(len(u.name) <= _ODD and not is_phrase(u.name) for u in odd)

    def _parts(self, inner: Span) -> Iterator[Span]:
        start = inner.start
        for separator in _SEPARATOR.finditer(self._text, inner.start, inner.end):
            yield Span(start, separator.start())
            start = separator.end()
        yield Span(start, inner.end)

    def _prose(self, section: Section, span: Span, taken: list[Span]) -> Iterator[Assignment]:
        for rule in PROSE_RULES:
            for found in rule.pattern.finditer(self._text, span.start, span.end):
                where = Span(*found.span())
                if any(where.overlaps(other) for other in taken):
                    continue
                units = read_list(self._text, Span(*found.span("units")), self._lexicon)
                if units.units and all(is_organ(u.name) or u.name in self._lexicon for u in units.units):
                    yield from self._assignment(section, rule.role, units, where, "prose")

    def _assignment(
        self, section: Section, role: str, units: UnitList, span: Span, source: str
    ) -> Iterator[Assignment]:
        if units.units:
            yield Assignment(
                section.number, section.path, role, units.units, units.open_ended, span.text(self._text), span, source
            )
