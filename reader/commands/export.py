"""export DOC... --as notes|units --out FILE.docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.desk import CommandFailed, Desk
from reader.commands.dispatch import Result
from reader.export.atomic import ExportFailed
from reader.library import exporting

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

_NOT_YET = {"annotated": "批注稿", "comparison": "对照表"}
_SUFFIXES = {"notes": (".docx", ".html", ".txt", ".md"), "units": (".docx", ".xlsx", ".html", ".txt")}


def run(words: argparse.Namespace, desk: Desk) -> Result:
    out: Path = words.out
    if words.kind in _NOT_YET:
        raise CommandFailed(
            str(out), f"本版还不能导出{_NOT_YET[words.kind]}，只能导出批注（notes）和任务分解表（units）"
        )
    if out.suffix.lower() not in _SUFFIXES[words.kind]:
        raise CommandFailed(str(out), f"本版只能导出为 {'、'.join(_SUFFIXES[words.kind])}")
    if words.kind == "notes" and len(words.documents) > 1:
        raise CommandFailed(str(out), "批注一次导出一个文件")
    try:
        parts = _notes(words, desk) if words.kind == "notes" else _tasks(words, desk)
    except ExportFailed as problem:
        raise CommandFailed(str(out), problem.reason) from None
    return Result({"file": str(out), "parts": parts}, [f"已导出：{out}"])


def _notes(words: argparse.Namespace, desk: Desk) -> int:
    document = desk.document(words.documents[0])
    placements = desk.library.annotations.placements(document.entry.number) if document.entry.number else ()
    return exporting.export_notes(document, placements, words.out)


def _tasks(words: argparse.Namespace, desk: Desk) -> int:
    from reader.export.tasks_table import TaskTableOptions

    documents = [desk.document(word) for word in words.documents]
    options = TaskTableOptions(order=words.order, members=words.members)
    units = desk.library.units
    only = units.own_sections(words.own, [d.entry.number for d in documents]) if words.own else None
    return exporting.export_tasks(documents, words.out, options=options, roster=units.roster(), only=only)
