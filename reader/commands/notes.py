"""notes [DOC]: annotations and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.commands.dispatch import Result
from reader.commands.shapes import note_shape
from reader.structure.section import path_label

if TYPE_CHECKING:
    import argparse

    from reader.anchoring.anchor import Placement
    from reader.commands.desk import Desk

_STATUS = {"located": "", "moved": "（位置有变，待核）", "orphan": "（待重新定位）"}


def run(words: argparse.Namespace, desk: Desk) -> Result:
    if words.document is not None:
        numbers = [desk.number(words.document)]
    else:
        numbers = [entry.number for entry in desk.library.documents.entries()]
    placements = [p for number in numbers for p in desk.library.annotations.placements(number)]
    return Result({"notes": [note_shape(p) for p in placements]}, [_line(p) for p in placements])


def _line(placement: Placement) -> str:
    annotation = placement.annotation
    note = f"　{annotation.note}" if annotation.note else ""
    return (
        f"{annotation.number}\t{path_label(placement.path) or '正文前'}\t[{annotation.colour}]"
        f"“{annotation.anchor.exact}”{note}{_STATUS.get(placement.status, '')}"
    )
