"""The office's own list of units (名录), pasted once from a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class RosterEntry(NamedTuple):
    """One unit of the list; ``rank`` is its place in the office's order, ``counterpart`` what it answers to above."""

    full_name: str
    short_name: str = ""
    former: tuple[str, ...] = ()
    rank: int = 0
    counterpart: tuple[str, ...] = ()


class RosterReading(NamedTuple):
    """What a paste holds, by rank, and what in it needs a look: sentences that name the row."""

    entries: tuple[RosterEntry, ...] = ()
    problems: tuple[str, ...] = ()


_FULL, _SHORT, _FORMER, _RANK, _COUNTERPART = "full", "short", "former", "rank", "counterpart"
# The words of a head, the likelier misread first: 上级对口部门简称 is no 简称, 原全称 no 全称.
_HEADS = (
    (_COUNTERPART, re.compile("对口|上级|主管部门")),
    (_FORMER, re.compile("曾用|原名|原单位|原全称|旧称|旧名|别名|别称|其他名称|又名|历史名称")),
    (_RANK, re.compile(r"排序|序号|顺序|次序|编号|位次|^no\.?$")),
    (_SHORT, re.compile("简称")),
    (_FULL, re.compile("全称|^(?:单位|机构|部门|责任单位|规范|标准)?名称$|^(?:责任)?(?:单位|部门|机构)名?$")),
)
_LONGEST_HEAD = 12
_COLUMNS = ((_FULL, "全称"), (_SHORT, "规范简称"), (_FORMER, "曾用名"), (_RANK, "排序"), (_COUNTERPART, "市级对口部门"))
_HINT = re.compile(r"[（(].*|[:：*＊]")  # what stands beside a head: 曾用名（多个用、隔开）, 全称*
_SEVERAL = re.compile(r"[、，,；;\s/／]+")
_NUMBER = re.compile(r"\d{1,6}(?:\.0+)?")
_NOTHING = frozenset(("-", "—", "——", "－", "/", "／", "无", "暂无", "（无）"))
_SHORTEST, _LONGEST = 2, 60  # characters of a unit's name
_CONTROL = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u2028-\u202e\u2060\ufeff]")


