"""What the user decides about a unit, put as corrections of the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.library.records import OpenDocument
    from reader.structure.section import Section
    from reader.ui.units.rows import Mention
    from reader.units.corrections import Correction

translate = QCoreApplication.translate


class Decision(NamedTuple):
    """One step of the user: what it is called, and the corrections it makes and takes back."""

    text: str
    made: tuple[Correction, ...] = ()
    withdrawn: tuple[Correction, ...] = ()


class Decisions:
    """The corrections of one document, and new ones that go with them: no unit ever bears two of a kind."""

    def __init__(self, document: OpenDocument) -> None:
        self._document = document
        self._corrections = document.corrections

    def of(self, mention: Mention) -> tuple[Correction, ...]:
        """Return the corrections that made a unit what it is."""
        if not mention.by_user:
            return ()
        source = self._document.reading.map.span_to_source(mention.span)
        return tuple(one for one in self._corrections if self._concerns(one, mention, source))

    def gone_from(self, section: Section) -> tuple[Correction, ...]:
        """Return the corrections that took units away which a clause itself names."""
        held = (one for one in self._corrections if one.op in ("remove", "move") and one not in self._document.unmet)
        return tuple(one for one in held if self._section_at(one.start).number == section.number and self._left(one))

    def target(self, correction: Correction) -> Section | None:
        """Return the clause that an added or moved unit belongs to."""
        return None if correction.to is None else self._section_at(correction.to)

    def add(self, section: Section, name: str, role: str, span: Span | None = None) -> Decision:
        """Put a unit into a clause, on the words that name it where they were selected."""
        from reader.units.corrections import addition

        return Decision(
            translate("units", "添加责任单位"), (addition(name, role, section, self._document.reading, mention=span),)
        )

    def remove(self, mention: Mention) -> Decision:
        """Take a unit out of its clause."""
        text, added = translate("units", "删去责任单位"), self._additions(mention)
        if added:
            return Decision(text, (), added)
        return Decision(text, (self._correction("remove", mention),))

    def rename(self, mention: Mention, name: str) -> Decision:
        """Call a unit otherwise."""
        return self._instead(mention, translate("units", "更正单位名称"), "rename", name=name)

    def set_role(self, mentions: Iterable[Mention], role: str) -> Decision:
        """Give units another role, in one step."""
        text = translate("units", "更改责任类型")
        steps = [self._instead(mention, text, "role", role=role) for mention in mentions]
        made = tuple(one for step in steps for one in step.made)
        return Decision(text, made, tuple(one for step in steps for one in step.withdrawn))

    def move(self, mention: Mention, section: Section) -> Decision:
        """Let another clause answer for a unit."""
        to = self._document.reading.map.to_source(section.span.start)
        return self._instead(mention, translate("units", "移到其他条款"), "move", to=to)

    @staticmethod
    def restore(corrections: Sequence[Correction]) -> Decision:
        """Go back to what was read from the text."""
        return Decision(translate("units", "恢复原读法"), (), tuple(corrections))

    def _instead(self, mention: Mention, text: str, op: str, **changed: Any) -> Decision:
        """Correct a unit in place of an earlier correction of the same kind; what the user added is added otherwise."""
        from uuid import uuid4

        if added := self._additions(mention):
            made = tuple(one._replace(uuid=uuid4().hex, **changed) for one in added)
            return Decision(text, made, added)
        earlier = tuple(one for one in self.of(mention) if one.op == op)
        if earlier and self._as_read(mention, **changed):
            return Decision(text, (), earlier)
        correction = self._correction(op, mention)._replace(**changed)
        if earlier and op == "rename":
            correction = correction._replace(was=earlier[0].was)
        return Decision(text, (correction,), earlier)

    def _as_read(self, mention: Mention, name: str = "", role: str = "", to: int | None = None) -> bool:
        """Tell whether what a unit is to be is what was read of it."""
        for assignment in self._document.as_read:
            for unit in assignment.units:
                if unit.span == mention.span:
                    there = to is None or self._section_at(to).number == assignment.section
                    return there and (name or unit.name, role or assignment.role) == (unit.name, assignment.role)
        return False

    def _correction(self, op: str, mention: Mention) -> Correction:
        from uuid import uuid4

        from reader.units.corrections import Correction

        source = self._document.reading.map.span_to_source(mention.span)
        return Correction(
            uuid4().hex, op, *source, raw=mention.raw, name=mention.name, role=mention.role, was=mention.name
        )

    def _additions(self, mention: Mention) -> tuple[Correction, ...]:
        return tuple(one for one in self.of(mention) if one.op == "add")

    def _concerns(self, one: Correction, mention: Mention, source: Span) -> bool:
        if one.op == "remove":
            return False
        if one.op == "add":
            there = self._section_at(one.start if one.to is None else one.to).number == mention.section
            return there and (one.name, one.role) == (mention.name, mention.role)
        return Span(one.start, one.end).overlaps(source)

    def _left(self, one: Correction) -> bool:
        return one.to is None or self._section_at(one.to).number != self._section_at(one.start).number

    def _section_at(self, source_offset: int) -> Section:
        return self._document.outline.at(self._document.reading.map.to_reading(source_offset))
