"""import PATH...: files and folders; a bad file never stops the rest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.commands.desk import Desk, say
from reader.commands.dispatch import Result
from reader.library.ingest import import_paths

if TYPE_CHECKING:
    import argparse


def run(words: argparse.Namespace, desk: Desk) -> Result:
    def progress(done: int, total: int, what: str) -> None:
        say(f"[{done}/{total}] {what}")

    report = import_paths(
        desk.library, [Path(path) for path in words.paths], false_alarm=words.false_alarm, progress=progress
    )
    value = {
        "imported": [{"id": i.number, "file": i.file, "status": i.status} for i in report.imported],
        "errors": [{"file": f.file, "reason": f.reason} for f in report.failures],
    }
    known = {"new": "已导入", "known": "已在库中"}
    lines = [f"{i.number}\t{known.get(i.status, i.status)}\t{i.file}" for i in report.imported]
    return Result(value, lines, failed=bool(report.failures))
