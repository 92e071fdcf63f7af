"""Names that may be one unit's, told by their words alone: pairs to ask the user about, never to merge."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from reader.units.aliases import fold, shipped
from reader.units.names import read, scopes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.units.aliases import Organ
    from reader.units.places import Jurisdiction

_ENDS = frozenset("局委办厅部署心院会站队")
_SHORTEST = 3  # characters of a short name that can be told from chance
_TIMES = 4  # a short name is not less than a quarter of the long one


class Named(NamedTuple):
    """A unit of one place: the name that it goes by, its organ, and what stands in brackets behind the name."""

    key: str
    name: str
    organ: Organ
    aside: str


class Pair(NamedTuple):
    """Two units that may be one; ``one`` is the likelier name today."""

    one: Named
    other: Named
    reason: str


def alike(units: Sequence[Named], place: Jurisdiction, mark: str = "") -> Iterator[Pair]:
    """Yield the pairs of units of one place that may be one unit, each pair once."""
    told: set[frozenset[str]] = set()
    found = (
        _changed(units, place, mark),
        _same_work(units),
        _bracketed(units, place),
        _shortened(units),
        _nameless(units),
    )
    for pair in (pair for pairs in found for pair in pairs):
        both = frozenset((pair.one.key, pair.other.key))
        if len(both) == 2 and both not in told:
            told.add(both)
            yield pair


def _changed(units: Sequence[Named], place: Jurisdiction, mark: str) -> Iterator[Pair]:
    """Pair what a reform merged or split, and what is often taken for each other."""
    by_id: dict[str, list[Named]] = defaultdict(list)
    for unit in units:
        if not unit.aside:
            by_id[unit.organ.id].append(unit)
    for change in (change for scope in scopes_of(place, mark) for change in shipped().doubtful.get(scope, ())):
        for old in by_id.get(change.old, ()):
            for new in by_id.get(change.new, ()):
                yield Pair(new, old, _reason(change.kind, change.month))


def _reason(kind: str, month: str) -> str:
    if kind == "相近":
        return "名称相近，可能是同一单位"
    year, number = month.split("-")
    return f"机构改革中职责调整（{year}年{int(number)}月前后），未必是同一单位"


def _same_work(units: Iterable[Named]) -> Iterator[Pair]:
    """Pair 经济信息化委 and 经济信息化局: one work, another kind of organ."""
    by_core: dict[str, list[Named]] = defaultdict(list)
    for unit in units:
        if unit.organ.core and not unit.aside:
            by_core[unit.organ.core].append(unit)
    for same in by_core.values():
        for one, other in combinations(same, 2):
            if one.organ.id != other.organ.id:
                yield Pair(*_known_first(one, other), "职能相同，机构名称不同（委、局、办等）")


def _bracketed(units: Sequence[Named], place: Jurisdiction) -> Iterator[Pair]:
    """Pair 市委组织部（人才办） with 市委组织部 and with 市委人才办."""
    by_id: dict[str, list[Named]] = defaultdict(list)
    for unit in units:
        by_id[unit.organ.id].append(unit)
    for unit in (unit for unit in units if unit.aside):
        inside = read(unit.aside, place).organ.id
        for other in (*by_id[unit.organ.id], *by_id.get(inside, ())):
            if other.aside != unit.aside:
                yield Pair(other, unit, "括号内另有名称，可能是同一单位")


def _shortened(units: Iterable[Named]) -> Iterator[Pair]:
    """Pair 人才局 and 人才工作局 where the lexicon does not know the short name."""
    by_ends: dict[str, list[tuple[str, Named]]] = defaultdict(list)
    for unit in units:
        if not unit.aside and len(name := fold(unit.organ.full)) >= _SHORTEST and name[-1] in _ENDS:
            by_ends[name[0] + name[-1]].append((name, unit))
    for near in by_ends.values():
        for one, other in combinations(near, 2):
            (short, brief), (long, full) = sorted((one, other), key=lambda named: len(named[0]))
            if not brief.organ.known and len(short) < len(long) <= _TIMES * len(short) and _is_within(short, long):
                yield Pair(full, brief, "简称与全称相近，可能是同一单位")


def _is_within(short: str, long: str) -> bool:
    """Tell whether a name leaves out characters of another and changes none."""
    rest = iter(long)
    return all(character in rest for character in short)


def _nameless(units: Iterable[Named]) -> Iterator[Pair]:
    """Pair a place that stands as a unit (杨浦区) with its government."""
    places = [unit for unit in units if not unit.organ.id]
    governments = [unit for unit in units if unit.organ.id == "政府" and not unit.aside]
    for place in places:
        for government in governments:
            yield Pair(government, place, "只写地名，可能指其人民政府")


def _known_first(one: Named, other: Named) -> tuple[Named, Named]:
    return (one, other) if one.organ.known or not other.organ.known else (other, one)
