"""search QUERY: documents and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.dispatch import Result
from reader.structure.section import path_label

if TYPE_CHECKING:
    import argparse

    from reader.commands.desk import Desk


def run(words: argparse.Namespace, desk: Desk) -> Result:
    searching = desk.library.searching
    while not desk.library.read_only and searching.fill():
        pass
    found = searching.search(words.query)
    hits = [
        {"document": h.document, "section": h.section, "path": h.path, "excerpt": h.excerpt, "count": h.count}
        for h in found.hits
    ]
    notes = [
        {"id": n.annotation, "document": n.document, "section": n.section, "path": n.path, "excerpt": n.excerpt}
        for n in found.notes
    ]
    lines = [f"共{found.total}处，批注{len(found.notes)}条"]
    lines += [f"{h.document}\t{path_label(h.path) or '正文前'}\t{h.count}处\t{h.excerpt}" for h in found.hits]
    lines += [f"{n.document}\t{path_label(n.path) or '正文前'}\t批注\t{n.excerpt}" for n in found.notes]
    return Result({"query": words.query, "total": found.total, "hits": hits, "notes": notes}, lines)
