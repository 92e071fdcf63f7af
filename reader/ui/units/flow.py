"""Units one after the other, broken into lines between names, never inside one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.ui.units.rows import ClauseRow, Mention, RoleLine

MARK = 11  # px that the mark of a correction takes before a name
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that stays in one line: a unit with the mark behind it, a role, or a remark."""

    text: str
    kind: str  # unit, role or remark
    tail: str = ""  # punctuation behind it
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class PlacedPiece:
    """A piece, how far from the left it stands, in which line, and how wide it may be (px)."""

    piece: Piece
    x: int
    line: int
    width: int


def pieces(clause: ClauseRow, usual_role: str) -> list[Piece]:
    """Return what a row says of its units; the usual role goes without saying unless it stands beside another."""
    out: list[Piece] = []
    for line in clause.lines:
        if line.role and (len(clause.lines) > 1 or line.role != usual_role):
            out.append(Piece(f"{line.role}：", "role"))
        out += _unit_pieces(line)
    return out


def _unit_pieces(line: RoleLine) -> Iterable[Piece]:
    following = [*line.mentions[1:], None]
    for mention, after in zip(line.mentions, following, strict=True):
        if after is not None:
            tail = "、" if after.group == mention.group else "，"
        else:
            tail = translate("units", "等") if line.open_ended else ""
        remarks = [
            translate("units", "（牵头）") if mention.ranked else "",
            translate("units", "（据名录还原）") if mention.restored else "",
        ]
        remark = "".join(remarks)
        yield Piece(mention.name, "unit", "" if remark else tail, mention)
        if remark:
            yield Piece(remark, "remark", tail)


def flow(row: Iterable[Piece], width: int, advance: Callable[[str], int]) -> list[PlacedPiece]:
    """Place pieces from left to right; a piece that is wider than a line gets a line of its own.

    A role begins a new line, so that 牵头单位 and 配合单位 stand below each other.
    """
    placed: list[PlacedPiece] = []
    x, line = 0, 0
    for piece in row:
        wanted = advance(piece.text) + (advance(piece.tail) if piece.tail else 0)
        wanted += MARK if piece.mention is not None and piece.mention.by_user else 0
        if x and (x + wanted > width or piece.kind == "role"):
            x, line = 0, line + 1
        placed.append(PlacedPiece(piece, x, line, min(wanted, width)))
        x += wanted
    return placed
