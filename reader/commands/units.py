"""units [DOC...]: who is responsible for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.desk import CommandFailed, Desk
from reader.commands.dispatch import Result
from reader.commands.shapes import assignment_shape
from reader.structure.section import path_label

if TYPE_CHECKING:
    import argparse

    from reader.library.records import OpenDocument


def run(words: argparse.Namespace, desk: Desk) -> Result:
    wanted = words.documents or [str(entry.number) for entry in desk.library.documents.entries()]
    assignments, lines, errors = [], [], []
    for word in wanted:
        try:
            document = desk.document(word)
        except CommandFailed as problem:
            errors += problem.errors
            continue
        assignments += [assignment_shape(document.entry.number or None, a) for a in document.assignments]
        lines += _lines(document)
    value: dict[str, object] = {"assignments": assignments}
    if errors:
        value["errors"] = errors
    return Result(value, lines, failed=bool(errors))


def _lines(document: OpenDocument) -> list[str]:
    lines = [document.entry.title]
    for assignment in document.assignments:
        heading = document.outline.sections[assignment.section].heading
        names = "、".join(u.name + ("（据名录还原）" if u.restored else "") for u in assignment.units)
        tail = "等" if assignment.open_ended else ""
        lines.append(f"  {path_label(assignment.path)} {heading}\t{assignment.role}：{names}{tail}")
    return lines
