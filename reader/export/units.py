"""Who is responsible, as a table: one row a section and role (任务分解表)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reader.export.citation import UNTITLED, locus, title_in_marks
from reader.export.note_list import RESTORED, about

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from reader.export.styles import GongwenType
    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline, Section
    from reader.text.reading_text import ReadingText
    from reader.units.assignment import Assignment

KIND = "任务分解表"
NOTHING = "本文件未读出责任单位。"

_LONGEST_TASK = 80  # characters of a section without heading that stand for it


@dataclass(frozen=True)
class UnitsSheet:
    """One document with its assignments; ``title`` is the library's name for it where the text has none."""

    front: FrontMatter
    outline: Outline
    reading: ReadingText
    assignments: Sequence[Assignment]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One role of one section; ``number`` counts sections, so that rows of one section share it."""

    section: int
    number: int
    clause: str
    task: str
    role: str
    units: str
    remark: str


def task_rows(sheet: UnitsSheet) -> tuple[TaskRow, ...]:
    """Return the rows in the order of the document."""
    ordered = sorted(sheet.assignments, key=lambda a: (a.section, a.span))
    return tuple(_rows(sheet, ordered))


def units_docx(
    sheet: UnitsSheet, type_: GongwenType | None = None, *, author: str = "", created: datetime | None = None
) -> bytes:
    """Return a .docx in landscape: a table with a repeated head, 第X页 共X页 at the foot."""
    from reader.export.gongwen import Gongwen, Properties  # python-docx is slow to load
    from reader.export.page import TABLE
    from reader.export.tables import Cell, Column, table

    title = title_in_marks(sheet.title or sheet.front.title or sheet.front.notice_title or UNTITLED)
    paper = Gongwen(Properties(title + KIND, about(sheet.front), author, created), type_, TABLE)
    paper.title(title, KIND)
    if head := about(sheet.front):
        paper.paragraph("Subtitle", head)
    else:
        paper.blank()
    columns = (
        Column("序号", 13, "CellCentre"),
        Column("条款", 25, "CellCentre"),
        Column("重点任务", 65),
        Column("责任类型", 24, "CellCentre"),
        Column("单位", 75),
        Column("备注", 44),
    )
    rows = task_rows(sheet)
    if not rows:
        paper.paragraph("BodyText", NOTHING)
        return paper.bytes()
    cells = []
    for _, same in groupby(rows, key=lambda row: row.section):
        for place, row in enumerate(same):
            shared = [Cell(text, joined=place > 0) for text in (str(row.number), row.clause, row.task)]
            cells.append([*shared, Cell(row.role), Cell(row.units), Cell(row.remark)])
    paper.add(table(paper, columns, cells))
    return paper.bytes()


def _rows(sheet: UnitsSheet, ordered: list[Assignment]) -> Iterator[TaskRow]:
    number, before = 0, -1
    for assignment in ordered:
        if assignment.section != before:
            number, before = number + 1, assignment.section
        section = sheet.outline.sections[assignment.section]
        yield TaskRow(
            section=section.number,
            number=number,
            clause=locus(sheet.outline, section, form="short").strip(),
            task=_task(sheet, section),
            role=assignment.role,
            units="、".join(unit.name for unit in assignment.units) + ("等" if assignment.open_ended else ""),
            remark=_remark(assignment),
        )


def _remark(assignment: Assignment) -> str:
    restored = dict.fromkeys(unit.name for unit in assignment.units if unit.restored)
    return f"{'、'.join(restored)}：{RESTORED}" if restored else ""


def _task(sheet: UnitsSheet, section: Section) -> str:
    """Return the heading, or where there is none the beginning of the text."""
    if section.heading or not section.number:
        return section.heading
    text = "".join(span.text(sheet.reading.simplified) for span in section.body).strip()
    first = text.split("\n", 1)[0]
    return first if len(first) <= _LONGEST_TASK else first[: _LONGEST_TASK - 2] + "……"
