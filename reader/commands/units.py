"""units [DOC...]: who is responsible for what; the ledger of all documents; what concerns one's own unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.commands.desk import CommandFailed, Desk, say
from reader.commands.dispatch import Result
from reader.commands.unit_shapes import clause_shape, document_shape, ledger_shape
from reader.structure.section import path_label
from reader.units.assignment import Duty

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from reader.library.ledger import Ledger
    from reader.library.own import OwnCount
    from reader.library.records import OpenDocument

_LISTS = ("assignments", "scope_notes", "deadlines", "targets", "gaps", "unmet_corrections")
DUTIES: Mapping[str, str] = {
    Duty.LEAD: "牵头",
    Duty.RESPONSIBLE: "责任",
    Duty.SUPPORT: "配合",
    "local": "属地",
    Duty.MEMBER: "成员",
    Duty.GUIDE: "指导",
}


def run(words: argparse.Namespace, desk: Desk) -> Result:
    if words.ledger:
        return _ledger(words.documents, desk)
    if words.own:
        return _own(words.own, words.documents, desk)
    wanted = words.documents or [str(entry.number) for entry in desk.library.documents.entries()]
    value: dict[str, Any] = {name: [] for name in _LISTS}
    lines: list[str] = []
    documents, errors = _opened(wanted, desk)
    for document in documents:
        for name, found in document_shape(document, desk.library.units.identifier).items():
            value[name] += found
        lines += _lines(document)
    if errors:
        value["errors"] = errors
    return Result(value, lines, failed=bool(errors))


def _ledger(wanted: Sequence[str], desk: Desk) -> Result:
    """Return the ledger of all documents or of those named."""
    documents, errors = _opened(wanted, desk)
    _bring_up_to_date(desk)
    ledger = desk.library.units.ledger({document.entry.number for document in documents} if wanted else None)
    value = ledger_shape(ledger)
    if errors:
        value["errors"] = errors
    return Result(value, _ledger_lines(ledger), failed=bool(errors))


def _opened(wanted: Sequence[str], desk: Desk) -> tuple[list[OpenDocument], list[dict[str, object]]]:
    documents, errors = [], []
    for word in wanted:
        try:
            documents.append(desk.document(word))
        except CommandFailed as problem:
            errors += problem.errors
    return documents, errors


def _own(own_units: Sequence[str], wanted: Sequence[str], desk: Desk) -> Result:
    """Return what concerns the own units, in all documents or in those named."""
    documents, errors = _opened(wanted, desk)
    _bring_up_to_date(desk)
    units = desk.library.units
    counts = units.own_counts(own_units)
    numbers = [document.entry.number for document in documents] if wanted else list(counts)
    titles = {entry.number: entry.title for entry in desk.library.documents.entries()}
    asked = frozenset(numbers)
    clauses = [clause for clause in units.own_clauses(own_units) if clause.document in asked]
    shapes = [{"document": n, "title": titles[n], **_own_shape(counts[n])} for n in numbers if n in counts]
    value: dict[str, Any] = {
        "own": list(own_units),
        "documents": shapes,
        "clauses": [clause_shape(clause) for clause in clauses],
    }
    if errors:
        value["errors"] = errors
    lines = []
    for number in (n for n in numbers if n in counts):
        lines.append(f"{titles[number]}\t{_own_words(counts[number])}")
        for clause in (c for c in clauses if c.document == number):
            by = f"\t{'；'.join(clause.deadlines)}" if clause.deadlines else ""
            lines.append(f"  {clause.label} {clause.heading}\t{clause.role}：{clause.name}{by}")
    return Result(value, lines or ["没有涉及本单位的条款"], failed=bool(errors))


def _own_shape(count: OwnCount) -> dict[str, int]:
    return dict(count._asdict())


def _own_words(count: OwnCount) -> str:
    return f"涉及本单位{count.total}项" + "".join(
        f"，{DUTIES[duty]}{number}项" for duty, number in count._asdict().items() if duty != "total" and number
    )


def _bring_up_to_date(desk: Desk) -> None:
    """Derive what an older version of the program derived: only then does it count."""
    stale = desk.library.documents.stale()
    if stale and desk.library.read_only:
        say(f"文件库只读，有{len(stale)}份文件由旧版本读取，未计入")
        return
    for done, number in enumerate(stale):
        say(f"[{done}/{len(stale)}] 重新读取{desk.library.documents.entry(number).title}")
        desk.library.documents.rederive(number)


def _ledger_lines(ledger: Ledger) -> list[str]:
    lines = [f"{len(ledger.units)}个单位，{len(ledger.documents)}份文件"]
    for unit in ledger.units:
        counts = " ".join(f"{DUTIES[duty]}{count}" for duty, count in unit.counts.items())
        lines.append(f"{unit.name}\t{unit.jurisdiction or '—'}\t{counts}\t文件{unit.documents}")
    return lines


def _lines(document: OpenDocument) -> list[str]:
    lines = [document.entry.title]
    for assignment in document.assignments:
        heading = document.outline.sections[assignment.section].heading
        names = "、".join(
            u.name + ("（据名录还原）" if u.restored else "") + ("（已更正）" if u.by_user else "")
            for u in assignment.units
        )
        tail = "等" if assignment.open_ended else ""
        lines.append(f"  {path_label(assignment.path)} {heading}\t{assignment.role}：{names}{tail}")
    return lines
