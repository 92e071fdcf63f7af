"""check: integrity of the library, its backups, how to restore one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.desk import Desk, say
from reader.commands.dispatch import Result

if TYPE_CHECKING:
    import argparse


def run(words: argparse.Namespace, desk: Desk) -> Result:
    def progress(done: int, total: int, what: str) -> None:
        say(f"[{done}/{total}] {what}")

    report = desk.library.maintenance.check(rebuild=words.rebuild, progress=progress)
    findings = [
        {"kind": f.kind, "detail": f.detail, "document": f.document, "annotation": f.annotation}
        for f in report.findings
    ]
    backups = [str(b.path) for b in report.backups]
    value = {
        "ok": report.ok,
        "findings": findings,
        "backups": backups,
        "library": str(desk.path),
        "how_to_restore": list(report.how_to_restore),
    }
    lines = [f"文件库：{desk.path}", "完好" if report.ok else "有问题："]
    lines += [f"  {f.detail}" for f in report.findings]
    lines += ["备份：" if backups else "还没有备份", *(f"  {b}" for b in backups), *report.how_to_restore]
    return Result(value, lines, failed=not report.ok)
