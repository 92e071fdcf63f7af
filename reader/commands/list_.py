"""list: the documents of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.dispatch import Result
from reader.commands.shapes import entry_shape

if TYPE_CHECKING:
    import argparse

    from reader.commands.desk import Desk
    from reader.library.records import Entry


def run(words: argparse.Namespace, desk: Desk) -> Result:
    del words
    entries = desk.library.documents.entries()
    lines = [
        f"{e.number}\t{_titled(e)}\t{e.doc_number or '—'}\t{e.issuer or '—'}\t{e.issued_on or '—'}\t"
        f"条款{e.sections} 单位{e.units} 批注{e.notes}"
        for e in entries
    ]
    return Result({"documents": [entry_shape(e) for e in entries]}, lines)


def _titled(entry: Entry) -> str:
    """Return the title with the stage of a draft behind it, unless it says so itself."""
    return entry.title if not entry.stage or entry.stage in entry.title else f"{entry.title}（{entry.stage}）"
