"""修订对照表: what stands, what it becomes, and what happened to each article."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reader.export.citation import locus
from reader.export.comparison_blocks import Block, blocks
from reader.export.comparison_cells import Told, filled
from reader.export.comparison_records import (
    REVISION,
    ComparisonCell,
    ComparisonColumn,
    ComparisonOptions,
    ComparisonRow,
    ComparisonSource,
    ComparisonTable,
    Mark,
    Run,
)
from reader.export.comparison_words import COLUMN_TITLES, source_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.structure.section import Outline

_NAMES = ("现行条文", "修订后条文")
_ONLY_NUMBER = "仅序号调整，内容未改动。"
_TITLE_CHANGED = "标题修改。"


def editions_table(source: ComparisonSource, options: ComparisonOptions) -> ComparisonTable:
    """Return the table, in the order of the new text; what did not change is left out, but by choice."""
    asked = _columns(options)
    rows = _Rows(source, options, asked)
    columns, found = filled(asked, tuple(rows.listed()))
    names = _names(source)
    heads = {
        ComparisonColumn.LEFT: names[0],
        ComparisonColumn.RIGHT: names[1],
        ComparisonColumn.REMARK: "修订说明（依据）",
    }
    return ComparisonTable(
        kind=REVISION,
        name=options.title.strip().removesuffix(REVISION) or source.right.name,
        source_lines=tuple(source_lines(source.left, source.right, names)),
        meaning=_meaning(found, names),
        left_out=rows.left_out() if found else "",
        columns=columns,
        heads=tuple((heads.get(column) or COLUMN_TITLES[column]) for column in columns),
        rows=found,
    )


def _columns(options: ComparisonOptions) -> tuple[ComparisonColumn, ...]:
    chosen = {
        ComparisonColumn.KINDS: options.kinds,
        ComparisonColumn.UNITS: options.units,
        ComparisonColumn.NOTES: options.notes,
    }
    first = (ComparisonColumn.NUMBER, ComparisonColumn.LEFT, ComparisonColumn.RIGHT)
    return (*first, *(column for column, wanted in chosen.items() if wanted), ComparisonColumn.REMARK)


def _names(source: ComparisonSource) -> tuple[str, str]:
    """Return what the two texts are called: by their 稿次 where both are known and differ."""
    left, right = source.left.stage, source.right.stage
    return (left, right) if left and right and left != right else _NAMES


def _meaning(rows: Sequence[ComparisonRow], names: tuple[str, str]) -> str:
    """Say what the type means, as far as it occurs."""
    marks = {run.mark for row in rows for cell in row.cells for line in cell.lines for run in line}
    told = []
    if Mark.REMOVED in marks:
        told.append(f"“{names[0]}”栏中加删除线的为删去的内容")
    if Mark.ADDED in marks:
        told.append(f"“{names[1]}”栏中的黑体字为新增的内容")
    return "，".join(told) + "。" if told else ""


class _Ready(NamedTuple):
    """A block with what is told of it."""

    block: Block
    told: Told


class _Rows:
    """The rows of one table, and how many articles it leaves out."""

    def __init__(
        self, source: ComparisonSource, options: ComparisonOptions, columns: tuple[ComparisonColumn, ...]
    ) -> None:
        self._source, self._options, self._columns = source, options, columns
        self._outlines = source.left.outline, source.right.outline
        found = blocks(*self._outlines, source.comparison.pairs)
        shared = Told.sharing(source)
        self._ready = [_Ready(block, shared(block)) for block in found]
        self._above = {n: ready for ready in self._ready if ready.told.heading for n in ready.block.rights}
        self._same = self._renumbered = self._small = 0

    def left_out(self) -> str:
        """Say how many articles are not listed."""
        told = []
        if self._same:
            told.append(f"内容未改动的{self._same}条")
        if self._renumbered:
            told.append(f"仅序号调整的{self._renumbered}条")
        if self._small:
            told.append(f"仅有文字表述或者格式修改的{self._small}条")
        return "、".join(told) + "从略。" if told else ""

    def listed(self) -> Iterator[ComparisonRow]:
        number = 0
        printed: set[int] = set()
        if title := self._title():
            yield title
        for ready in self._wanted():
            if isinstance(ready, list):
                number += 1
                yield self._run(ready, number)
                continue
            yield from self._headings(ready, printed)
            if ready.told.heading:
                if ready.block.rights[:1] and ready.block.rights[0] in printed:
                    continue
                printed.update(ready.block.rights)
                yield self._row(ready, 0)
            else:
                number += 1
                yield self._row(ready, number)

    def _wanted(self) -> Iterator[_Ready | list[_Ready]]:
        """Yield the rows to be shown; a run of articles of which only the number changed is one."""
        run: list[_Ready] = []
        for ready in self._ready:
            told, heading = ready.told, ready.told.heading
            if heading and not self._options.unchanged and told.quiet:
                continue
            if not heading and not self._options.unchanged and told.renumbered and not self._options.substantive:
                run.append(ready)
                continue
            if not self._shown(ready):
                if run and told.same:
                    yield run
                    run = []
                continue
            if run:
                yield run
                run = []
            yield ready
        if run:
            yield run

    def _shown(self, ready: _Ready) -> bool:
        told = ready.told
        if self._options.substantive:
            if told.substantive:
                return True
            if not told.heading:
                self._same += told.same and any(ready.block.rights)
                self._renumbered += told.renumbered
                self._small += not told.quiet
            return False
        if self._options.unchanged or not told.quiet:
            return True
        self._same += not told.heading and any(ready.block.rights)  # what stands before the first is no article
        return False

    def _headings(self, ready: _Ready, printed: set[int]) -> Iterator[ComparisonRow]:
        """Yield the headings above a row that were not printed yet, as they read in the new text."""
        if not ready.block.rights:
            return
        outline = self._outlines[1]
        above = reversed(list(outline.ancestors(outline.sections[ready.block.rights[0]])))
        for section in above:
            if section.number in self._above and section.number not in printed:
                heading = self._above[section.number]
                printed.update(heading.block.rights)
                yield self._row(heading, 0)

    def _row(self, ready: _Ready, number: int) -> ComparisonRow:
        block, told = ready
        cells = (told.cell(column, str(number) if number else "") for column in self._columns)
        return ComparisonRow(tuple(cells), block.lefts, block.rights, heading=told.heading)

    def _run(self, run: Sequence[_Ready], number: int) -> ComparisonRow:
        """Return one row for a run of articles that only have another number."""
        lefts = tuple(n for ready in run for n in ready.block.left_heads)
        rights = tuple(n for ready in run for n in ready.block.right_heads)
        texts = {
            ComparisonColumn.NUMBER: str(number),
            ComparisonColumn.LEFT: _stretch(self._outlines[0], lefts),
            ComparisonColumn.RIGHT: _stretch(self._outlines[1], rights),
            ComparisonColumn.KINDS: "序号调整",
            ComparisonColumn.REMARK: _ONLY_NUMBER,
        }
        cells = tuple(ComparisonCell.of(texts.get(column, "")) for column in self._columns)
        return ComparisonRow(cells, lefts, rights)

    def _title(self) -> ComparisonRow | None:
        """Return a row for the title where it changed."""
        found = next((d for d in self._source.comparison.front if d.fact == "title" and d.left and d.right), None)
        if found is None:
            return None
        left, right = _differing(found.left or "", found.right or "")
        cells = {
            ComparisonColumn.LEFT: ComparisonCell((left,)),
            ComparisonColumn.RIGHT: ComparisonCell((right,)),
            ComparisonColumn.REMARK: ComparisonCell.of(_TITLE_CHANGED),
        }
        return ComparisonRow(tuple(cells.get(column, ComparisonCell()) for column in self._columns), heading=True)


def _stretch(outline: Outline, sections: Sequence[int]) -> str:
    """Name sections that follow each other: 第三条, 第三条、第四条, 第三条至第九条."""
    places = [locus(outline, outline.sections[n]).rstrip("、.") for n in (sections[0], sections[-1])]
    return ("、" if len(sections) == 2 else "至").join(dict.fromkeys(places))


def _differing(left: str, right: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Set apart what lies between the equal beginnings and ends of two titles."""
    longest = min(len(left), len(right))
    head = next((n for n in range(longest) if left[n] != right[n]), longest)
    tail = next((n for n in range(longest - head) if left[-1 - n] != right[-1 - n]), longest - head)

    def runs(text: str, mark: Mark) -> tuple[Run, ...]:
        cuts = (0, head, len(text) - tail, len(text))
        marks = (Mark.PLAIN, mark, Mark.PLAIN)
        return tuple(Run(text[a:b], m) for (a, b), m in zip(pairwise(cuts), marks, strict=True) if a < b)

    return runs(left, Mark.REMOVED), runs(right, Mark.ADDED)
