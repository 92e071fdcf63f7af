"""Names of places that several pieces of a list make together: 各区、县（市）政府; 广州、深圳市政府."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.text.patterns import pattern
from reader.units.assignment import UnitKind
from reader.units.listed import Listed
from reader.units.shapes import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.units.listed import Piece

_KIND = "(?:地级以上市|设区的?市|省直管县|直管市|林区|自治区|直辖市|自治州|自治县|省|市|州|盟|区|县|旗|乡|镇|街道)"
_BARE = rf"(?:{_KIND}{{1,2}}(?:[（(〔][^（()）〔〕]{{1,8}}[)）〕])?{_KIND}?)"
_ZONE = "(?:开发区|园区|新区|高新区|功能区|度假区|产业园|保税区)"
_FIRST = pattern(rf"(?:全?[省市])?(?:各|有关|相关)(?:有关|相关)?(?:{_BARE}|{_ZONE})")
_FURTHER = pattern(rf"{_BARE}|{_ZONE}")
_LAST = pattern(
    rf"{_BARE}(?:党委和?)?(?:人民)?政府|{_ZONE}(?:管委会|管理委员会)|自治区|直辖市|自治州|自治县|[市县区州镇乡]|街道|县（市、区）|县（市）"
)
_ZONES = re.compile(f"{_ZONE}(?:管委会|管理委员会)?$")
_ENDS = frozenset("省市州盟区县旗乡镇道园）)")
_MOST = 5  # pieces of one name
_GOVERNMENT = re.compile(r"[\u4e00-\u9fff]{2,4}?((?:省|市|县|区|州)(?:人民)?政府)")
_PLACE = re.compile("[\u4e00-\u9fff]{2,4}")


def whole_places(text: str, pieces: list[Piece]) -> list[Piece]:
    """Join the pieces that are one name: 各区、县（市）政府 are the governments of all districts and counties."""
    for at in range(len(pieces) - 2, -1, -1):
        piece = pieces[at]
        if piece.end > piece.start and text[piece.end - 1] in _ENDS and (last := _last_of_place(text, pieces, at)) > at:
            pieces[at : last + 1] = [piece._replace(end=pieces[last].end)]
    return pieces


def _last_of_place(text: str, pieces: Sequence[Piece], at: int) -> int:
    """Return the index of the last piece of the name that begins at ``at``."""
    first = _plain(text, pieces[at])
    if not _FIRST.fullmatch(first):
        return at
    last, zones = at, _is_zone(first)
    for i in range(at + 1, min(at + _MOST, len(pieces))):
        name = _plain(text, pieces[i])
        if pieces[i].group != pieces[at].group or not (_FURTHER.fullmatch(name) or _LAST.fullmatch(name)):
            break
        zones &= _is_zone(name)
        if _LAST.fullmatch(name) and (zones or not _is_zone(name)):
            last = i
    return last


def _plain(text: str, piece: Piece) -> str:
    return "".join(text[piece.start : piece.end].split())


def _is_zone(name: str) -> bool:
    return bool(_ZONES.search(name))


def shared_governments(found: list[Listed]) -> list[Listed]:
    """Give the places before the government of another what they share with it: 广州、深圳市政府 are two governments."""
    if all(one.shape is Shape.KNOWN for one in found):
        return found
    ending, group = "", 0
    for i in range(len(found) - 1, -1, -1):
        unit = found[i].unit
        government = _GOVERNMENT.fullmatch(unit.name) if unit.kind is UnitKind.ORGAN else None
        if government:
            ending, group = government[1], unit.group
        elif ending and unit.group == group and found[i].shape < Shape.KNOWN and _PLACE.fullmatch(unit.name):
            found[i] = Listed(unit._replace(name=unit.name + ending), Shape.KNOWN, found[i].mark)
        else:
            ending = ""
    return found
