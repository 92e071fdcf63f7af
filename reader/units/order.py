"""The order of organs: by the office's list, else as official lists of recipients are set."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader.paths import resource_path
from reader.units.names import Reading, cleaned, is_group, level_word, read
from reader.units.places import NATION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.units.aliases import Organ
    from reader.units.roster import RosterEntry

_TIERS = {
    "省": 1,
    "自治区": 1,
    "市": 2,
    "州": 2,
    "盟": 2,
    "自治州": 2,
    "区": 3,
    "县": 3,
    "旗": 3,
    "自治县": 3,
    "自治旗": 3,
}
_NATION, _BELOW = 0, 4
_PARTS = (
    "党委",
    "人大",
    "政府",
    "驻地",
    "政协",
    "法检",
    "党派",
    "群团",
    "武装",
    "属地",
    "街镇",
    "园区",
    "单位",
    "其他",
)
_LAST = 1_000  # behind all that the rows place
_SHAPES = (  # where a name that no row places belongs, by its shape
    ("属地", re.compile(r".*[省市县区州旗）](?:人民)?政府$|各?[省市县区州旗、（）]+$")),
    ("街镇", re.compile(r".*(?:街道|街道办事处|街道办|街镇|[镇乡])$")),
    (
        "园区",
        re.compile(r".*(?:[区园城带谷岛湾港](?:管委会|管理委|执委会|执行委)|开发区|高新区|园区|新区|度假区|片区)$"),
    ),
    ("党委", re.compile(r"委.+|.*(?<!干)部$")),
    ("政府", re.compile(r".*[局委厅办署室]$")),
    ("单位", re.compile(r".*(?:公司|集团|银行|资本|大学|学院|学校|医院|中心|研究院|院|所|馆|社|台|会|总队|支队)$")),
)


class _Seat(NamedTuple):
    """Where a unit stands: how high, in which part of a list, at which place there."""

    tier: int
    part: int
    place: int


def order_key(name: str, roster: Sequence[RosterEntry] = ()) -> tuple[int, ...]:
    """Return a sort key: the list's rank, else the usual seat; equal keys keep their first appearance in a stable sort."""
    return order_of(tuple(roster))(name)


@lru_cache(maxsize=8)
def order_of(roster: tuple[RosterEntry, ...] = ()) -> Callable[[str], tuple[int, ...]]:
    """Return the key function of a list of units, for many names."""
    ranks = _ranks(roster)
    words = sorted({word for word, _ in ranks if word})

    def key(name: str) -> tuple[int, ...]:
        if ranks:
            word, organ = _unit(name)
            for asked in (word,) if word else ("", *words):
                if (rank := ranks.get((asked, organ))) is not None:
                    return (0, rank)
        return (1, *_seat(name))

    return key


def _ranks(roster: Sequence[RosterEntry]) -> dict[tuple[str, str], int]:
    """Return the rank of each unit of a list by its level and organ; former names yield to those of today."""
    ranks: dict[tuple[str, str], int] = {}
    for names in (lambda e: (e.full_name, e.short_name), lambda e: e.former):
        for entry in roster:
            for name in filter(None, names(entry)):
                ranks.setdefault(_unit(name), entry.rank)
    return ranks


@lru_cache(maxsize=20_000)
def _unit(name: str) -> tuple[str, str]:
    reading = read(name)
    aside = f"（{reading.aside}）" if reading.aside else ""
    return _word(reading), reading.organ.id + aside


def _word(reading: Reading) -> str:
    return reading.mark or level_word(reading.place)


@lru_cache(maxsize=20_000)
def _seat(name: str) -> _Seat:
    reading = read(name)
    if is_group(name):
        return _Seat(_BELOW, _PARTS.index(_shape(cleaned(name), default="其他")), _LAST)
    part, place = _seats().get(reading.organ.id) or _seats().get(reading.organ.core) or (None, _LAST)
    if part is None:
        part = _part_of(reading.organ)
    return _Seat(_tier(reading, part), part, place)


def _part_of(organ: Organ) -> int:
    return _PARTS.index(_shape(organ.id, default="其他") if organ.id else "属地")  # a place alone is its government


def _shape(name: str, *, default: str) -> str:
    return next((part for part, shape in _SHAPES if shape.match(name)), default)


def _tier(reading: Reading, part: int) -> int:
    """Return how high a unit stands; a department without place or level (发展改革委) goes with those of the state."""
    if reading.place == NATION and not reading.mark:
        return _NATION
    if part >= _PARTS.index("属地"):
        return _BELOW
    return _TIERS.get(_word(reading), _TIERS["省"] if reading.organ.id.endswith("厅") else _NATION)


@lru_cache(maxsize=1)
def _seats() -> dict[str, tuple[int, int]]:
    """Return part and place of what the rows name."""
    seats: dict[str, tuple[int, int]] = {}
    rows = resource_path("lexicons", "order.txt").read_text(encoding="utf-8").splitlines()
    for place, row in enumerate(row for row in rows if row and not row.startswith("#")):
        part, *names = row.split()
        for name in names:
            seats.setdefault(name, (_PARTS.index(part), place))
    return seats