def with_tabs(text: str) -> str:
    """Return rows parted by commas or semicolons as a spreadsheet copies them; other text as it is."""
    first = text.lstrip().split("\n", 1)[0]
    mark = next((mark for mark in ",;" if mark in first), None)
    if mark is None or "\t" in first:
        return text
    out = io.StringIO()
    try:
        csv.writer(out, delimiter="\t", lineterminator="\n").writerows(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error:  # no such table: what it holds is told row by row
        return text
    return out.getvalue()


def parse_roster(pasted: str) -> RosterReading:
    """Return the units of rows pasted from a spreadsheet, in order of rank.

    A head row in any order of columns is followed; without one the columns are 全称 规范简称 曾用名 排序 市级对口部门, and a column
    of numbers alone is the 排序 wherever it stands. What cannot be kept is left out and told.
    """
    rows = [row for row in _rows(pasted) if any(row.cells)]
    if not rows:
        return RosterReading()
    fields, body = _columns(rows)
    reader = _Reader(fields)
    if _FULL not in fields.values():
        reader.tell(rows[0], "表头里没有“全称”一列，未读取。")
        return reader.reading()
    for row in body:
        reader.take(row)
    return reader.reading()


def format_roster(entries: Iterable[RosterEntry]) -> str:
    """Return rows with a head that a spreadsheet takes when pasted and ``parse_roster`` reads back."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    writer.writerow([head for _, head in _COLUMNS])
    for entry in entries:
        several = ("、".join(entry.former), str(entry.rank), "、".join(entry.counterpart))
        writer.writerow((entry.full_name, entry.short_name, *several))
    return out.getvalue()


class _Row(NamedTuple):
    number: int  # as the user counts them
    cells: list[str]


def _rows(pasted: str) -> Iterator[_Row]:
    text = pasted.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    for number, cells in enumerate(_split(text), 1):
        yield _Row(number, [_cleaned(cell) for cell in cells])


def _split(text: str) -> list[list[str]]:
    """Return the cells; a quotation mark that no other answers is a character like any."""
    if text.count('"') % 2 == 0:
        with suppress(csv.Error):  # a cell of more than 128 KiB
            return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    return [line.split("\t") for line in text.split("\n")]


def _cleaned(cell: str) -> str:
    cell = _CONTROL.sub("", cell.replace("\u00a0", " ").replace("\u3000", " "))
    return re.sub(r" *\n\s*", "\n", re.sub(r" {2,}", " ", cell)).strip()


def _columns(rows: list[_Row]) -> tuple[dict[int, str], list[_Row]]:
    """Return what each column holds, and the rows behind the head."""
    for at, row in enumerate(rows[:3]):  # a title may stand above the head
        named = {i: field for i, cell in enumerate(row.cells) if (field := _field(cell))}
        filled = [cell for cell in row.cells if cell]
        if len(set(named.values())) > 1 or (named and len(filled) == 1 and at == 0 and _FULL in named.values()):
            return _unique(named), rows[at + 1 :]
    return _guessed(rows), rows


def _field(cell: str) -> str | None:
    folded = _HINT.sub("", "".join(unicodedata.normalize("NFKC", cell).split()).lower())
    if not folded or len(folded) > _LONGEST_HEAD:
        return None
    return next((field for field, words in _HEADS if words.search(folded)), None)


def _unique(named: dict[int, str]) -> dict[int, str]:
    """Keep one column of each kind; a list with only short names goes by these."""
    taken: dict[str, int] = {}
    for column, field in named.items():
        taken.setdefault(field, column)
    if _FULL not in taken and _SHORT in taken:
        taken[_FULL] = taken.pop(_SHORT)
    return {column: field for field, column in taken.items()}


def _guessed(rows: list[_Row]) -> dict[int, str]:
    width = max(len(row.cells) for row in rows)
    filled = [i for i in range(width) if any(i < len(row.cells) and row.cells[i] for row in rows)]
    numbers = [i for i in filled if all(_rank(cell) is not None for row in rows if (cell := _at(row, i)))]
    texts = [i for i in filled if i not in numbers]
    fields = dict(zip(texts, (_FULL, _SHORT, _FORMER, _COUNTERPART), strict=False))
    if numbers:
        fields[numbers[0]] = _RANK
    return fields


def _at(row: _Row, column: int) -> str:
    cell = row.cells[column] if column < len(row.cells) else ""
    return "" if cell in _NOTHING else cell


def _rank(cell: str) -> int | None:
    folded = unicodedata.normalize("NFKC", cell).strip(" .、")
    return int(float(folded)) if _NUMBER.fullmatch(folded) else None


def _names(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in _SEVERAL.split(cell) if (name := part.strip())))


class _Reader:
    """Takes row after row, and keeps what is wrong with them."""

    def __init__(self, fields: dict[int, str]) -> None:
        self._column = {field: column for column, field in fields.items()}
        self._entries: list[RosterEntry] = []
        self._seen: dict[str, int] = {}
        self._ranks: dict[int, int] = {}
        self._problems: list[str] = []

    def reading(self) -> RosterReading:
        return RosterReading(tuple(sorted(self._entries, key=lambda e: e.rank)), tuple(self._problems))

    def take(self, row: _Row) -> None:
        full = _joined(self._cell(row, _FULL))
        short = _joined(self._cell(row, _SHORT))
        if not full and not short:
            if self._cell(row, _FORMER) or self._cell(row, _COUNTERPART):
                self._continue(row)
            else:
                self.tell(row, "没有单位名称，未读取。")
            return
        if not full:
            self.tell(row, f"没有全称，以简称“{short}”代替。")
            full, short = short, ""
        if not _SHORTEST <= len(full) <= _LONGEST:
            self.tell(row, f"“{full[:20]}”不像单位名称，未读取。")
        elif first := self._seen.get(full):
            self.tell(row, f"“{full}”与第{first}行重复，未读取。")
        else:
            self._add(row, full, short)

    def _add(self, row: _Row, full: str, short: str) -> None:
        self._seen[full] = row.number
        if short and short != full:
            if first := self._seen.get(short):
                self.tell(row, f"简称“{short}”与第{first}行相同，请核对。")
            self._seen.setdefault(short, row.number)
        former = tuple(name for name in _names(self._cell(row, _FORMER)) if name not in (full, short))
        counterpart = _names(self._cell(row, _COUNTERPART))
        self._entries.append(RosterEntry(full, short, former, self._rank_of(row), counterpart))

    def _continue(self, row: _Row) -> None:
        """Add what stands under a merged cell to the unit above."""
        if not self._entries:
            self.tell(row, "没有单位名称，未读取。")
            return
        last = self._entries[-1]
        former = tuple(dict.fromkeys((*last.former, *_names(self._cell(row, _FORMER)))))
        counterpart = tuple(dict.fromkeys((*last.counterpart, *_names(self._cell(row, _COUNTERPART)))))
        self._entries[-1] = last._replace(former=former, counterpart=counterpart)
        self.tell(row, f"没有单位名称，按合并单元格并入上一行“{last.full_name}”。")

    def _rank_of(self, row: _Row) -> int:
        cell = self._cell(row, _RANK)
        rank = _rank(cell) if cell else None
        if cell and rank is None:
            self.tell(row, f"排序“{cell}”不是数字，按行序排列。")
        if rank is None:
            return max((e.rank for e in self._entries), default=0) + 1
        if first := self._ranks.get(rank):
            self.tell(row, f"排序{rank}与第{first}行相同，按行序排列。")
        self._ranks.setdefault(rank, row.number)
        return rank

    def _cell(self, row: _Row, field: str) -> str:
        return _at(row, self._column[field]) if field in self._column else ""

    def tell(self, row: _Row, what: str) -> None:
        self._problems.append(f"第{row.number}行：{what}")


def _joined(cell: str) -> str:
    """Return a name that a narrow cell broke over two lines."""
    return "".join(cell.split("\n")).replace(" ", "").replace("\t", "")
