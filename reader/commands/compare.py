"""compare LEFT RIGHT: what changed, what moved, which clause answers which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.commands.dispatch import Result
from reader.comparison.options import Options
from reader.comparison.records import ANSWER, DOWNWARD, NEAR, TOPICS
from reader.export.comparison_words import ANSWERED, HINTS, NEAR_ANSWER, UNANSWERED
from reader.library.comparing import compare_documents
from reader.structure.labels import joined_labels
from reader.structure.section import path_label

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from reader.commands.desk import Desk
    from reader.comparison.records import Comparison, Pair
    from reader.library.records import OpenDocument

_STATUS = {
    "same": "相同", "changed": "修改", "moved": "位置调整", "added": "新增", "removed": "删除", "renumbered": "仅序号调整",
    "answered": ANSWERED, "unanswered": UNANSWERED,
}  # fmt: skip
_LEVEL = {ANSWER: ANSWERED, NEAR: NEAR_ANSWER}


def run(words: argparse.Namespace, desk: Desk) -> Result:
    left, right = desk.document(words.left), desk.document(words.right)
    options = decided(desk, left, right, form=words.form)
    found = compare_documents(left, right, words.mode, direction=words.direction, options=options)
    value: dict[str, Any] = {"mode": found.mode, "summary": found.summary(), "pairs": list(_rows(found, left, right))}
    if found.mode == TOPICS:
        value["direction"] = found.direction
        value["right_only"] = [_path(right, section) for section in found.right_alone]
    return Result(value, _lines(found, left, right))


def decided(desk: Desk, left: OpenDocument, right: OpenDocument, *, form: bool = False) -> Options:
    """Return what the user decided in the window about the pairs of two documents of the library."""
    here, there = left.entry.number, right.entry.number
    kept = desk.library.comparisons.find(here, there) if here and there else None
    if kept is None:
        return Options(form=form)
    state = desk.library.comparisons.snapshot(kept.number)
    return Options(state.pins, state.breaks, form)


def _path(document: OpenDocument, section: int | None) -> str | None:
    return None if section is None else document.outline.sections[section].path


def _rows(found: Comparison, left: OpenDocument, right: OpenDocument) -> Iterator[dict[str, Any]]:
    """Yield the pairs; behind a split or a merge a row for each further section of it."""
    for pair in found.pairs:
        yield _shape(pair, left, right)
        for section in pair.also_left:
            yield _shape(pair, left, right, also_left=section)
        for section in pair.also_right:
            yield _shape(pair, left, right, also_right=section)


def _shape(
    pair: Pair, left: OpenDocument, right: OpenDocument, *, also_left: int | None = None, also_right: int | None = None
) -> dict[str, Any]:
    joined = also_left is not None or also_right is not None
    here = pair.left if also_left is None else also_left
    there = pair.right if also_right is None else also_right
    changes = () if joined else pair.changes
    return {
        "left": _path(left, here),
        "right": _path(right, there),
        "left_section": here,
        "right_section": there,
        "similarity": round(pair.similarity, 4),
        "status": pair.status,
        "changes": [{"op": c.op, "left": c.left, "right": c.right, "kind": c.kind} for c in changes],
        "also_left": [] if joined else [_path(left, section) for section in pair.also_left],
        "also_right": [] if joined else [_path(right, section) for section in pair.also_right],
        "joined": joined,
        "pinned": pair.pinned,
        "level": pair.level,
        "hints": list(pair.hints),
    }


def _lines(found: Comparison, left: OpenDocument, right: OpenDocument) -> list[str]:
    lines = [found.verdict()]
    for pair in found.pairs:
        if pair.status == "same":
            continue
        places = f"{_places(left, pair.lefts)} → {_places(right, pair.rights)}"
        status = _LEVEL.get(pair.level) or _STATUS.get(pair.status, pair.status)
        lines.append("\t".join((status, places, f"{pair.similarity:.2f}", *_hints(found, pair))))
        lines += [f"\t{c.left or '（无）'} → {c.right or '（无）'}" for c in pair.changes]
    return lines


def _places(document: OpenDocument, sections: Sequence[int]) -> str:
    """Return the sections of a pair as people write them: 第十三、十四条, or — where there is none."""
    labels = [path_label(document.outline.sections[section].path) or "（开头）" for section in sections]
    return joined_labels(labels) or "—"


def _hints(found: Comparison, pair: Pair) -> Iterator[str]:
    if pair.pinned:
        yield "手动配对"
    if found.direction == DOWNWARD and pair.hints:
        yield "、".join(HINTS.get(hint, hint) for hint in pair.hints)
