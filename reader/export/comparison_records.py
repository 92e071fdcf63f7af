"""What a table of a comparison (修订对照表, 横向比较表, 承接情况表) is made of, whatever file it becomes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.export.citation import UNTITLED, title_in_marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.comparison.judgement import Judgement
    from reader.comparison.records import Comparison
    from reader.export.table_layout import Merge
    from reader.structure.front_matter import FrontMatter
    from reader.structure.section import Outline
    from reader.text.reading_text import ReadingText
    from reader.units.assignment import Assignment

REVISION, PEER_TABLE, TAKING_UP = "修订对照表", "横向比较表", "承接情况表"
NOTHING = "两个文件的条款没有需要列出的差异。"

Sections = tuple[int | None, int | None]


class ComparisonColumn(StrEnum):
    """A column of the table; the values are for settings."""

    NUMBER = "number"
    LEFT = "left"
    LEFT_UNITS = "left_units"
    RIGHT = "right"
    RIGHT_UNITS = "right_units"
    KINDS = "kinds"
    UNITS = "units"
    STATUS = "status"
    HINTS = "hints"
    NOTES = "notes"
    REMARK = "remark"


CHOSEN = (  # columns that the office asks for; they are left out where they stay empty
    ComparisonColumn.LEFT_UNITS,
    ComparisonColumn.RIGHT_UNITS,
    ComparisonColumn.KINDS,
    ComparisonColumn.UNITS,
    ComparisonColumn.NOTES,
)
TEXTS = (ComparisonColumn.LEFT, ComparisonColumn.RIGHT)


class Mark(StrEnum):
    """How a stretch of a cell is set."""

    PLAIN = ""
    ADDED = "added"  # 黑体
    REMOVED = "removed"  # struck through
    SHARED = "shared"  # 黑体: what two clauses have in common
    PLACE = "place"  # 楷体: where the clause stands


class Run(NamedTuple):
    """A stretch of text in one setting; it holds no newline."""

    text: str
    mark: Mark = Mark.PLAIN


Line = tuple[Run, ...]


class ComparisonCell(NamedTuple):
    """Paragraphs one below the other."""

    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """All of it, without the settings."""
        return "\n".join("".join(run.text for run in line) for line in self.lines)

    @classmethod
    def of(cls, text: str) -> ComparisonCell:
        """Return a cell of plain text."""
        return cls(tuple((Run(line),) for line in text.split("\n"))) if text else cls()


class ComparisonRow(NamedTuple):
    """One row; ``heading`` rows are the headings above clauses and have no number.

    ``lefts`` and ``rights`` are the numbers of the sections it tells of; a row ``across`` is one cell, the first.
    """

    cells: tuple[ComparisonCell, ...]
    lefts: tuple[int, ...] = ()
    rights: tuple[int, ...] = ()
    heading: bool = False
    across: bool = False


class ComparisonTable(NamedTuple):
    """A whole table: ``name`` and ``kind`` are the two lines of its title.

    ``meaning`` says what the type of its words means, ``left_out`` which clauses it does not list.
    """

    kind: str
    name: str
    source_lines: tuple[str, ...]
    meaning: str
    left_out: str
    columns: tuple[ComparisonColumn, ...]
    heads: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]
    merges: tuple[Merge, ...] = ()

    @property
    def title(self) -> str:
        return self.name + self.kind

    @property
    def note(self) -> str:
        """What a reader has to know before he reads it; empty where there is nothing to explain."""
        return f"说明：{self.meaning}{self.left_out}" if self.meaning or self.left_out else ""

    @property
    def listed(self) -> int:
        """How many numbered rows there are."""
        return sum(not row.heading and not row.across for row in self.rows)


class ComparisonOptions(NamedTuple):
    """What the office chooses.

    ``unchanged`` lists the clauses too in which nothing differs; ``kinds``, ``units`` and ``notes`` ask for the columns
    变化类型, 涉及单位 and 批注; ``substantive`` leaves out rows in which only wording or form differs.
    """

    unchanged: bool = False
    kinds: bool = False
    units: bool = False
    notes: bool = False
    substantive: bool = False
    title: str = ""


class ComparedPaper(NamedTuple):
    """One of the two documents; ``title`` is the library's name for it where the text has none, ``stage`` its 稿次."""

    front: FrontMatter
    outline: Outline
    reading: ReadingText
    assignments: Sequence[Assignment] = ()
    title: str | None = None
    stage: str = ""

    @property
    def name(self) -> str:
        """Its title in 《》."""
        return title_in_marks(self.front.title or self.front.notice_title or self.title or UNTITLED)


class ComparisonSource(NamedTuple):
    """Two documents, what the comparison found, and what the user says of it.

    ``judgements`` go by left section; ``notes`` by the sections of a pair, of which one may be None.
    """

    left: ComparedPaper
    right: ComparedPaper
    comparison: Comparison
    judgements: Mapping[int, Judgement] = {}
    notes: Mapping[Sections, Sequence[str]] = {}
