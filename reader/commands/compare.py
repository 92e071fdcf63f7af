"""compare LEFT RIGHT: what changed, what moved, which clause answers which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.commands.dispatch import Result
from reader.library.comparing import compare_documents
from reader.structure.section import path_label

if TYPE_CHECKING:
    import argparse

    from reader.commands.desk import Desk
    from reader.comparison.records import Comparison, Pair
    from reader.library.records import OpenDocument

_STATUS = {
    "same": "相同", "changed": "修改", "moved": "位置调整", "added": "新增", "removed": "删除", "renumbered": "仅序号调整",
    "answered": "有对应", "unanswered": "未见对应内容（待核）",
}  # fmt: skip


def run(words: argparse.Namespace, desk: Desk) -> Result:
    left, right = desk.document(words.left), desk.document(words.right)
    found = compare_documents(left, right, mode=words.mode)
    value = {
        "mode": found.mode,
        "summary": found.summary(),
        "pairs": [_shape(pair, left, right) for pair in found.pairs],
    }
    return Result(value, _lines(found, left, right))


def _path(document: OpenDocument, section: int | None) -> str | None:
    return None if section is None else document.outline.sections[section].path


def _shape(pair: Pair, left: OpenDocument, right: OpenDocument) -> dict[str, Any]:
    return {
        "left": _path(left, pair.left),
        "right": _path(right, pair.right),
        "left_section": pair.left,
        "right_section": pair.right,
        "similarity": round(pair.similarity, 4),
        "status": pair.status,
        "changes": [{"op": c.op, "left": c.left, "right": c.right, "kind": c.kind} for c in pair.changes],
    }


def _lines(found: Comparison, left: OpenDocument, right: OpenDocument) -> list[str]:
    lines = [found.verdict()]
    for pair in found.pairs:
        if pair.status == "same":
            continue
        places = [path_label(_path(d, s) or "") or "—" for d, s in ((left, pair.left), (right, pair.right))]
        lines.append(f"{_STATUS.get(pair.status, pair.status)}\t{places[0]} → {places[1]}\t{pair.similarity:.2f}")
        lines += [f"\t{c.left or '（无）'} → {c.right or '（无）'}" for c in pair.changes]
    return lines
