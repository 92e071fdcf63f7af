"""export DOC --as notes|units --out FILE.docx."""

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
_SUFFIXES = {"notes": (".docx", ".html", ".txt", ".md"), "units": (".docx",)}


def run(words: argparse.Namespace, desk: Desk) -> Result:
    out: Path = words.out
    if words.kind in _NOT_YET:
        raise CommandFailed(
            str(out), f"本版还不能导出{_NOT_YET[words.kind]}，只能导出批注（notes）和责任单位表（units）"
        )
    if out.suffix.lower() not in _SUFFIXES[words.kind]:
        raise CommandFailed(str(out), f"本版只能导出为 {'、'.join(_SUFFIXES[words.kind])}")
    if len(words.documents) > 1:
        raise CommandFailed(str(out), "批注和责任单位表一次导出一个文件")
    document = desk.document(words.documents[0])
    try:
        if words.kind == "notes":
            placements = desk.library.annotations.placements(document.entry.number) if document.entry.number else ()
            parts = exporting.export_notes(document, placements, out)
        else:
            parts = exporting.export_units(document, out)
    except ExportFailed as problem:
        raise CommandFailed(str(out), problem.reason) from None
    return Result({"file": str(out), "parts": parts}, [f"已导出：{out}"])
