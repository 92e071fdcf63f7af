"""roster [FILE]: the office's own list of units (名录), shown or replaced by rows from a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.desk import CommandFailed, Desk, failing_as
from reader.commands.dispatch import Result
from reader.commands.unit_shapes import roster_shape
from reader.importers import read_document
from reader.units.roster import parse_roster, with_tabs

if TYPE_CHECKING:
    import argparse

    from reader.units.roster import RosterEntry, RosterReading


def run(words: argparse.Namespace, desk: Desk) -> Result:
    problems: tuple[str, ...] = ()
    if words.clear:
        desk.library.units.set_roster(())
    elif words.file is not None:
        found = _read(words.file)
        if not found.entries:
            raise CommandFailed(words.file, "；".join(found.problems) or "没有读出单位，名录未改动")
        problems = found.problems
        with failing_as(words.file):
            desk.library.units.set_roster(found.entries)
    roster = desk.library.units.roster()
    value: dict[str, object] = {"roster": [roster_shape(entry) for entry in roster]}
    if problems:
        value["errors"] = [{"file": words.file, "reason": problem} for problem in problems]
    return Result(value, [_line(entry) for entry in roster] or ["名录是空的"], failed=bool(problems))


def _read(word: str) -> RosterReading:
    """Return the units of a file with rows as a spreadsheet copies or saves them."""
    with failing_as(word):
        text = read_document(Path(word)).source
    return parse_roster(with_tabs(text))


def _line(entry: RosterEntry) -> str:
    former, counterpart = "、".join(entry.former), "、".join(entry.counterpart)
    return "\t".join((str(entry.rank), entry.full_name, entry.short_name, former, counterpart)).rstrip()
