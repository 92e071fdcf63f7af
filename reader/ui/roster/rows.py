"""The lines of the office's list as they are typed, and what they come to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.units.order import order_key
from reader.units.roster import RosterEntry, format_roster, parse_roster

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

APART = "、"
_BETWEEN = re.compile(r"[、，,；;\n]+")
_HEAD = 1  # rows above the first unit
_ROW = re.compile(r"第(\d+)行：")
_NUMBER = re.compile(r"第(\d+)行")
_QUOTED = re.compile("“([^”]+)”")
_NOT_READ = "未读取"


class Row(NamedTuple):
    """One line; several former names or upper organs stand in one cell, 、 between them."""

    full_name: str = ""
    short_name: str = ""
    former: str = ""
    counterpart: str = ""


class Check(NamedTuple):
    """What lines come to: the list that is stored, and what needs a look, by the place of the line."""

    entries: tuple[RosterEntry, ...] = ()
    problems: Mapping[int, str] = {}


class Pasted(NamedTuple):
    """The lines of a paste, what in it needs a look by its own rows, and of that what is about a unit, by full name."""

    rows: tuple[Row, ...] = ()
    problems: tuple[str, ...] = ()
    remarks: Mapping[str, str] = {}


def rows_of(entries: Iterable[RosterEntry]) -> tuple[Row, ...]:
    """Return the lines of a list, in its order."""
    ordered = sorted(entries, key=lambda entry: entry.rank)
    return tuple(Row(e.full_name, e.short_name, APART.join(e.former), APART.join(e.counterpart)) for e in ordered)


def entry_of(row: Row, rank: int) -> RosterEntry:
    """Return the unit that a line stands for."""
    return RosterEntry(row.full_name, row.short_name, _names(row.former), rank, _names(row.counterpart))


def cleaned(cell: str) -> str:
    """Return what was typed into a cell on one line, without blanks at its ends."""
    return " ".join(cell.split())


def _names(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in _BETWEEN.split(cell) if (name := part.strip())))


def read_paste(text: str) -> Pasted:
    """Return the lines of rows pasted from a spreadsheet."""
    reading = parse_roster(text)
    rows = rows_of(reading.entries)
    names = {name: row.full_name for row in reversed(rows) for name in (row.short_name, row.full_name) if name}
    remarks: dict[str, str] = {}
    for problem in reading.problems:
        quoted = _QUOTED.search(problem)
        if quoted and quoted[1] in names and not problem.endswith(f"{_NOT_READ}。"):
            remarks.setdefault(names[quoted[1]], _ROW.sub("", problem).rstrip("。"))
    return Pasted(rows, reading.problems, remarks)


def check(rows: Sequence[Row]) -> Check:
    """Return what the lines come to: read as a paste of them would be, so that both have the same rules."""
    kept = [place for place, row in enumerate(rows) if row.full_name or row.short_name]
    problems = {
        place: _tr("没有单位名称，不会保存")
        for place, row in enumerate(rows)
        if not (row.full_name or row.short_name) and (row.former or row.counterpart)
    }
    reading = parse_roster(format_roster(entry_of(rows[place], rank) for rank, place in enumerate(kept, 1)))
    for problem in reading.problems:
        found = _ROW.match(problem)
        line = int(found[1]) - _HEAD - 1 if found else -1
        if found and 0 <= line < len(kept):
            said = _NUMBER.sub(lambda m: f"第{kept[int(m[1]) - _HEAD - 1] + 1}行", problem[found.end() :]).rstrip("。")
            said = said.replace(_NOT_READ, _tr("不会保存"))
            problems[kept[line]] = "；".join(filter(None, (problems.get(kept[line]), said)))
    return Check(tuple(entry._replace(rank=rank) for rank, entry in enumerate(reading.entries, 1)), problems)


def merged(rows: Sequence[Row], pasted: Sequence[Row]) -> tuple[Row, ...]:
    """Return the lines with pasted ones: a unit that is there already is brought up to date, the others come behind.

    Cells that the paste leaves empty stay as they are.
    """
    out = list(rows)
    places = {row.full_name: place for place, row in enumerate(out) if row.full_name}
    for row in pasted:
        place = places.get(row.full_name)
        if place is None:
            places[row.full_name] = len(out)
            out.append(row)
        else:
            out[place] = Row(*(new or old for old, new in zip(out[place], row, strict=True)))
    return tuple(out)


def in_usual_order(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the lines in the usual order of organs; those it does not tell apart stay as they stand."""
    return tuple(sorted(rows, key=lambda row: order_key(row.short_name or row.full_name)))


def as_text(rows: Sequence[Row]) -> str:
    """Return the lines as a spreadsheet takes them, with a head."""
    return format_roster(entry_of(row, rank) for rank, row in enumerate(rows, 1))


def _tr(text: str) -> str:
    return QCoreApplication.translate("roster", text)
