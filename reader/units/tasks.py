"""The tasks of a document: what each clause, or part of a clause, asks of whom and by when."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reader.text.damage import damaged_spans
from reader.text.spans import Span
from reader.units.assignment import Assignment, Duty
from reader.units.deadlines import deadlines, is_overall
from reader.units.targets import targets
from reader.units.task_parts import Part, bracket_of, duties_of, lines_of, parts_of
from reader.units.task_parts import TaskUnit as TaskUnit
from reader.units.task_text import apart, is_generic, joined, name_of, own_text, titles, within, without

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.structure.section import Outline, Section
    from reader.units.deadlines import Deadline
    from reader.units.scope_notes import ScopeNote
    from reader.units.targets import Target

RESTORED = "原文乱码，据名录还原，待核"
DAMAGED = "原文乱码，待核"
BY_USER = "本项为人工更正"
EVERYWHERE = "均需落实"

_LEAD_IN = 12  # characters of a line that only announces what stands below it: 主要措施：


class Task(NamedTuple):
    """One row of a task table, known by its section and its part of that (0 where the section is one task).

    ``above`` are the sections whose headings are the ``category``, outermost first, ``named_by`` the one whose heading
    names the task. ``duties`` goes by what is written: 责任单位 stay RESPONSIBLE beside 牵头单位; LEAD are those
    that are called so, or that a scope note puts first.
    """

    section: int
    part: int
    above: tuple[int, ...]
    named_by: int
    category: tuple[str, ...]
    heading: str
    measure: str
    duties: Mapping[Duty, tuple[TaskUnit, ...]]
    deadlines: tuple[Deadline, ...]
    targets: tuple[Target, ...]
    remarks: tuple[str, ...]
    label: str

    @property
    def is_membership(self) -> bool:
        """Whether it only says who sits in a 专班 or 领导小组."""
        return set(self.duties) == {Duty.MEMBER}


def tasks(
    simplified: str,
    outline: Outline,
    assignments: Sequence[Assignment],
    *,
    issued_on: str | None = None,
    notes: Sequence[ScopeNote] = (),
    as_read: Sequence[Assignment] | None = None,
) -> tuple[Task, ...]:
    """Return the tasks in the order of the document: one a clause, or one a part where brackets cover parts.

    ``issued_on`` tells which year 年内 means; ``notes`` are the scope notes of the document. ``as_read`` are the
    assignments before the user corrected them, if he did: their brackets are no part of any task, whoever has it now.
    """
    return tuple(
        _Reading(simplified, outline, assignments, issued_on, notes, assignments if as_read is None else as_read).run()
    )


class _Reading:
    def __init__(
        self,
        text: str,
        outline: Outline,
        assignments: Sequence[Assignment],
        issued_on: str | None,
        notes: Sequence[ScopeNote],
        as_read: Sequence[Assignment],
    ) -> None:
        self._text, self._outline, self._issued_on = text, outline, issued_on
        self._notes = notes
        self._by_section: defaultdict[int, list[Assignment]] = defaultdict(list)
        for assignment in assignments:
            if assignment.units:
                self._by_section[assignment.section].append(assignment)
        self._as_read: defaultdict[int, list[Assignment]] = defaultdict(list)
        for assignment in as_read:
            self._as_read[assignment.section].append(assignment)
        self._brackets = self._no_tasks()
        self._titles = titles(outline)
        self._shared = self._level_shared_by_all()

    def run(self) -> Iterator[Task]:
        for number in sorted(self._by_section):
            section = self._outline.sections[number]
            parts = parts_of(self._by_section[number], self._as_read[number], section)
            others = apart(part.stretch for part in parts if part.covers)
            own = own_text(self._text, section, titled=number in self._titles)
            for place, part in enumerate(parts):
                yield self._task(section, place, part, own, others)

    def _level_shared_by_all(self) -> int | None:
        """Return the outermost section that all tasks lie in; as a category it would tell nothing."""
        tops = {self._chain(self._outline.sections[n])[0] for n in self._by_section if n and not self._is_membership(n)}
        return tops.pop() if len(tops) == 1 else None

    def _is_membership(self, number: int) -> bool:
        return all(u.duty is Duty.MEMBER for a in self._by_section[number] for u in a.units)

    def _chain(self, section: Section) -> list[int]:
        return [*(s.number for s in reversed(list(self._outline.ancestors(section)))), section.number]

    def _task(self, section: Section, place: int, part: Part, own: tuple[Span, ...], others: tuple[Span, ...]) -> Task:
        above, named_by = self._place(section)
        brackets = self._brackets.get(section.number, ())
        measure = self._measure(section, part, own, others)
        spans = self._spans(section, part, others)
        duties = duties_of(part.assignments)
        return Task(
            section=section.number,
            part=place,
            above=above,
            named_by=named_by,
            category=tuple(self._heading(n) for n in above),
            heading=name_of(self._heading(named_by)),
            measure=measure,
            duties=duties,
            deadlines=() if is_overall(section, self._outline) else deadlines(self._text, spans, self._issued_on),
            targets=targets(self._text, without(spans, brackets)),
            remarks=tuple(self._remarks(section, part, duties, measure)),
            label=section.label,
        )

    def _place(self, section: Section) -> tuple[tuple[int, ...], int]:
        """Return the sections that make the category, and the one whose heading names the task.

        A clause that begins with a sentence is named by the heading above it, unless that is the category.
        """
        chain = self._chain(section)
        telling = [n for n in chain[:-1] if n != self._shared and not is_generic(self._heading(n))]
        if section.number not in self._titles and len(telling) > 1:
            return tuple(telling[:-1]), telling[-1]
        return tuple(telling or chain[:-1][-1:]), section.number

    def _heading(self, number: int) -> str:
        section = self._outline.sections[number]
        return joined(self._text, [section.heading_span], self._brackets.get(number, ())).replace("\n", "")

    def _no_tasks(self) -> dict[int, tuple[Span, ...]]:
        """Return what of each section is no task: the brackets that name units, and notes on how to read them."""
        found: defaultdict[int, list[Span | None]] = defaultdict(list)
        for number, assignments in self._as_read.items():
            found[number] += map(bracket_of, assignments)
        for note in self._notes:
            found[note.section].append(self._with_bracket(note.span))
        return {number: apart(filter(None, spans)) for number, spans in found.items()}

    def _with_bracket(self, span: Span) -> Span | None:
        """Return the span of a bracket that holds nothing else; None where there is none."""
        around = self._text[span.start - 1 : span.start] + self._text[span.end : span.end + 1]
        return Span(span.start - 1, span.end + 1) if around in ("（）", "()", "〔〕", "[]", "【】") else None

    def _spans(self, section: Section, part: Part, others: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return where a part stands, its bracket too: that may say by when."""
        if part.covers:
            begins = self._begins_at_heading(section, part.covers)
            return (Span(section.heading_span.start if begins else part.stretch.start, part.stretch.end),)
        whole = (section.heading_span, *section.body)
        if not section.number:
            whole = lines_of(self._text, part.assignments, section)
        return without(whole, others) or whole

    @staticmethod
    def _begins_at_heading(section: Section, covers: Span) -> bool:
        """Tell whether a bracket covers the first sentence of a clause: its heading, title or not, is of that part."""
        return covers.start <= section.heading_span.end + 1

    def _measure(self, section: Section, part: Part, own: tuple[Span, ...], others: tuple[Span, ...]) -> str:
        brackets = self._brackets.get(section.number, ())
        paragraphs = own if section.number else lines_of(self._text, part.assignments, section)
        if part.covers:
            start = section.heading_span.start if self._begins_at_heading(section, part.covers) else part.covers.start
            paragraphs = within(paragraphs, Span(start, part.covers.end))
        elif others and joined(self._text, without(paragraphs, others), brackets):
            paragraphs = without(paragraphs, others)
        said = self._without_lead_ins(section, part, joined(self._text, paragraphs, brackets))
        if said and not said.endswith("："):
            return said
        below = "" if part.covers else self._below(section)
        return "\n".join(filter(None, (said, below))) or self._heading(section.number)

    def _without_lead_ins(self, section: Section, part: Part, text: str) -> str:
        """Drop lines that only announce what has rows of its own, such as 主要措施."""
        before, _, last = text.rpartition("\n")
        if before and _is_lead_in(last) and self._outline.children.get(section.number):
            text = before
        first, _, behind = text.partition("\n")
        return behind if behind and part.covers and _is_lead_in(first) else text

    def _below(self, section: Section) -> str:
        """Return the text of the sections below that name no unit of their own: the one above is theirs too."""
        lines = []
        for child in self._outline.children.get(section.number, ()):
            if child.number not in self._by_section:
                brackets = self._brackets.get(child.number, ())
                own = joined(self._text, own_text(self._text, child, titled=False), brackets)
                lines += [child.marker.strip() + own, self._below(child)]
        return "\n".join(filter(None, lines))

    def _remarks(
        self, section: Section, part: Part, duties: Mapping[Duty, tuple[TaskUnit, ...]], measure: str
    ) -> Iterator[str]:
        units = [unit for listed in duties.values() for unit in listed]
        for found, remark in (
            ([u.name for u in units if u.restored], RESTORED),
            ([u.name for u in units if not u.restored and damaged_spans(u.name)], DAMAGED),
        ):
            if found:
                yield f"{'、'.join(dict.fromkeys(found))}：{remark}"
        texts = (("重点任务", self._heading(section.number)), ("具体举措", measure))
        yield from (f"{name}：{DAMAGED}" for name, text in texts if damaged_spans(text))
        if any(unit.by_user for unit in units):
            yield BY_USER
        named = {unit.name for unit in units}
        begin = part.covers.start if part.covers else section.marker_span.start
        for note in (n for n in self._notes if n.kind == "everywhere"):
            missing = [name for name in note.units if name not in named]
            if missing and note.span.start < begin:
                yield "、".join(missing) + EVERYWHERE


def _is_lead_in(line: str) -> bool:
    return line.endswith("：") and len(line) <= _LEAD_IN
