"""export DOC... --as notes|points|annotated|digest|units|comparison|redline --out FILE.docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands import digest
from reader.commands.desk import CommandFailed, Desk
from reader.commands.dispatch import Result
from reader.comparison.records import EDITIONS
from reader.export.atomic import ExportFailed
from reader.export.choices import NoteChoice
from reader.export.digest_files import SUFFIXES as DIGEST_SUFFIXES
from reader.export.notes_files import NAMES, SUFFIXES
from reader.library import exporting

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from reader.anchoring.anchor import Placement
    from reader.library.kept import KeptState
    from reader.library.records import OpenDocument

_TABLES = (".docx", ".xlsx", ".html", ".txt")
_SUFFIXES = {
    **SUFFIXES,
    "digest": DIGEST_SUFFIXES,
    "units": _TABLES,
    "comparison": _TABLES,
    "redline": (".docx",),
}
_PAIRS = ("comparison", "redline")


def run(words: argparse.Namespace, desk: Desk) -> Result:
    out: Path = words.out
    if refusal := _refusal(words, out.suffix.lower()):
        raise CommandFailed(str(out), refusal)
    try:
        parts = _EXPORTS[words.kind](words, desk)
    except ExportFailed as problem:
        raise CommandFailed(str(out), problem.reason) from None
    return Result({"file": str(out), "parts": parts}, [f"已导出：{out}"])


def _refusal(words: argparse.Namespace, suffix: str) -> str:
    """Return why nothing can be exported, if so."""
    if suffix not in _SUFFIXES[words.kind]:
        return f"只能导出为 {'、'.join(_SUFFIXES[words.kind])}"
    if words.kind in SUFFIXES and len(words.documents) > 1:
        return f"{NAMES[words.kind]}一次导出一个文件"
    if words.kind in _PAIRS and len(words.documents) != 2:
        return "导出比对结果须写两个文件：左侧（旧稿或上级文件）在前"
    return ""


def _notes(words: argparse.Namespace, desk: Desk) -> int:
    document = desk.document(words.documents[0])
    placements = desk.library.annotations.placements(document.entry.number) if document.entry.number else ()
    choice = NoteChoice(
        colours=frozenset(words.colour) or None,
        tags=frozenset(words.tag) or None,
        outward=words.outward,
        form="short" if words.short else "full",
    )
    return exporting.export_notes(document, placements, words.out, kind=words.kind, choice=choice)


def _tasks(words: argparse.Namespace, desk: Desk) -> int:
    from reader.export.tasks_table import TaskTableOptions

    documents = [desk.document(word) for word in words.documents]
    options = TaskTableOptions(order=words.order, members=words.members)
    units = desk.library.units
    only = units.own_sections(words.own, [d.entry.number for d in documents]) if words.own else None
    return exporting.export_tasks(documents, words.out, options=options, roster=units.roster(), only=only)


def _pair(words: argparse.Namespace, desk: Desk) -> int:
    from reader.commands.compare import decided
    from reader.export.comparison_records import ComparisonOptions
    from reader.library.comparing import Compared, compare_documents
    from reader.library.exporting_comparison import REDLINE, TABLE, export_comparison, notes_by_sections

    left, right = (desk.document(word) for word in words.documents)
    found = compare_documents(
        left, right, words.mode, direction=words.direction, options=decided(desk, left, right, form=words.form)
    )
    if words.kind == "redline" and found.mode != EDITIONS:
        raise CommandFailed(str(words.out), "花脸稿只用于稿件比对，请加 --mode editions")
    state = _kept(desk, left, right)
    compared = Compared(
        left,
        right,
        found,
        state.judgements if state else {},
        notes_by_sections(state.notes, _placements(desk, left, right)) if state else {},
    )
    options = ComparisonOptions(
        unchanged=words.unchanged,
        kinds=words.kinds,
        units=words.units,
        notes=words.notes,
        substantive=words.substantive,
    )
    return export_comparison(compared, words.out, form=REDLINE if words.kind == "redline" else TABLE, options=options)


def _kept(desk: Desk, left: OpenDocument, right: OpenDocument) -> KeptState | None:
    """Return what the user decided in the window about two documents of the library."""
    here, there = left.entry.number, right.entry.number
    kept = desk.library.comparisons.find(here, there) if here and there else None
    return desk.library.comparisons.snapshot(kept.number) if kept else None


def _placements(desk: Desk, *documents: OpenDocument) -> list[Placement]:
    placed = desk.library.annotations.placements
    return [placement for document in documents for placement in placed(document.entry.number)]


_EXPORTS = {
    **dict.fromkeys(SUFFIXES, _notes),
    "digest": digest.export,
    "units": _tasks,
    "comparison": _pair,
    "redline": _pair,
}
