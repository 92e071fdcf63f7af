"""By when a clause is to be done: the words as written, and a day to sort by."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.text.brackets import in_title
from reader.text.genres import looks_like_title
from reader.text.spans import Span
from reader.units import time_context as around
from reader.units.time_phrases import ALONE, TIME, Phrase, after, due_of, is_firm, is_slight, plan_end, year_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.structure.section import Outline, Section


_HEADING = 24  # characters in which a heading says what it is about
_LINE = 121  # characters: no title is longer
_SENTENCE = 200  # characters: 3月底前 goes on from 每年2月底前 no further
_TOLD = 40  # characters behind a time in which a sentence shows that it tells of what has been
_LONG = 32  # characters that what a period is counted from may take: 自主管部门收到完整的申请材料之日起


class DeadlineKind(StrEnum):
    """What sort of time an order is given."""

    DATE = "date"  # 到2025年底, 年内, “十四五”末
    RECURRING = "recurring"  # 每季度, 每年3月底前
    RELATIVE = "relative"  # 印发之日起30日内
    ONGOING = "ongoing"  # 持续推进


class Deadline(NamedTuple):
    """A time as written; ``due`` is its last day (ISO) where that follows from the words: it sorts, it is not shown."""

    text: str
    span: Span
    due: str | None
    kind: DeadlineKind


def is_overall(section: Section, outline: Outline) -> bool:
    """Tell whether a section speaks of the document as a whole (总体要求, 主要目标, 发展基础): no clause's deadline there.

    A 工作目标 below a task of a 重点任务 is that task's own.
    """
    line = [section, *outline.ancestors(section)][::-1]
    if line[0].annex:
        del line[0]
    if not line:
        return False
    if around.OVERALL.search(line[0].heading[:_HEADING]):
        return True
    below = line[1:2]
    return any(around.OVERALL.search(one.heading[:_HEADING]) for one in below) and not around.TASKS.search(
        line[0].heading
    )


def clause_deadlines(
    text: str, section: Section, outline: Outline, issued_on: str | None = None
) -> tuple[Deadline, ...]:
    """Return the deadlines of a section: none where it sets overall goals or holds what stands before the clauses."""
    if section.number == 0 or is_overall(section, outline):
        return ()
    return deadlines(text, (section.heading_span, *section.body), issued_on)


def deadlines(text: str, spans: Iterable[Span], issued_on: str | None = None) -> tuple[Deadline, ...]:
    """Return the deadlines in the spans of a clause, in order; 年内 and 三季度 are of the year of ``issued_on``.

    A time that lies before ``issued_on`` is history, and so is one that a sentence tells of; how long something is
    valid and since when it applies, the age of what is spoken of, and years in titles are no deadlines either.
    """
    issued = date.fromisoformat(issued_on) if issued_on else None
    return tuple(found for span in spans for found in _Paragraph(text, span, issued).run())


class _Paragraph:
    """The times of one span, read from left to right: a year once named is the one that 上半年 means behind it."""

    def __init__(self, text: str, span: Span, issued: date | None) -> None:
        self._text, self._span, self._issued = text, span, issued
        self._year = issued.year if issued else None
        self._done = span.start  # behind the last one found
        self._recurs_to = -1  # up to where 3月底前 goes on from 每年2月底前

    def run(self) -> list[Deadline]:
        found: list[Deadline] = []
        for match in TIME.finditer(self._text, self._span.start, self._span.end):
            read = self._read(Phrase(str(match.lastgroup)), Span(*match.span()))
            if read:
                found.append(read)
                self._done = read.span.end
        return found

    def _read(self, kind: Phrase, span: Span) -> Deadline | None:
        if in_title(self._text, span.start, self._span.start):
            return None
        match kind:
            case Phrase.ONGOING:
                return self._ongoing(span)
            case Phrase.EACH:
                return self._each(span)
            case Phrase.WITHIN:
                return self._within(span)
            case Phrase.PLAN:
                return self._day(span, plan_end(span.text(self._text)), firm="末" in span.text(self._text))
        return self._date(span, stretch=kind is Phrase.STRETCH)

    def _before(self, span: Span, reach: int = 14) -> str:
        return self._text[max(self._span.start, span.start - reach) : span.start]

    def _after(self, span: Span, reach: int = 12) -> str:
        return self._text[span.end : min(self._span.end, span.end + reach)]

    def _opens(self, span: Span) -> bool:
        """Tell whether a phrase opens its part of the sentence, or stands where the time of an order does."""
        return (
            span.start == self._span.start
            or self._text[span.start - 1] in around.BORDER
            or bool(around.LEAD.search(self._before(span, 4)))
        )

    def _of_title(self, span: Span) -> bool:
        """Tell whether a phrase begins a title (2025年工作要点) or ends one in brackets (…计划（2026—2028年）)."""
        if self._after(span, 1) in ("）", ")", "〕") and self._before(span, 1) in ("（", "(", "〔"):
            return not around.STAGE.search(self._before(span))
        start = self._span.start
        return span.start == start and looks_like_title(self._text[start : min(self._span.end, start + _LINE)])

    def _date(self, span: Span, *, stretch: bool) -> Deadline | None:
        phrase = span.text(self._text)
        labelled = bool(around.LABEL.search(self._before(span)))
        if is_slight(phrase) and not labelled:
            return None
        year = year_of(phrase)
        if not year and span.start < self._recurs_to:
            return self._made(span, None, DeadlineKind.RECURRING)
        due = due_of(phrase, self._year, self._issued.year if self._issued else None)
        read = self._day(span, due, firm=labelled or (not stretch and is_firm(phrase)))
        self._year = year if read and year else self._year
        return read

    def _day(self, span: Span, due: date | None, *, firm: bool) -> Deadline | None:
        """Read a day: ``firm`` is the form of an order's time, any other must stand where such a time does."""
        lead, behind = self._before(span), self._after(span)
        if around.VALID.search(lead) or around.OF_SOMETHING.match(behind) or self._numbered(span):
            return None
        if lead.endswith("为") and not around.LABEL.search(lead):
            return None
        if self._is_past(due, firm=firm) or (self._text[span.start] == "截" and not (self._issued and due)):
            return None
        return self._made(span, due, DeadlineKind.DATE) if firm or self._is_ordered(span) else None

    def _is_past(self, due: date | None, *, firm: bool) -> bool:
        """Tell whether a day lies before the document; 3月底前 of its own year may."""
        if not (self._issued and due):
            return False
        return due < self._issued and not (firm and due.year == self._issued.year)

    def _is_ordered(self, span: Span) -> bool:
        """Tell whether a time without 前 stands where that of an order does, not in what is told or in a title."""
        if not self._issued and self._before(span, 1) == "于":
            return False  # 于2020年印发
        told = around.TOLD.match(self._text, span.end, min(self._span.end, span.end + _TOLD))
        return self._opens(span) and not told and not self._of_title(span)

    def _numbered(self, span: Span) -> bool:
        """Tell whether a numeral goes on before the phrase: 近五 of 近五年内, 1 of 12025年."""
        last = self._before(span, 1)
        return last.isdigit() or (
            bool(last)
            and last in "一二三四五六七八九十几数半近两〇"
            and span.text(self._text)[0] in "年月一二三四五六七八九十"
        )

    def _ongoing(self, span: Span) -> Deadline | None:
        lead, behind = self._before(span), self._after(span, 1)
        if span.text(self._text) in ALONE:
            fits = (lead in ("", "\n") or lead[-1] in "\t|" or around.LABEL.search(lead)) and behind in around.CELL_END
        else:
            fits = (not lead or around.COMMITTED.search(lead)) and behind not in ("的", "了", "性", "力")
        return self._made(span, None, DeadlineKind.ONGOING) if fits else None

    def _each(self, span: Span) -> Deadline | None:
        phrase, behind = span.text(self._text), self._after(span)
        fixed = phrase[-1] in "前底末日旬" or (phrase[-1] in "月度年" and len(phrase) > 4)
        if behind.startswith("的") or (phrase.endswith("周") and around.WEEKDAY.match(behind)):
            return None
        if phrase.endswith("每日") or len(phrase) <= 3:
            fixed = False
        if not fixed and (around.HAS_EACH.match(behind) or not (self._opens(span) or around.DOES_EACH.match(behind))):
            return None
        if self._before(span, 1) in ("人", "户", "家", "企", "名", "按"):
            return None
        stop = self._text.find("。", span.end, min(self._span.end, span.end + _SENTENCE))
        self._recurs_to = stop if stop >= 0 else span.end
        return self._made(span, None, DeadlineKind.RECURRING)

    def _within(self, span: Span) -> Deadline | None:
        lead, behind = self._before(span, 30), self._after(span)
        if lead.endswith(around.COUNTED):
            if around.LAPSED.match(behind):
                return None
            start = self._counted_from(span)
            phrase = self._text[start : span.end]
            due = after(self._issued, phrase) if self._issued and around.FROM_ISSUE.search(phrase) else None
            return self._made(Span(start, span.end), due, DeadlineKind.RELATIVE)
        if (
            around.OWN_TIME.search(lead)
            or around.SHORTER.search(lead)
            or not self._opens(span)
            or around.NO_ORDER_WITHIN.match(behind)
        ):
            return None
        years = span.text(self._text).endswith(("年内", "年之内", "年以内"))
        due = after(self._issued, span.text(self._text)) if self._issued and years else None
        return self._made(span, due, DeadlineKind.RELATIVE)

    def _counted_from(self, span: Span) -> int:
        """Return where the words begin that tell from when a period is counted: 自…之日起, 收到…后."""
        floor = max(self._done, span.start - _LONG)
        floor = max(floor, 1 + max(self._text.rfind(c, floor, span.start) for c in "，。；：\n"))
        for rule in (around.SINCE, around.AT):
            if found := list(rule.finditer(self._text, floor, span.start)):
                return found[-1].start() if rule is around.SINCE else found[-1].end()
        if found := list(around.BEGUN.finditer(self._text, floor, span.start)):
            return found[0].start()
        floor = max(floor, 1 + self._text.rfind("、", floor, span.start))
        return floor if span.start - floor <= 10 else span.start

    def _made(self, span: Span, due: date | None, kind: DeadlineKind) -> Deadline:
        return Deadline(span.text(self._text), span, due.isoformat() if due else None, kind)
