"""横向比较表 and 承接情况表: each clause of the left with what answers it on the right."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from reader.comparison.records import DOWNWARD, NEAR
from reader.export.citation import locus
from reader.export.comparison_cells import filled, units_of
from reader.export.comparison_records import (
    PEER_TABLE,
    TAKING_UP,
    ComparisonCell,
    ComparisonColumn,
    ComparisonOptions,
    ComparisonRow,
    ComparisonSource,
    ComparisonTable,
    Line,
    Mark,
)
from reader.export.comparison_runs import Marked, PaperText, is_bare
from reader.export.comparison_words import (
    ANSWERED,
    COLUMN_TITLES,
    HINTS,
    NEAR_ANSWER,
    UNANSWERED,
    UNANSWERED_ABOVE,
    VERDICTS,
    source_lines,
)
from reader.export.note_list import about
from reader.export.table_layout import Merge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.comparison.judgement import Judgement
    from reader.comparison.records import Pair

_LEFT_COLUMNS = (ComparisonColumn.NUMBER, ComparisonColumn.LEFT, ComparisonColumn.LEFT_UNITS)


def topics_table(source: ComparisonSource, options: ComparisonOptions) -> ComparisonTable:
    """Return the table, in the order of the left text; right clauses that answer nothing stand at the end."""
    downward = source.comparison.direction == DOWNWARD
    columns = _columns(options, downward=downward)
    columns, rows = filled(columns, tuple(_Rows(source, columns, downward=downward).listed()))
    kind = TAKING_UP if downward else PEER_TABLE
    name = f"{source.right.name}对{source.left.name}" if downward else f"{source.left.name}与{source.right.name}"
    heads = {
        ComparisonColumn.LEFT: "上级条款" if downward else source.left.name,
        ComparisonColumn.RIGHT: "本级对应条款" if downward else source.right.name,
        ComparisonColumn.STATUS: "承接情况" if downward else "对应情况",
    }
    shared = any(run.mark is Mark.SHARED for row in rows for cell in row.cells for line in cell.lines for run in line)
    return ComparisonTable(
        kind=kind,
        name=options.title.strip().removesuffix(kind) or name,
        source_lines=tuple(_source_lines(source, downward=downward)),
        meaning="黑体字为两个文件相同的表述。" if shared else "",
        left_out="",
        columns=columns,
        heads=tuple((heads.get(column) or COLUMN_TITLES[column]) for column in columns),
        rows=rows,
        merges=tuple(_merges(rows, columns, source)),
    )


def _source_lines(source: ComparisonSource, *, downward: bool) -> Iterator[str]:
    """Yield which documents these are; of peers, that the title names, only what it does not tell."""
    if downward:
        yield from source_lines(source.left, source.right, ("上级文件", "本级文件"))
    else:
        papers = (source.left, source.right)
        numbers = ((paper.name, paper.front.doc_number or about(paper.front)) for paper in papers)
        yield from (f"{name}：{told}" for name, told in numbers if told)


def _columns(options: ComparisonOptions, *, downward: bool) -> tuple[ComparisonColumn, ...]:
    chosen = {
        ComparisonColumn.NUMBER: True,
        ComparisonColumn.LEFT: True,
        ComparisonColumn.LEFT_UNITS: options.units,
        ComparisonColumn.RIGHT: True,
        ComparisonColumn.RIGHT_UNITS: options.units,
        ComparisonColumn.STATUS: True,
        ComparisonColumn.HINTS: downward,
        ComparisonColumn.NOTES: options.notes,
        ComparisonColumn.REMARK: True,
    }
    return tuple(column for column, wanted in chosen.items() if wanted)


class _Rows:
    """The rows of one table."""

    def __init__(self, source: ComparisonSource, columns: tuple[ComparisonColumn, ...], *, downward: bool) -> None:
        self._source, self._columns, self._downward = source, columns, downward
        self._left, self._right = PaperText(source.left), PaperText(source.right)

        self._shared: dict[int | None, list[Marked]] = {}
        for pair in source.comparison.pairs:  # with whichever answer a clause shares it
            marks = (Marked(shared.left_span, Mark.SHARED) for shared in pair.shared)
            self._shared.setdefault(pair.left, []).extend(marks)

    def listed(self) -> Iterator[ComparisonRow]:
        number = 0
        pairs = (p for p in self._source.comparison.pairs if p.left is not None and not is_bare(self._left, p.left))
        for _, answers in groupby(pairs, key=lambda pair: pair.left):
            number += 1
            for pair in answers:
                yield self._row(pair, number)
        alone = [n for n in self._source.comparison.right_alone if not is_bare(self._right, n)]
        if alone:
            yield ComparisonRow((ComparisonCell.of(self._alone_head()), *self._blanks()), across=True)
        for section in alone:
            number += 1
            cells = tuple(self._alone_cell(column, section, number) for column in self._columns)
            yield ComparisonRow(cells, rights=(section,))

    def _alone_head(self) -> str:
        if self._downward:
            return "本级文件中未见上级对应条款的内容（待核）"
        return f"{self._source.right.name}中，{self._source.left.name}未见对应的内容（待核）"

    def _blanks(self) -> tuple[ComparisonCell, ...]:
        return (ComparisonCell(),) * (len(self._columns) - 1)

    def _row(self, pair: Pair, number: int) -> ComparisonRow:
        cells = tuple(self._cell(column, pair, number) for column in self._columns)
        return ComparisonRow(cells, pair.lefts, pair.rights)

    def _cell(self, column: ComparisonColumn, pair: Pair, number: int) -> ComparisonCell:
        judgement = judgement_of(self._source, pair)
        match column:
            case ComparisonColumn.NUMBER:
                return ComparisonCell.of(str(number))
            case ComparisonColumn.LEFT:
                return self._text(self._left, pair.lefts, self._shared.get(pair.left, ()))
            case ComparisonColumn.RIGHT:
                marks = [Marked(shared.right_span, Mark.SHARED) for shared in pair.shared]
                return self._text(self._right, pair.rights, marks)
            case ComparisonColumn.LEFT_UNITS:
                return ComparisonCell.of("、".join(units_of(self._source.left.assignments, pair.lefts)))
            case ComparisonColumn.RIGHT_UNITS:
                return ComparisonCell.of("、".join(units_of(self._source.right.assignments, pair.rights)))
            case ComparisonColumn.STATUS:
                return ComparisonCell.of(self._status(pair, judgement))
            case ComparisonColumn.HINTS:
                return ComparisonCell.of("\n".join(HINTS[hint] for hint in pair.hints if hint in HINTS))
            case ComparisonColumn.NOTES:
                keys = ((a, b) for a in (*pair.lefts, None) for b in (*pair.rights, None) if (a, b) != (None, None))
                return ComparisonCell.of("\n".join(note for key in keys for note in self._source.notes.get(key, ())))
            case _:
                return ComparisonCell.of(judgement.remark.strip() if judgement else "")

    def _status(self, pair: Pair, judgement: Judgement | None) -> str:
        """Return the user's verdict; without one, what the reader found."""
        if self._downward and judgement and judgement.verdict:
            return VERDICTS[judgement.verdict]
        if pair.right is None:
            return UNANSWERED
        return NEAR_ANSWER if pair.level == NEAR else ANSWERED

    def _alone_cell(self, column: ComparisonColumn, section: int, number: int) -> ComparisonCell:
        match column:
            case ComparisonColumn.NUMBER:
                return ComparisonCell.of(str(number))
            case ComparisonColumn.RIGHT:
                return self._text(self._right, (section,), ())
            case ComparisonColumn.RIGHT_UNITS:
                return ComparisonCell.of("、".join(units_of(self._source.right.assignments, (section,))))
            case ComparisonColumn.STATUS:
                return ComparisonCell.of(UNANSWERED_ABOVE if self._downward else UNANSWERED)
            case _:
                return ComparisonCell()

    def _text(self, text: PaperText, sections: Sequence[int], marks: Sequence[Marked]) -> ComparisonCell:
        """Return clauses one below the other, each with its whole number: 二、（一）1. or 第三条第（二）项."""
        lines: list[Line] = []
        for number in sections:
            section = text.outline.sections[number]
            place = locus(text.outline, section)
            if section.marker.endswith("、") and not place.endswith("、"):
                place += "、"  # 一、 stays as it is written where text follows
            lines += text.lines((number,), marks, place)
        return ComparisonCell(tuple(lines))


def judgement_of(source: ComparisonSource, pair: Pair) -> Judgement | None:
    """Return what the user said of the left clause of a pair."""
    return None if pair.left is None else source.judgements.get(pair.left)


def _merges(
    rows: Sequence[ComparisonRow], columns: Sequence[ComparisonColumn], source: ComparisonSource
) -> Iterator[Merge]:
    """Yield the cells that are one: what stands on the left of several answers, and what was said of it."""
    first = 0
    for lefts, same in groupby(rows, key=lambda row: row.lefts):
        last = first + len(list(same)) - 1
        if lefts and last > first:
            judged = any((j := source.judgements.get(n)) and j.verdict for n in lefts)
            for place, column in enumerate(columns):
                whole = column in _LEFT_COLUMNS or column is ComparisonColumn.REMARK
                if whole or (judged and column is ComparisonColumn.STATUS):
                    yield Merge(place, first, last)
        first = last + 1
