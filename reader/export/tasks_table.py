"""What a task table (任务分解表) is made of, whatever file it becomes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.export.citation import UNTITLED, title_in_marks
from reader.units.assignment import Duty

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.export.table_layout import Merge
    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline
    from reader.units.assignment import Assignment

KIND = "任务分解表"
NOTHING = "未读出责任单位。"
SOURCES = "来源文件："


class TaskColumn(StrEnum):
    """A column of the table; the values are for settings."""

    NUMBER = "number"
    SOURCE = "source"
    CATEGORY = "category"
    TASK = "task"
    MEASURE = "measure"
    TARGET = "target"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    GUIDE = "guide"
    MEMBER = "member"
    DEADLINE = "deadline"
    CLAUSE = "clause"
    REMARK = "remark"


COLUMN_TITLES: Mapping[TaskColumn, str] = {
    TaskColumn.NUMBER: "序号",
    TaskColumn.SOURCE: "来源文件",
    TaskColumn.CATEGORY: "任务类别",
    TaskColumn.TASK: "重点任务",
    TaskColumn.MEASURE: "具体举措",
    TaskColumn.TARGET: "量化指标",
    TaskColumn.LEAD: "牵头单位",
    TaskColumn.RESPONSIBLE: "责任单位",
    TaskColumn.SUPPORT: "配合单位",
    TaskColumn.GUIDE: "指导单位",
    TaskColumn.MEMBER: "成员单位",
    TaskColumn.DEADLINE: "完成时限",
    TaskColumn.CLAUSE: "依据条款",
    TaskColumn.REMARK: "备注",
}
_BY_CHOICE = (TaskColumn.SOURCE, TaskColumn.TARGET, TaskColumn.GUIDE, TaskColumn.MEMBER, TaskColumn.CLAUSE)
DEFAULT_COLUMNS = tuple(column for column in TaskColumn if column not in _BY_CHOICE)
UNIT_COLUMNS: Mapping[TaskColumn, Duty] = {
    TaskColumn.LEAD: Duty.LEAD,
    TaskColumn.RESPONSIBLE: Duty.RESPONSIBLE,
    TaskColumn.SUPPORT: Duty.SUPPORT,
    TaskColumn.GUIDE: Duty.GUIDE,
    TaskColumn.MEMBER: Duty.MEMBER,
}


class TaskTableOptions(NamedTuple):
    """What the office chooses.

    ``order`` is "document", or "roster" by the unit in charge. ``members`` brings in those who only sit in a 专班.
    ``first_leads`` takes the first of a list without a lead for the lead, by custom, and says so. Without
    ``blank_columns`` a column that no row fills is left out (but 备注), without ``merged`` each row has all its cells.
    """

    columns: tuple[TaskColumn, ...] = DEFAULT_COLUMNS
    order: str = "document"
    members: bool = False
    first_leads: bool = False
    blank_columns: bool = True
    merged: bool = True
    title: str = ""


class TaskSource(NamedTuple):
    """A document with its assignments, corrected where the user corrected them.

    ``title`` is the library's name for it where the text has none, ``number`` the library's number. Of ``only`` these
    sections the tasks are wanted, without it of all. ``as_read`` are the assignments before any correction, where there
    are some: a bracket stays one when all its units were moved.
    """

    front: FrontMatter
    outline: Outline
    simplified: str
    assignments: Sequence[Assignment]
    title: str | None = None
    number: int | None = None
    only: frozenset[int] | None = None
    as_read: Sequence[Assignment] | None = None

    @property
    def name(self) -> str:
        """Its title in 《》."""
        return title_in_marks(self.title or self.front.title or self.front.notice_title or UNTITLED)


class TaskRow(NamedTuple):
    """One task; ``cells`` are the texts in the order of the columns, also those that a merged cell shows once.

    ``source`` is the place of its document among the sources, ``document`` that one's number in the library.
    """

    source: int
    document: int | None
    section: int
    part: int
    cells: tuple[str, ...]


class TaskTable(NamedTuple):
    """A whole table: title, what it is taken from, columns, rows and which of their cells are one."""

    title: str
    source_lines: tuple[str, ...]
    columns: tuple[TaskColumn, ...]
    rows: tuple[TaskRow, ...]
    merges: tuple[Merge, ...]
    several: bool = False

    @property
    def heads(self) -> tuple[str, ...]:
        return tuple(COLUMN_TITLES[column] for column in self.columns)
